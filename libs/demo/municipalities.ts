/** The board that runs a municipality's social services, health care, or both. */
export interface Board {
  readonly id: string;
  readonly name: string;
}

/** A part of a larger municipality with units of its own. */
export interface District {
  readonly id: string;
  readonly name: string;
}

export interface DemoMunicipality {
  /** SCB's code. */
  readonly code: string;
  readonly name: string;
  /** The beginning of the ids of its units. */
  readonly id: string;
  readonly socialBoard: Board;
  readonly healthBoard: Board;
  /** Empty where one unit of each kind serves all. */
  readonly districts: readonly District[];
  readonly shortTermHomes: readonly string[];
}

const UMEA_DISTRICTS: readonly District[] = [
  { id: 'centrum', name: 'centrum' },
  { id: 'norr', name: 'norr' },
  { id: 'ost', name: 'öst' },
  { id: 'soder', name: 'söder' },
  { id: 'vast', name: 'väst' },
];

const SKELLEFTEA_DISTRICTS: readonly District[] = [
  { id: 'centrum', name: 'centrum' },
  { id: 'norr', name: 'norr' },
  { id: 'soder', name: 'söder' },
  { id: 'inland', name: 'inland' },
];

const LYCKSELE_DISTRICTS: readonly District[] = [
  { id: 'tatort', name: 'tätort' },
  { id: 'landsbygd', name: 'landsbygd' },
];

/** Each board is a controller of its own (PDL 2:6), so Umeå and Skellefteå have an inner border. */
const UMEA: DemoMunicipality = {
  code: '2480',
  name: 'Umeå',
  id: 'umea',
  socialBoard: {
    id: 'umea-individ-och-omsorgsnamnden',
    name: 'Individ- och omsorgsnämnden i Umeå',
  },
  healthBoard: { id: 'umea-aldre-och-halsonamnden', name: 'Äldre- och hälsonämnden i Umeå' },
  districts: UMEA_DISTRICTS,
  shortTermHomes: ['Björken', 'Linden', 'Tallbacken'],
};

const SKELLEFTEA: DemoMunicipality = {
  code: '2482',
  name: 'Skellefteå',
  id: 'skelleftea',
  socialBoard: { id: 'skelleftea-socialtjanstnamnden', name: 'Socialtjänstnämnden i Skellefteå' },
  healthBoard: {
    id: 'skelleftea-aldre-och-halsonamnden',
    name: 'Äldre- och hälsonämnden i Skellefteå',
  },
  districts: SKELLEFTEA_DISTRICTS,
  shortTermHomes: ['Granen', 'Rönnen'],
};

const LYCKSELE: DemoMunicipality = {
  ...small('2481', 'Lycksele', 'lycksele', 'omsorgsnamnden', 'Omsorgsnämnden'),
  districts: LYCKSELE_DISTRICTS,
};

/**
 * The 15 municipalities of Västerbotten with SCB's codes, in their order. The names of boards,
 * districts and homes are invented.
 */
export const DEMO_MUNICIPALITIES: readonly DemoMunicipality[] = [
  small('2401', 'Nordmaling', 'nordmaling', 'omsorgsnamnden', 'Omsorgsnämnden'),
  small('2403', 'Bjurholm', 'bjurholm', 'socialnamnden', 'Socialnämnden'),
  small('2404', 'Vindeln', 'vindeln', 'socialnamnden', 'Socialnämnden'),
  small('2409', 'Robertsfors', 'robertsfors', 'socialnamnden', 'Socialnämnden'),
  small('2417', 'Norsjö', 'norsjo', 'omsorgsnamnden', 'Omsorgsnämnden'),
  small('2418', 'Malå', 'mala', 'socialnamnden', 'Socialnämnden'),
  small('2421', 'Storuman', 'storuman', 'omsorgsnamnden', 'Omsorgsnämnden'),
  small('2422', 'Sorsele', 'sorsele', 'socialnamnden', 'Socialnämnden'),
  small('2425', 'Dorotea', 'dorotea', 'socialnamnden', 'Socialnämnden'),
  small('2460', 'Vännäs', 'vannas', 'vard-och-omsorgsnamnden', 'Vård- och omsorgsnämnden'),
  small('2462', 'Vilhelmina', 'vilhelmina', 'socialnamnden', 'Socialnämnden'),
  small('2463', 'Åsele', 'asele', 'omsorgsnamnden', 'Omsorgsnämnden'),
  UMEA,
  LYCKSELE,
  SKELLEFTEA,
];

/** A municipality where one board and one unit of each kind do everything. */
function small(
  code: string,
  name: string,
  id: string,
  boardId: string,
  boardName: string,
): DemoMunicipality {
  const board: Board = { id: `${id}-${boardId}`, name: `${boardName} i ${name}` };
  const shortTermHomes = [name];
  return { code, name, id, socialBoard: board, healthBoard: board, districts: [], shortTermHomes };
}
