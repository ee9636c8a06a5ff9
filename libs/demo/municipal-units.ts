import type { Unit } from '@hemgang/directory';
import type { Board, DemoMunicipality, District } from './municipalities';
import { slug } from './slug';

/** A unit before it is given its telephone number. */
export type UnitPlan = Omit<Unit, 'phone' | 'closedInto' | 'ownWard' | 'external'> & {
  readonly ownWard?: string;
};

/** The kinds of unit that every district has, or the whole municipality where it has none. */
const DISTRICT_UNITS = [
  { kind: 'municipal-social', idPart: 'bistand', name: 'Biståndsenheten', board: 'socialBoard' },
  { kind: 'municipal-health', idPart: 'hemsjukvard', name: 'Hemsjukvården', board: 'healthBoard' },
  { kind: 'home-care', idPart: 'hemtjanst', name: 'Hemtjänsten', board: 'healthBoard' },
  { kind: 'rehab', idPart: 'rehab', name: 'Rehabenheten', board: 'healthBoard' },
] as const;

type DistrictUnit = (typeof DISTRICT_UNITS)[number];

/** The id of a district's biståndsenhet or hemsjukvård; district null where there are none. */
export function municipalUnitId(
  municipalityId: string,
  idPart: DistrictUnit['idPart'],
  districtId: string | null,
): string {
  const wholeMunicipality = `${municipalityId}-${idPart}`;
  return districtId === null ? wholeMunicipality : `${wholeMunicipality}-${districtId}`;
}

/** All units of one municipality, in the order of DISTRICT_UNITS and then those for all of it. */
export function municipalUnits(municipality: DemoMunicipality): UnitPlan[] {
  const districts: readonly (District | null)[] =
    municipality.districts.length > 0 ? municipality.districts : [null];
  return [
    ...DISTRICT_UNITS.flatMap((type) => districts.map((d) => districtUnit(municipality, type, d))),
    ...municipality.shortTermHomes.map((home) => shortTermUnit(municipality, home)),
    plan(municipality, municipality.socialBoard, {
      id: `${municipality.id}-betalning`,
      kind: 'payer-admin',
      name: `Betalningsadministrationen ${municipality.name}`,
    }),
  ];
}

/** Municipalities that are large enough to have a unit of its own for families. */
const WITH_FAMILY_UNIT: readonly string[] = ['2480', '2482', '2481'];

/** Family care: the name alone would tell why the social services know somebody. */
export function familyUnits(municipality: DemoMunicipality): UnitPlan[] {
  if (!WITH_FAMILY_UNIT.includes(municipality.code)) return [];
  const unit = {
    id: `${municipality.id}-familjevard`,
    kind: 'municipal-social',
    name: `Familjevårdsenheten ${municipality.name}`,
  } as const;
  return [{ ...plan(municipality, municipality.socialBoard, unit), sensitive: true }];
}

function districtUnit(
  municipality: DemoMunicipality,
  type: DistrictUnit,
  district: District | null,
): UnitPlan {
  return plan(municipality, municipality[type.board], {
    id: municipalUnitId(municipality.id, type.idPart, district?.id ?? null),
    kind: type.kind,
    name: [type.name, municipality.name, district?.name].filter(Boolean).join(' '),
  });
}

function shortTermUnit(municipality: DemoMunicipality, home: string): UnitPlan {
  const isOnlyHome = municipality.shortTermHomes.length === 1;
  const baseId = `${municipality.id}-korttids`;
  return plan(municipality, municipality.healthBoard, {
    id: isOnlyHome ? baseId : `${baseId}-${slug(home)}`,
    kind: 'short-term',
    name: isOnlyHome ? `Korttidsboendet ${home}` : `Korttidsboendet ${home}, ${municipality.name}`,
  });
}

function plan(
  municipality: DemoMunicipality,
  board: Board,
  unit: Pick<UnitPlan, 'id' | 'kind' | 'name'>,
): UnitPlan {
  return { ...unit, controller: board.id, sensitive: false, municipality: municipality.code };
}
