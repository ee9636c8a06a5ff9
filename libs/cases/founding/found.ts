import { createHash } from 'node:crypto';
import {
  isInForce,
  isPhoneNumber,
  type Assignment,
  type Controller,
  type DirectoryRows,
  type Hospital,
  type Huvudman,
  type LivingDirectory,
  type Staff,
  type Unit,
} from '@hemgang/directory';
import { canonicalJson, type Instant } from '@hemgang/kernel';
import { ADMINISTRATOR } from '../staffing/ground';
import type { DirectoryFile, FaultAt, NamedAdministrator } from './directory-file';

/** Rows that the file adds to the directory. */
export interface Founding {
  readonly huvudman: readonly Huvudman[];
  readonly controllers: readonly Controller[];
  readonly hospitals: readonly Hospital[];
  readonly units: readonly Unit[];
  /** Wards that are here, with the hospital and the care that the file is the first to say. */
  readonly placed: readonly Unit[];
  /** Administrators who were not known as persons before. */
  readonly staff: readonly Staff[];
  /** In which they administer. */
  readonly assignments: readonly Assignment[];
}

/** On what is decided. */
export interface FoundingGround {
  readonly living: LivingDirectory;
  readonly now: Instant;
}

const ID_LENGTH = 16;

/**
 * What of the file is new. What is here already is left alone: also a unit whose name and telephone
 * its administrator has changed since, and an administrator who has left. A controller that has an
 * administrator is hers: an operator names another one only where nobody is left. Pure.
 * @returns the rows to add, or every fault; then nothing is to be written
 */
export function found(file: DirectoryFile, ground: FoundingGround): Founding | readonly FaultAt[] {
  const { rows } = ground.living;
  const huvudman = fresh('/huvudman', file.huvudman, rows.huvudman, (row) => row);
  const controllers = fresh('/controllers', file.controllers, rows.controllers, (row) => row);
  const hospitals = fresh('/hospitals', file.hospitals, rows.hospitals, (row) => row);
  const wished = file.units.map((row) => wishedUnit(row, rows.units));
  const placed = placedUnits(wished, rows.units);
  const known = rows.units.map((row) => placed.find(({ id }) => id === row.id) ?? row);
  const units = fresh<Unit>('/units', wished, known, lasting);
  const after = {
    ...rows,
    huvudman: [...rows.huvudman, ...huvudman.added],
    controllers: [...rows.controllers, ...controllers.added],
    hospitals: [...rows.hospitals, ...hospitals.added],
    units: [...known, ...units.added],
  };
  const named = administrators(file.administrators, after, ground);
  const faults = [
    ...huvudman.faults,
    ...controllers.faults,
    ...file.controllers.flatMap((row, index) =>
      has(after.huvudman, row.huvudman) ? [] : at(`/controllers/${index}/huvudman`, 'unknown'),
    ),
    ...hospitals.faults,
    ...units.faults,
    ...file.units.flatMap((row, index) => unitFaults(row, `/units/${index}`, after)),
    ...named.faults,
  ];
  if (faults.length > 0) return faults;
  return {
    huvudman: huvudman.added,
    controllers: controllers.added,
    hospitals: hospitals.added,
    units: units.added,
    placed,
    staff: named.staff,
    assignments: named.assignments,
  };
}

/** What of a unit is an operator's to say; its name and telephone are its administrator's. */
function lasting(unit: Unit) {
  const { id, controller, kind, sensitive, municipality, ownWard, external } = unit;
  const { hospital = null, care = null } = unit;
  return { id, controller, kind, sensitive, municipality, ownWard, external, hospital, care };
}

/** What a file does not say of where a ward lies and which care it gives stays as it is. */
function wishedUnit(row: DirectoryFile['units'][number], known: readonly Unit[]): Unit {
  const here = known.find(({ id }) => id === row.id);
  return { ...placing(here), ...row, closedInto: null, external: null };
}

function placing({ hospital, care }: Pick<Unit, 'hospital' | 'care'> = {}) {
  return {
    ...(hospital === undefined ? {} : { hospital }),
    ...(care === undefined ? {} : { care }),
  };
}

/** Units of which it was not said yet where they lie, or which care they give, and is now. */
function placedUnits(given: readonly Unit[], known: readonly Unit[]): readonly Unit[] {
  return known.flatMap((unit) => {
    const placed = { ...placing(given.find(({ id }) => id === unit.id)), ...unit };
    return placed.hospital === unit.hospital && placed.care === unit.care ? [] : [placed];
  });
}

