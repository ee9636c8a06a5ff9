/** A hälsocentral and the municipality that it serves. */
export interface DemoHalsocentral {
  readonly id: string;
  readonly name: string;
  readonly municipality: string;
}

/** A clinic of the region that serves the whole county. */
export interface DemoClinic {
  readonly id: string;
  readonly name: string;
  /** Psychiatric clinics: the name alone would reveal the reason for the contact. */
  readonly sensitive?: true;
}

/** The one hälsocentral with a private provider. */
export const PRIVATE_HALSOCENTRAL = 'citymottagningen';

/** The county's 38 hälsocentraler by name; which of the names are in use today is not checked. */
export const DEMO_HALSOCENTRALER: readonly DemoHalsocentral[] = [
  { id: 'alidhem-halsocentral', name: 'Ålidhems hälsocentral', municipality: '2480' },
  { id: 'backen-halsocentral', name: 'Backens hälsocentral', municipality: '2480' },
  { id: 'dragonen-halsocentral', name: 'Dragonens hälsocentral', municipality: '2480' },
  { id: 'ersboda-halsocentral', name: 'Ersboda hälsocentral', municipality: '2480' },
  { id: 'grubbe-halsocentral', name: 'Grubbe hälsocentral', municipality: '2480' },
  { id: 'haga-halsocentral', name: 'Haga hälsocentral', municipality: '2480' },
  { id: 'holmsund-halsocentral', name: 'Holmsunds hälsocentral', municipality: '2480' },
  { id: 'hornefors-halsocentral', name: 'Hörnefors hälsocentral', municipality: '2480' },
  { id: 'mariehem-halsocentral', name: 'Mariehems hälsocentral', municipality: '2480' },
  { id: 'savar-halsocentral', name: 'Sävars hälsocentral', municipality: '2480' },
  { id: 'teg-halsocentral', name: 'Tegs hälsocentral', municipality: '2480' },
  { id: PRIVATE_HALSOCENTRAL, name: 'Citymottagningen', municipality: '2480' },
  { id: 'anderstorp-halsocentral', name: 'Anderstorps hälsocentral', municipality: '2482' },
  { id: 'boliden-halsocentral', name: 'Bolidens hälsocentral', municipality: '2482' },
  { id: 'burea-halsocentral', name: 'Bureå hälsocentral', municipality: '2482' },
  { id: 'burtrask-halsocentral', name: 'Burträsks hälsocentral', municipality: '2482' },
  { id: 'byske-halsocentral', name: 'Byske hälsocentral', municipality: '2482' },
  { id: 'erikslid-halsocentral', name: 'Erikslids hälsocentral', municipality: '2482' },
  { id: 'heimdall-halsocentral', name: 'Heimdalls hälsocentral', municipality: '2482' },
  { id: 'kage-halsocentral', name: 'Kåge hälsocentral', municipality: '2482' },
  { id: 'lovanger-halsocentral', name: 'Lövångers hälsocentral', municipality: '2482' },
  { id: 'moro-backe-halsocentral', name: 'Morö Backe hälsocentral', municipality: '2482' },
  { id: 'norrhammar-halsocentral', name: 'Norrhammars hälsocentral', municipality: '2482' },
  { id: 'ursviken-halsocentral', name: 'Ursvikens hälsocentral', municipality: '2482' },
  { id: 'nordmaling-halsocentral', name: 'Nordmalings hälsocentral', municipality: '2401' },
  { id: 'bjurholm-halsocentral', name: 'Bjurholms hälsocentral', municipality: '2403' },
  { id: 'vindeln-halsocentral', name: 'Vindelns hälsocentral', municipality: '2404' },
  { id: 'robertsfors-halsocentral', name: 'Robertsfors hälsocentral', municipality: '2409' },
  { id: 'bygdea-anaset-halsocentral', name: 'Bygdeå-Ånäsets hälsocentral', municipality: '2409' },
  { id: 'norsjo-halsocentral', name: 'Norsjö hälsocentral', municipality: '2417' },
  { id: 'mala-halsocentral', name: 'Malå hälsocentral', municipality: '2418' },
  { id: 'storuman-halsocentral', name: 'Storumans hälsocentral', municipality: '2421' },
  { id: 'sorsele-halsocentral', name: 'Sorsele hälsocentral', municipality: '2422' },
  { id: 'dorotea-halsocentral', name: 'Dorotea hälsocentral', municipality: '2425' },
  { id: 'vannas-halsocentral', name: 'Vännäs hälsocentral', municipality: '2460' },
  { id: 'vilhelmina-halsocentral', name: 'Vilhelmina hälsocentral', municipality: '2462' },
  { id: 'asele-halsocentral', name: 'Åsele hälsocentral', municipality: '2463' },
  { id: 'lycksele-halsocentral', name: 'Lycksele hälsocentral', municipality: '2481' },
];

/** Specialised open care at the three hospitals; a selection, with invented names. */
export const DEMO_CLINICS: readonly DemoClinic[] = [
  { id: 'umea-psykiatrisk-oppenvard', name: 'Psykiatrisk öppenvård, Umeå', sensitive: true },
  {
    id: 'skelleftea-psykiatrisk-oppenvard',
    name: 'Psykiatrisk öppenvård, Skellefteå',
    sensitive: true,
  },
  {
    id: 'lycksele-psykiatrisk-oppenvard',
    name: 'Psykiatrisk öppenvård, Lycksele',
    sensitive: true,
  },
  { id: 'umea-beroendemottagning', name: 'Beroendemottagningen, Umeå', sensitive: true },
  { id: 'umea-palliativt-team', name: 'Palliativa teamet, Umeå' },
  { id: 'skelleftea-palliativt-team', name: 'Palliativa teamet, Skellefteå' },
  { id: 'lycksele-palliativt-team', name: 'Palliativa teamet, Lycksele' },
  { id: 'nus-njurmottagning', name: 'Njurmottagningen, NUS' },
  { id: 'skelleftea-njurmottagning', name: 'Njurmottagningen, Skellefteå lasarett' },
  { id: 'nus-ortopedmottagning', name: 'Ortopedmottagningen, NUS' },
  { id: 'skelleftea-ortopedmottagning', name: 'Ortopedmottagningen, Skellefteå lasarett' },
  { id: 'lycksele-ortopedmottagning', name: 'Ortopedmottagningen, Lycksele lasarett' },
  { id: 'nus-hjartsviktsmottagning', name: 'Hjärtsviktsmottagningen, NUS' },
  { id: 'nus-minnesmottagning', name: 'Minnesmottagningen, NUS' },
];
