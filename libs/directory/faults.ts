import { ROLES } from './role';
import { CARES, HOSPITAL_KINDS, type DirectoryRows, type Unit } from './rows';
import { canReceiveHandover, UNIT_KINDS } from './unit-kind';

/** Area code, hyphen, then two or three groups: `08-465 004 12`, `0980-319 204`. */
const PHONE_FORM = /^0\d{1,3}-\d{2,3}( \d{2,3}){1,2}$/;

/** Shortest and longest Swedish number with its area code, in digits. */
const PHONE_DIGITS_MIN = 8;
const PHONE_DIGITS_MAX = 10;

/** SCB writes a municipality with four digits and a region with two. */
const MUNICIPALITY_CODE_DIGITS = 4;

type Rows = readonly { readonly id: string }[];

/**
 * Everything wrong with a set of rows, one English sentence each with the row's id and no names of
 * people; empty when the rows can be used. All faults at once, so that an import is mended in one
 * round. Types are checked too, because the rows come from a database.
 */
export function directoryFaults(rows: DirectoryRows): string[] {
  return [
    ...duplicates('huvudman', rows.huvudman),
    ...duplicates('controller', rows.controllers),
    ...duplicates('hospital', rows.hospitals),
    ...duplicates('unit', rows.units),
    ...duplicates('staff', rows.staff),
    ...duplicates('assignment', rows.assignments),
    ...controllerFaults(rows),
    ...hospitalFaults(rows),
    ...unitFaults(rows),
    ...assignmentFaults(rows),
    ...employeeFaults(rows),
    ...standingContactFaults(rows),
  ];
}

function controllerFaults(rows: DirectoryRows): string[] {
  const huvudman = ids(rows.huvudman);
  return rows.controllers
    .filter((controller) => !huvudman.has(controller.huvudman))
    .map((c) => `controller ${c.id}: no huvudman ${c.huvudman}`);
}

function hospitalFaults({ hospitals }: DirectoryRows): string[] {
  return hospitals
    .filter(({ kind }) => !isOneOf(HOSPITAL_KINDS, kind))
    .map(({ id, kind }) => `hospital ${id}: unknown kind ${kind}`);
}

function unitFaults(rows: DirectoryRows): string[] {
  const controllers = ids(rows.controllers);
  const codes = new Set(rows.huvudman.map((huvudman) => huvudman.code));
  return rows.units.flatMap((unit) => {
    const faults: string[] = [];
    if (!controllers.has(unit.controller)) faults.push(`no controller ${unit.controller}`);
    if (!isOneOf(UNIT_KINDS, unit.kind)) faults.push(`unknown kind ${unit.kind}`);
    if (unit.name.trim() === '') faults.push('no name');
    if (!isPhoneNumber(unit.phone)) faults.push(`no telephone number: "${unit.phone}"`);
    if (unit.municipality !== null && !isMunicipality(unit.municipality, codes)) {
      faults.push(`no municipality ${unit.municipality}`);
    }
    faults.push(...wardFaults(unit, rows), ...externalFaults(unit, rows));
    return faults.map((fault) => `unit ${unit.id}: ${fault}`);
  });
}

/** What is said of wards alone. */
function wardFaults({ kind, hospital, care }: Unit, { hospitals }: DirectoryRows): string[] {
  const faults: string[] = [];
  if (kind !== 'ward' && (hospital ?? care) !== undefined) {
    faults.push(`in a hospital or with inpatient care, and no ward`);
  }
  if (hospital !== undefined && !ids(hospitals).has(hospital)) {
    faults.push(`no hospital ${hospital}`);
  }
  if (care !== undefined && !isOneOf(CARES, care)) faults.push(`unknown care ${care}`);
  return faults;
}

function externalFaults({ id, external, kind }: Unit, { assignments }: DirectoryRows): string[] {
  if (external === null) return [];
  const faults: string[] = [];
  if (external.organisation.trim() === '') faults.push('outside, without an organisation');
  if (external.address.trim() === '') faults.push('outside, without a postal address');
  if (!canReceiveHandover(kind)) faults.push(`outside, and a ${kind} receives nobody`);
  if (assignments.some(({ unit }) => unit === id)) faults.push('outside, with staff here');
  return faults;
}

function assignmentFaults(rows: DirectoryRows): string[] {
  const units = ids(rows.units);
  const staff = ids(rows.staff);
  return rows.assignments.flatMap((assignment) => {
    const faults: string[] = [];
    if (!units.has(assignment.unit)) faults.push(`no unit ${assignment.unit}`);
    if (!staff.has(assignment.staff)) faults.push(`no staff ${assignment.staff}`);
    if (assignment.roles.length === 0) faults.push('no role');
    for (const role of assignment.roles) {
      if (!isOneOf(ROLES, role)) faults.push(`unknown role ${role}`);
    }
    return faults.map((fault) => `assignment ${assignment.id}: ${fault}`);
  });
}

/** Whoever signs in by an employee id is one person. */
function employeeFaults({ assignments }: DirectoryRows): string[] {
  const staffOf = new Map<string, string>();
  const shared = new Set<string>();
  for (const { employee, staff } of assignments) {
    if (employee === null) continue;
    if ((staffOf.get(employee) ?? staff) !== staff) shared.add(employee);
    staffOf.set(employee, staff);
  }
  return [...shared].map((id) => `employee ${id}: the id is used for more than one person`);
}

function standingContactFaults({ standingContacts, assignments }: DirectoryRows): string[] {
  return standingContacts
    .filter(({ unit, staff }) => !assignments.some((a) => a.unit === unit && a.staff === staff))
    .map(({ unit, staff }) => `standing contact ${staff}: does not work at ${unit}`);
}

function duplicates(what: string, rows: Rows): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return [...twice].map((id) => `${what} ${id}: the id is used more than once`);
}

/** Whether a text is a Swedish telephone number with its area code, spaced as people write it. */
export function isPhoneNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return PHONE_FORM.test(text) && digits >= PHONE_DIGITS_MIN && digits <= PHONE_DIGITS_MAX;
}

/** A region's code is known too, but no unit serves a region as its municipality. */
function isMunicipality(code: string, codes: ReadonlySet<string>): boolean {
  return code.length === MUNICIPALITY_CODE_DIGITS && codes.has(code);
}

function isOneOf(words: readonly string[], word: string): boolean {
  return words.includes(word);
}

function ids(rows: Rows): ReadonlySet<string> {
  return new Set(rows.map((row) => row.id));
}
