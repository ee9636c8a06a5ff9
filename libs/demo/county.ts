import type { Controller, DirectoryRows, Hospital, Huvudman, Unit } from '@hemgang/directory';
import { inCatalogue } from './catalogue';
import { DEMO_MUNICIPALITIES } from './municipalities';
import { familyUnits, municipalUnits, type UnitPlan } from './municipal-units';
import { DEMO_CLINICS, DEMO_HALSOCENTRALER, PRIVATE_HALSOCENTRAL } from './open-care';
import { neighbours } from './neighbours';
import { fictionalPhone, SWITCHBOARDS_FROM } from './phones';
import { staffUnits } from './staffing';
import { DEMO_HOSPITALS, DEMO_SJUKSTUGOR } from './wards';
import { DEMO_COVER } from './watches';

const REGION: Huvudman = {
  id: 'region-24',
  name: 'Region Västerbotten',
  code: '24',
  switchboard: fictionalPhone(SWITCHBOARDS_FROM),
};

const REGION_BOARD: Controller = {
  id: 'region-24-halso-och-sjukvardsnamnden',
  huvudman: REGION.id,
  name: 'Hälso- och sjukvårdsnämnden',
  form: 'authority',
};

const PRIVATE_PROVIDER: Controller = {
  id: PRIVATE_HALSOCENTRAL,
  huvudman: REGION.id,
  name: 'Citymottagningen (privat vårdgivare)',
  form: 'private',
};

/** Private home care that works for Umeå by its assignments. */
const PRIVATE_HOME_CARE: Controller = {
  id: 'norrskenet-hemtjanst',
  huvudman: 'kommun-2480',
  name: 'Norrskenet hemtjänst (privat utförare)',
  form: 'private',
};

const PRIVATE_EXECUTOR: UnitPlan = {
  id: 'umea-norrskenet-hemtjanst',
  controller: PRIVATE_HOME_CARE.id,
  kind: 'home-care',
  name: 'Norrskenet hemtjänst',
  sensitive: false,
  municipality: '2480',
};

/**
 * Region Västerbotten, its 15 municipalities and its neighbours as the demo shows them: places and hospitals are
 * real, while boards, divisions, staff and telephone numbers are invented. Always the same rows.
 */
export const DEMO_COUNTY: DirectoryRows = county();

function county(): DirectoryRows {
  const units = [
    ...regionUnits(),
    ...DEMO_MUNICIPALITIES.flatMap(municipalUnits),
    PRIVATE_EXECUTOR,
  ].map(withPhone);
  const outside = neighbours(units.length);
  // Last, so that everybody else keeps the number and the names of the staff.
  const family = DEMO_MUNICIPALITIES.flatMap(familyUnits).map((unit, index) => ({
    ...withPhone(unit, index),
    phone: fictionalPhone(units.length + outside.units.length + index),
  }));
  const huvudman = [
    REGION,
    ...DEMO_MUNICIPALITIES.map(({ code, name }, index) => ({
      id: `kommun-${code}`,
      name: officialName(name),
      code,
      switchboard: fictionalPhone(SWITCHBOARDS_FROM + 1 + index),
    })),
    ...outside.huvudman,
  ];
  const controllers = [
    REGION_BOARD,
    PRIVATE_PROVIDER,
    ...municipalControllers(),
    PRIVATE_HOME_CARE,
    ...outside.controllers,
  ];
  const own = [...units, ...family];
  const { staff, assignments } = staffUnits(own);
  return {
    huvudman,
    controllers,
    hospitals: hospitals(),
    units: [...own, ...outside.units],
    staff,
    assignments: inCatalogue(assignments, { units: own, controllers, huvudman }),
    standingContacts: [],
    cover: DEMO_COVER,
  };
}

/** Umeå kommun, Vännäs kommun, but Storumans kommun: an s after any consonant except s. */
function officialName(municipality: string): string {
  return `${municipality}${/[bdfglmnrt]$/.test(municipality) ? 's' : ''} kommun`;
}

/** One controller per board, so one or two per municipality. */
function municipalControllers(): Controller[] {
  return DEMO_MUNICIPALITIES.flatMap(({ code, socialBoard, healthBoard }) => {
    const boards = socialBoard.id === healthBoard.id ? [socialBoard] : [socialBoard, healthBoard];
    return boards.map((board): Controller => ({
      ...board,
      huvudman: `kommun-${code}`,
      form: 'authority',
    }));
  });
}

function hospitals(): Hospital[] {
  const rowsOf = (kind: Hospital['kind'], places: readonly { id: string; name: string }[]) =>
    places.map(({ id, name }): Hospital => ({ id, kind, name }));
  return [...rowsOf('hospital', DEMO_HOSPITALS), ...rowsOf('sjukstuga', DEMO_SJUKSTUGOR)];
}

function regionUnits(): UnitPlan[] {
  const ofRegion = { controller: REGION_BOARD.id, sensitive: false, municipality: null };
  return [
    ...DEMO_HOSPITALS.flatMap(({ id: hospital, wards }) =>
      wards.map((ward): UnitPlan => ({
        ...ofRegion,
        ...ward,
        ...{ kind: 'ward', hospital },
        care: ward.sensitive === true ? 'psychiatric' : 'somatic',
      })),
    ),
    ...DEMO_SJUKSTUGOR.map(({ id, name, municipality }): UnitPlan => ({
      ...ofRegion,
      id,
      name,
      municipality,
      ...{ kind: 'ward', hospital: id, care: 'somatic' },
    })),
    ...DEMO_HALSOCENTRALER.map((unit): UnitPlan => {
      const isPrivate = unit.id === PRIVATE_HALSOCENTRAL;
      const controller = isPrivate ? PRIVATE_PROVIDER.id : REGION_BOARD.id;
      const sjukstuga = DEMO_SJUKSTUGOR.find(({ halsocentral }) => halsocentral === unit.id);
      const own = sjukstuga === undefined ? {} : { ownWard: sjukstuga.id };
      return { ...ofRegion, ...unit, ...own, controller, kind: 'halsocentral' };
    }),
    ...DEMO_CLINICS.map((clinic): UnitPlan => ({
      ...ofRegion,
      ...clinic,
      kind: 'specialist-open-care',
    })),
    {
      ...ofRegion,
      id: 'region-betalning',
      kind: 'payer-admin',
      name: 'Betalningsadministrationen Region Västerbotten',
    },
  ];
}

function withPhone(unit: UnitPlan, index: number): Unit {
  const { ownWard = null, ...rest } = unit;
  return { ...rest, phone: fictionalPhone(index), closedInto: null, ownWard, external: null };
}
