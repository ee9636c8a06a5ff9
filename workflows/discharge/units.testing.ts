import type { Asker } from '@hemgang/engine';

/** A unit of the made-up county that the tests of this folder play in. */
export interface TestUnit {
  readonly kind: string;
  readonly name: string;
  readonly phone: string;
  readonly roles: readonly string[];
  readonly huvudman: string;
  /** The ward of a sjukstuga's open care. */
  readonly ownWard?: string;
  /** Outside the county: nobody there has an account. */
  readonly external?: true;
  /** Who is appointed for every new patient of the unit. */
  readonly standing?: string;
}

const ward = ['ward-staff', 'physician'];
const municipal = ['municipal-coordinator', 'municipal-nurse'];
const openCare = ['primary-care-nurse', 'open-care-manager'];

const REGION = 'region-24';

export const WARD = 'nus-medicin-2';

export const units: Readonly<Record<string, TestUnit>> = {
  [WARD]: {
    kind: 'ward',
    name: 'Medicin 2',
    phone: '090-785 20 01',
    roles: ward,
    huvudman: REGION,
  },
  'lycksele-medicin': {
    kind: 'ward',
    name: 'Lycksele medicin',
    phone: '0950-390 01',
    roles: ward,
    huvudman: REGION,
  },
  'nus-ortopedi-1': {
    kind: 'ward',
    name: 'Ortopedi 1',
    phone: '090-785 20 02',
    roles: ward,
    huvudman: REGION,
  },
  'umea-bistand': {
    kind: 'municipal-social',
    name: 'Umeå biståndsenhet',
    phone: '090-16 10 01',
    roles: municipal,
    huvudman: 'kommun-2480',
  },
  'umea-bistand-ost': {
    kind: 'municipal-social',
    name: 'Umeå biståndsenhet öst',
    phone: '090-16 10 03',
    roles: municipal,
    huvudman: 'kommun-2480',
  },
  'umea-hemsjukvard': {
    kind: 'municipal-health',
    name: 'Umeå hemsjukvård',
    phone: '090-16 10 02',
    roles: municipal,
    huvudman: 'kommun-2480',
  },
  'vannas-bistand': {
    kind: 'municipal-social',
    name: 'Vännäs biståndsenhet',
    phone: '0935-140 01',
    roles: municipal,
    huvudman: 'kommun-2460',
  },
  'hc-mariehem': {
    kind: 'halsocentral',
    name: 'Mariehems hälsocentral',
    phone: '090-785 30 01',
    roles: openCare,
    huvudman: REGION,
  },
  'storuman-sjukstuga': {
    kind: 'ward',
    name: 'Storumans sjukstuga',
    phone: '0951-260 01',
    roles: ward,
    huvudman: REGION,
  },
  'hc-storuman': {
    kind: 'halsocentral',
    name: 'Storumans hälsocentral',
    phone: '0951-260 02',
    roles: openCare,
    huvudman: REGION,
    ownWard: 'storuman-sjukstuga',
  },
  'hc-vannas': {
    kind: 'halsocentral',
    name: 'Vännäs hälsocentral',
    phone: '0935-300 01',
    roles: openCare,
    huvudman: REGION,
  },
  'hc-teg': {
    kind: 'halsocentral',
    name: 'Tegs hälsocentral',
    phone: '090-785 30 02',
    roles: openCare,
    huvudman: REGION,
    standing: 'kim-berg',
  },
  'lulea-bistand': {
    kind: 'municipal-social',
    name: 'Luleå biståndsenhet',
    phone: '0920-45 30 01',
    roles: [],
    huvudman: 'kommun-2580',
    external: true,
  },
  'hc-norrbotten': {
    kind: 'halsocentral',
    name: 'Hälsocentral i Norrbotten',
    phone: '0920-28 40 01',
    roles: [],
    huvudman: 'region-25',
    external: true,
  },
  'nus-geriatrik': {
    kind: 'specialist-open-care',
    name: 'Geriatriska mottagningen',
    phone: '090-785 40 01',
    roles: ['specialist-nurse', 'open-care-manager'],
    huvudman: REGION,
  },
  'umea-hemtjanst': {
    kind: 'home-care',
    name: 'Umeå hemtjänst',
    phone: '090-16 10 03',
    roles: ['municipal-coordinator'],
    huvudman: 'kommun-2480',
  },
  'vannas-hemtjanst': {
    kind: 'home-care',
    name: 'Vännäs hemtjänst',
    phone: '0935-140 02',
    roles: ['municipal-coordinator'],
    huvudman: 'kommun-2460',
  },
  'norrsken-hemtjanst': {
    kind: 'home-care',
    name: 'Norrskenets hemtjänst',
    phone: '090-16 10 04',
    roles: ['municipal-coordinator'],
    huvudman: 'kommun-2480',
  },
};

/** Units that the municipal units of the tests may give an assignment to. */
export const EXECUTORS = ['umea-hemtjanst', 'norrsken-hemtjanst'];

/** Somebody who may do everything that the unit's staff may do. */
export function staffOf(unit: string): Asker {
  return { unit, roles: units[unit]?.roles ?? [] };
}
