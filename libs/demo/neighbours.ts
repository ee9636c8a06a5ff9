import type { Controller, Huvudman, Unit } from '@hemgang/directory';
import { fictionalPhone } from './phones';
import { slug } from './slug';

interface Neighbour {
  /** SCB's code. */
  readonly code: string;
  readonly name: string;
  /** As the authority calls itself. */
  readonly official: string;
}

interface NeighbourRegion extends Neighbour {
  readonly municipalities: readonly Neighbour[];
}

/** The regions that border on Västerbotten and their municipalities, with SCB's codes. */
const NEIGHBOURS: readonly NeighbourRegion[] = [
  {
    code: '25',
    name: 'Norrbotten',
    official: 'Region Norrbotten',
    municipalities: [
      { code: '2505', name: 'Arvidsjaur', official: 'Arvidsjaurs kommun' },
      { code: '2506', name: 'Arjeplog', official: 'Arjeplogs kommun' },
      { code: '2510', name: 'Jokkmokk', official: 'Jokkmokks kommun' },
      { code: '2513', name: 'Överkalix', official: 'Överkalix kommun' },
      { code: '2514', name: 'Kalix', official: 'Kalix kommun' },
      { code: '2518', name: 'Övertorneå', official: 'Övertorneå kommun' },
      { code: '2521', name: 'Pajala', official: 'Pajala kommun' },
      { code: '2523', name: 'Gällivare', official: 'Gällivare kommun' },
      { code: '2560', name: 'Älvsbyn', official: 'Älvsbyns kommun' },
      { code: '2580', name: 'Luleå', official: 'Luleå kommun' },
      { code: '2581', name: 'Piteå', official: 'Piteå kommun' },
      { code: '2582', name: 'Boden', official: 'Bodens kommun' },
      { code: '2583', name: 'Haparanda', official: 'Haparanda kommun' },
      { code: '2584', name: 'Kiruna', official: 'Kiruna kommun' },
    ],
  },
  {
    code: '22',
    name: 'Västernorrland',
    official: 'Region Västernorrland',
    municipalities: [
      { code: '2260', name: 'Ånge', official: 'Ånge kommun' },
      { code: '2262', name: 'Timrå', official: 'Timrå kommun' },
      { code: '2280', name: 'Härnösand', official: 'Härnösands kommun' },
      { code: '2281', name: 'Sundsvall', official: 'Sundsvalls kommun' },
      { code: '2282', name: 'Kramfors', official: 'Kramfors kommun' },
      { code: '2283', name: 'Sollefteå', official: 'Sollefteå kommun' },
      { code: '2284', name: 'Örnsköldsvik', official: 'Örnsköldsviks kommun' },
    ],
  },
  {
    code: '23',
    name: 'Jämtland Härjedalen',
    official: 'Region Jämtland Härjedalen',
    municipalities: [
      { code: '2303', name: 'Ragunda', official: 'Ragunda kommun' },
      { code: '2305', name: 'Bräcke', official: 'Bräcke kommun' },
      { code: '2309', name: 'Krokom', official: 'Krokoms kommun' },
      { code: '2313', name: 'Strömsund', official: 'Strömsunds kommun' },
      { code: '2321', name: 'Åre', official: 'Åre kommun' },
      { code: '2326', name: 'Berg', official: 'Bergs kommun' },
      { code: '2361', name: 'Härjedalen', official: 'Härjedalens kommun' },
      { code: '2380', name: 'Östersund', official: 'Östersunds kommun' },
    ],
  },
];

/** Directory rows of the neighbours: huvudman, one controller each, and whom a ward can turn to. */
export interface NeighbourRows {
  readonly huvudman: readonly Huvudman[];
  readonly controllers: readonly Controller[];
  readonly units: readonly Unit[];
}

/**
 * The neighbours as units outside: nobody there has an account. Codes and authorities are real;
 * units, telephone numbers and addresses are invented: no post code begins with 000, and `.example`
 * belongs to nobody.
 * @param firstPhone running number of the first fictional telephone number that is free
 */
export function neighbours(firstPhone: number): NeighbourRows {
  const authorities = NEIGHBOURS.flatMap((region) => [region, ...region.municipalities]);
  const plans = NEIGHBOURS.flatMap((region) => [
    regionUnit(region),
    ...region.municipalities.flatMap(municipalUnits),
  ]);
  return {
    huvudman: authorities.map(({ code, official }) => ({
      id: huvudmanId(code),
      name: official,
      code,
    })),
    controllers: authorities.map(({ code, official }) => ({
      id: controllerId(code),
      huvudman: huvudmanId(code),
      name: official,
      form: 'authority',
    })),
    units: plans.map((plan, index) => ({ ...plan, phone: fictionalPhone(firstPhone + index) })),
  };
}

/** A municipality outside, and the units that receive those who live there. */
export interface NeighbourHome {
  readonly code: string;
  readonly name: string;
  readonly social: string;
  readonly health: string;
  readonly openCare: string;
}

/** Every municipality of the neighbouring regions as somebody's home. */
export const NEIGHBOUR_HOMES: readonly NeighbourHome[] = NEIGHBOURS.flatMap((region) =>
  region.municipalities.map(({ code, name }) => ({
    code,
    name,
    ...municipalIds(name),
    openCare: regionUnitId(region.name),
  })),
);

type Plan = Omit<Unit, 'phone'>;

function regionUnitId(region: string): string {
  return `region-${slug(region)}-halsocentral`;
}

function municipalIds(name: string): Pick<NeighbourHome, 'social' | 'health'> {
  return { social: `${slug(name)}-bistand`, health: `${slug(name)}-hemsjukvard` };
}

function regionUnit(region: NeighbourRegion): Plan {
  const id = regionUnitId(region.name);
  return plan(region, id, 'halsocentral', `Hälsocentral i ${region.name}`, null);
}

function municipalUnits(municipality: Neighbour): Plan[] {
  const { name, code } = municipality;
  const { social, health } = municipalIds(name);
  return [
    plan(municipality, social, 'municipal-social', `Biståndsenheten ${name}`, code),
    plan(municipality, health, 'municipal-health', `Hemsjukvården ${name}`, code),
  ];
}

function plan(
  { code, name, official }: Neighbour,
  id: string,
  kind: Unit['kind'],
  unitName: string,
  municipality: string | null,
): Plan {
  return {
    id,
    controller: controllerId(code),
    kind,
    name: unitName,
    sensitive: false,
    municipality,
    closedInto: null,
    ownWard: null,
    external: {
      organisation: official,
      address: `${unitName}, Box 1, 000 00 ${name}`,
      secureMail: `${id}@${slug(name)}.example`,
    },
  };
}

function huvudmanId(code: string): string {
  return `${code.length === 2 ? 'region' : 'kommun'}-${code}`;
}

function controllerId(code: string): string {
  return `${huvudmanId(code)}-utanfor`;
}
