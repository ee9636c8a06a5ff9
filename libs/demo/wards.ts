/** A ward of a hospital or sjukstuga. */
export interface DemoWard {
  readonly id: string;
  readonly name: string;
  /** Psychiatric wards: the name alone would reveal the reason for the stay. */
  readonly sensitive?: true;
}

export interface DemoHospital {
  readonly id: string;
  readonly name: string;
  readonly wards: readonly DemoWard[];
}

const NUS: DemoHospital = {
  id: 'nus',
  name: 'Norrlands universitetssjukhus, Umeå',
  wards: [
    { id: 'nus-medicin-1', name: 'Medicinavdelning 1, NUS' },
    { id: 'nus-medicin-2', name: 'Medicinavdelning 2, NUS' },
    { id: 'nus-medicin-3', name: 'Medicinavdelning 3, NUS' },
    { id: 'nus-akutvard', name: 'Akutvårdsavdelningen, NUS' },
    { id: 'nus-hjarta', name: 'Hjärtavdelningen, NUS' },
    { id: 'nus-thorax', name: 'Thoraxavdelningen, NUS' },
    { id: 'nus-stroke', name: 'Strokeavdelningen, NUS' },
    { id: 'nus-neurologi', name: 'Neurologavdelningen, NUS' },
    { id: 'nus-neurokirurgi', name: 'Neurokirurgiska avdelningen, NUS' },
    { id: 'nus-neurorehab', name: 'Neurorehabiliteringen, NUS' },
    { id: 'nus-geriatrik-1', name: 'Geriatrikavdelning 1, NUS' },
    { id: 'nus-geriatrik-2', name: 'Geriatrikavdelning 2, NUS' },
    { id: 'nus-kirurgi-1', name: 'Kirurgavdelning 1, NUS' },
    { id: 'nus-kirurgi-2', name: 'Kirurgavdelning 2, NUS' },
    { id: 'nus-ortopedi-1', name: 'Ortopedavdelning 1, NUS' },
    { id: 'nus-ortopedi-2', name: 'Ortopedavdelning 2, NUS' },
    { id: 'nus-urologi', name: 'Urologavdelningen, NUS' },
    { id: 'nus-lungmedicin', name: 'Lungavdelningen, NUS' },
    { id: 'nus-infektion', name: 'Infektionsavdelningen, NUS' },
    { id: 'nus-hematologi', name: 'Hematologavdelningen, NUS' },
    { id: 'nus-onkologi', name: 'Onkologavdelningen, NUS' },
    { id: 'nus-gynekologi', name: 'Gynekologavdelningen, NUS' },
    { id: 'nus-oron-nasa-hals', name: 'Öron-, näs- och halsavdelningen, NUS' },
    { id: 'nus-barn', name: 'Barn- och ungdomsavdelningen, NUS' },
    { id: 'nus-psykiatri-1', name: 'Psykiatriavdelning 1, NUS', sensitive: true },
    { id: 'nus-psykiatri-2', name: 'Psykiatriavdelning 2, NUS', sensitive: true },
    { id: 'nus-rattspsykiatri', name: 'Rättspsykiatriska avdelningen, NUS', sensitive: true },
  ],
};

const SKELLEFTEA: DemoHospital = {
  id: 'skelleftea-lasarett',
  name: 'Skellefteå lasarett',
  wards: [
    { id: 'skelleftea-medicin-1', name: 'Medicinavdelning 1, Skellefteå lasarett' },
    { id: 'skelleftea-medicin-2', name: 'Medicinavdelning 2, Skellefteå lasarett' },
    { id: 'skelleftea-akutvard', name: 'Akutvårdsavdelningen, Skellefteå lasarett' },
    { id: 'skelleftea-hjarta', name: 'Hjärtavdelningen, Skellefteå lasarett' },
    { id: 'skelleftea-stroke', name: 'Strokeavdelningen, Skellefteå lasarett' },
    { id: 'skelleftea-geriatrik', name: 'Geriatrikavdelningen, Skellefteå lasarett' },
    { id: 'skelleftea-kirurgi', name: 'Kirurgavdelningen, Skellefteå lasarett' },
    { id: 'skelleftea-ortopedi', name: 'Ortopedavdelningen, Skellefteå lasarett' },
    {
      id: 'skelleftea-psykiatri',
      name: 'Psykiatriavdelningen, Skellefteå lasarett',
      sensitive: true,
    },
  ],
};

const LYCKSELE: DemoHospital = {
  id: 'lycksele-lasarett',
  name: 'Lycksele lasarett',
  wards: [
    { id: 'lycksele-medicin', name: 'Medicinavdelningen, Lycksele lasarett' },
    { id: 'lycksele-akutvard', name: 'Akutvårdsavdelningen, Lycksele lasarett' },
    { id: 'lycksele-kirurgi', name: 'Kirurgavdelningen, Lycksele lasarett' },
    { id: 'lycksele-ortopedi', name: 'Ortopedavdelningen, Lycksele lasarett' },
    { id: 'lycksele-rehabilitering', name: 'Rehabiliteringsavdelningen, Lycksele lasarett' },
  ],
};

/** The three emergency hospitals are real; how they are divided into wards is invented. */
export const DEMO_HOSPITALS: readonly DemoHospital[] = [NUS, SKELLEFTEA, LYCKSELE];

/** A hälsocentral with beds: its ward, the municipality that it serves, and its open care. */
export interface DemoSjukstuga extends DemoWard {
  readonly municipality: string;
  readonly halsocentral: string;
}

/** The six inland sjukstugor. Ward and hälsocentral have a list each and are one care unit. */
export const DEMO_SJUKSTUGOR: readonly DemoSjukstuga[] = [
  {
    id: 'mala-sjukstuga',
    name: 'Malå sjukstuga',
    municipality: '2418',
    halsocentral: 'mala-halsocentral',
  },
  {
    id: 'storuman-sjukstuga',
    name: 'Storumans sjukstuga',
    municipality: '2421',
    halsocentral: 'storuman-halsocentral',
  },
  {
    id: 'sorsele-sjukstuga',
    name: 'Sorsele sjukstuga',
    municipality: '2422',
    halsocentral: 'sorsele-halsocentral',
  },
  {
    id: 'dorotea-sjukstuga',
    name: 'Dorotea sjukstuga, Bergvattengården',
    municipality: '2425',
    halsocentral: 'dorotea-halsocentral',
  },
  {
    id: 'vilhelmina-sjukstuga',
    name: 'Vilhelmina sjukstuga',
    municipality: '2462',
    halsocentral: 'vilhelmina-halsocentral',
  },
  {
    id: 'asele-sjukstuga',
    name: 'Åsele sjukstuga',
    municipality: '2463',
    halsocentral: 'asele-halsocentral',
  },
];
