import type { Assignment, Role, Staff, Unit, UnitKind } from '@hemgang/directory';
import { NAMED_STAFF } from './named-staff';
import { FAMILY_NAMES, YOUNGER_NAMES } from './names';
import { pick, seeded } from './random';
import { slug } from './slug';

/** An assignment before a catalogue of staff has given it names. */
export type StaffedAssignment = Omit<Assignment, 'employee' | 'commission'>;

interface Staffing {
  readonly staff: readonly Staff[];
  readonly assignments: readonly StaffedAssignment[];
}

/** Who works at a unit of each kind: one entry per person. */
const PEOPLE_PER_UNIT: Readonly<Record<UnitKind, readonly Role[]>> = {
  ward: ['ward-staff', 'ward-staff', 'physician'],
  'municipal-social': ['municipal-coordinator', 'municipal-coordinator'],
  'municipal-health': ['municipal-nurse', 'municipal-nurse'],
  halsocentral: ['primary-care-nurse', 'primary-care-nurse', 'open-care-manager'],
  'specialist-open-care': ['specialist-nurse', 'specialist-nurse', 'open-care-manager'],
  'home-care': ['municipal-coordinator', 'municipal-coordinator'],
  'short-term': ['municipal-coordinator', 'municipal-nurse'],
  rehab: ['municipal-coordinator', 'municipal-coordinator'],
  'payer-admin': ['administrator', 'administrator'],
};

const GIVEN_NAMES = [...YOUNGER_NAMES.female, ...YOUNGER_NAMES.male];

/**
 * Staff for all units: first those named by hand, then invented people until every unit has its
 * number. Nobody shares a name, so that a demo user is recognised by it. An assignment's id is the
 * person's id and the unit's (`anna-lundgren-nus-medicin-2`).
 */
export function staffUnits(units: readonly Unit[]): Staffing {
  const staff: Staff[] = [];
  const assignments: StaffedAssignment[] = [];
  const taken = new Set<string>();

  const employ = (name: string): Staff => {
    const person: Staff = { id: slug(name), name };
    taken.add(name);
    staff.push(person);
    return person;
  };
  const assign = (person: Staff, unit: string, roles: readonly Role[]): void => {
    assignments.push({ id: `${person.id}-${unit}`, staff: person.id, unit, roles });
  };

  for (const named of NAMED_STAFF) {
    const person = employ(named.name);
    for (const { unit, roles } of named.assignments) assign(person, unit, roles);
  }
  for (const unit of units) {
    const vacancies = vacantRoles(unit, assignments);
    // Seeded by the unit, so that a new unit elsewhere does not rename the people of this one.
    const random = seeded(`staff of ${unit.id}`);
    for (const role of vacancies) assign(employ(freeName(taken, random)), unit.id, [role]);
  }
  return { staff, assignments };
}

/** The unit's roles that nobody has been given yet, each as often as it is vacant. */
function vacantRoles(unit: Unit, assignments: readonly StaffedAssignment[]): Role[] {
  const vacant = [...PEOPLE_PER_UNIT[unit.kind]];
  for (const { roles } of assignments.filter((assignment) => assignment.unit === unit.id)) {
    const index = vacant.findIndex((role) => role === roles[0]);
    if (index >= 0) vacant.splice(index, 1);
  }
  return vacant;
}

/** Ends because there are ten times more names than people; a test counts them. */
function freeName(taken: ReadonlySet<string>, random: () => number): string {
  const name = `${pick(GIVEN_NAMES, random)} ${pick(FAMILY_NAMES, random)}`;
  return taken.has(name) ? freeName(taken, random) : name;
}