/** Rows that are not here. Those that are must say the same. */
function fresh<Row extends { readonly id: string }>(
  list: string,
  given: readonly Row[],
  known: readonly Row[],
  said: (row: Row) => object,
): { readonly added: readonly Row[]; readonly faults: readonly FaultAt[] } {
  const seen = new Set<string>();
  const added: Row[] = [];
  const faults: FaultAt[] = [];
  for (const [index, row] of given.entries()) {
    const here = known.find(({ id }) => id === row.id);
    if (seen.has(row.id)) faults.push(...at(`${list}/${index}/id`, 'repeated'));
    else if (here === undefined) added.push(row);
    else if (canonicalJson(said(here)) !== canonicalJson(said(row))) {
      faults.push(...at(`${list}/${index}`, 'differs'));
    }
    seen.add(row.id);
  }
  return { added, faults };
}

function unitFaults(
  {
    controller,
    kind,
    phone,
    municipality,
    ownWard,
    hospital,
    care,
  }: DirectoryFile['units'][number],
  place: string,
  { controllers, hospitals, huvudman, units }: DirectoryRows,
): readonly FaultAt[] {
  const isServed = municipality === null || huvudman.some(({ code }) => code === municipality);
  const isWard =
    ownWard === null || units.some(({ id, kind }) => id === ownWard && kind === 'ward');
  const isPlaced = hospital === undefined || has(hospitals, hospital);
  const isPlain = kind === 'ward' || (hospital ?? care) === undefined;
  return [
    ...(has(controllers, controller) ? [] : at(`${place}/controller`, 'unknown')),
    ...(isPhoneNumber(phone) ? [] : at(`${place}/phone`, 'phone')),
    ...(isServed ? [] : at(`${place}/municipality`, 'unknown')),
    ...(isWard ? [] : at(`${place}/ownWard`, 'unknown')),
    ...(isPlaced ? [] : at(`${place}/hospital`, 'unknown')),
    ...(isPlain ? [] : at(`${place}/kind`, 'no-ward')),
  ];
}

interface Named {
  readonly staff: readonly Staff[];
  readonly assignments: readonly Assignment[];
  readonly faults: readonly FaultAt[];
}

function administrators(
  given: readonly NamedAdministrator[],
  rows: DirectoryRows,
  ground: FoundingGround,
): Named {
  const named: Named[] = [];
  const seen = new Set<string>();
  let staff = rows.staff;
  let assignments = rows.assignments;
  for (const [index, wish] of given.entries()) {
    const place = `/administrators/${index}`;
    const unit = rows.units.find(({ id }) => id === wish.unit);
    const key = `${wish.employee}\n${unit?.controller}`;
    const outcome = seen.has(key)
      ? refused(at(`${place}/employee`, 'repeated'))
      : administrator(wish, place, unit, { ...rows, staff, assignments }, ground);
    seen.add(key);
    staff = [...staff, ...outcome.staff];
    assignments = [...assignments, ...outcome.assignments];
    named.push(outcome);
  }
  return {
    staff: named.flatMap((each) => each.staff),
    assignments: named.flatMap((each) => each.assignments),
    faults: named.flatMap((each) => each.faults),
  };
}

function administrator(
  { name, employee, commission }: NamedAdministrator,
  place: string,
  unit: Unit | undefined,
  { units, staff, assignments }: DirectoryRows,
  { living, now }: FoundingGround,
): Named {
  if (unit === undefined) return refused(at(`${place}/unit`, 'unknown'));
  if (unit.external !== null) return refused(at(`${place}/unit`, 'outside'));
  const hers = assignments.filter((each) => each.employee === employee);
  const known = staff.find(({ id }) => id === hers[0]?.staff);
  if (known !== undefined && known.name !== name) {
    return refused(at(`${place}/employee`, 'another-person'));
  }
  const own = new Set(units.flatMap((row) => (row.controller === unit.controller ? row.id : [])));
  const administers = (each: Assignment): boolean =>
    own.has(each.unit) && each.roles.includes(ADMINISTRATOR);
  const isRun = living.rows.assignments.some(
    (each) => administers(each) && isInForce(each, now, living.policy),
  );
  // She is or was one of them, and whoever is there now decides about her.
  if (isRun && hers.some(administers)) return { staff: [], assignments: [], faults: [] };
  if (isRun) return refused(at(`${place}/unit`, 'has-administrator'));
  if (unit.closedInto !== null) return refused(at(`${place}/unit`, 'closed'));
  const person = known ?? { id: `p-${digest(employee)}`, name };
  const assignment: Assignment = {
    // The revision: whoever is named anew after her assignment ended gets another one.
    id: `a-${digest(`${employee}\n${unit.id}\n${living.revision}`)}`,
    ...{ staff: person.id, unit: unit.id, roles: [ADMINISTRATOR], employee, commission },
    term: { confirmedAt: now },
  };
  return { staff: known === undefined ? [person] : [], assignments: [assignment], faults: [] };
}

function refused(faults: readonly FaultAt[]): Named {
  return { staff: [], assignments: [], faults };
}

function at(place: string, fault: FaultAt['fault']): readonly [FaultAt] {
  return [{ at: place, fault }];
}

function has(rows: readonly { readonly id: string }[], id: string): boolean {
  return rows.some((row) => row.id === id);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, ID_LENGTH);
}
