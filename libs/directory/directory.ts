import { directoryFaults } from './faults';
import type { LocalDate } from '@hemgang/kernel';
import type {
  Assignment,
  Controller,
  DirectoryRows,
  Huvudman,
  StandingContact,
  Staff,
  Unit,
} from './rows';
import type { UnitKind } from './unit-kind';

/**
 * The county's organisation, held in memory and never changed: a changed directory is a new one.
 * It does not load, refresh or resolve recipients; it answers who belongs where. Every id that it
 * does not know gives undefined (or an empty list), so that callers refuse with their own words.
 */
export class Directory {
  private readonly huvudmanById: ReadonlyMap<string, Huvudman>;
  private readonly controllerById: ReadonlyMap<string, Controller>;
  private readonly unitById: ReadonlyMap<string, Unit>;
  private readonly staffById: ReadonlyMap<string, Staff>;
  private readonly assignmentById: ReadonlyMap<string, Assignment>;
  private readonly assignmentsByUnit: ReadonlyMap<string, readonly Assignment[]>;
  private readonly assignmentsByEmployee: ReadonlyMap<string, readonly Assignment[]>;
  private readonly assignmentsByStaff: ReadonlyMap<string, readonly Assignment[]>;

  /** @throws Error naming every fault (see `directoryFaults`): half a directory hides duties. */
  constructor(readonly rows: DirectoryRows) {
    const faults = directoryFaults(rows);
    if (faults.length > 0) throw new Error(`The directory has faults:\n${faults.join('\n')}`);
    this.huvudmanById = byId(rows.huvudman);
    this.controllerById = byId(rows.controllers);
    this.unitById = byId(rows.units);
    this.staffById = byId(rows.staff);
    this.assignmentById = byId(rows.assignments);
    this.assignmentsByUnit = groupedBy(rows.assignments, ({ unit }) => unit);
    this.assignmentsByEmployee = groupedBy(rows.assignments, ({ employee }) => employee);
    this.assignmentsByStaff = groupedBy(rows.assignments, ({ staff }) => staff);
  }

  huvudman(id: string): Huvudman | undefined {
    return this.huvudmanById.get(id);
  }

  controller(id: string): Controller | undefined {
    return this.controllerById.get(id);
  }

  unit(id: string): Unit | undefined {
    return this.unitById.get(id);
  }

  staff(id: string): Staff | undefined {
    return this.staffById.get(id);
  }

  assignment(id: string): Assignment | undefined {
    return this.assignmentById.get(id);
  }

  /** The authority or provider answerable for the unit's data. */
  controllerOf(unitId: string): Controller | undefined {
    const unit = this.unitById.get(unitId);
    return unit && this.controllerById.get(unit.controller);
  }

  /** The region or municipality that the unit works for. */
  huvudmanOf(unitId: string): Huvudman | undefined {
    const controller = this.controllerOf(unitId);
    return controller && this.huvudmanById.get(controller.huvudman);
  }

  /** The unit's standing fast vårdkontakt on a day; the latest appointment counts. */
  standingContactOf(unitId: string, on: LocalDate): StandingContact | undefined {
    return this.rows.standingContacts.findLast(
      ({ unit, from, until }) => unit === unitId && from <= on && (until === null || on <= until),
    );
  }

  /** Who works at the unit, in the order of the rows. */
  assignmentsOf(unitId: string): readonly Assignment[] {
    return this.assignmentsByUnit.get(unitId) ?? [];
  }

  /** The same without programs. */
  peopleOf(unitId: string): readonly Assignment[] {
    return this.assignmentsOf(unitId).filter(({ staff }) => this.staff(staff)?.machine !== true);
  }

  /** Whether the member of staff works at the unit. */
  worksAt(unitId: string, staff: string): boolean {
    return this.assignmentsOf(unitId).some((assignment) => assignment.staff === staff);
  }

  /** In what somebody acts whom an identity provider calls so, in the order of the rows. */
  assignmentsOfEmployee(employee: string): readonly Assignment[] {
    return this.assignmentsByEmployee.get(employee) ?? [];
  }

  /** Where a member of staff works, in the order of the rows. */
  assignmentsOfStaff(staff: string): readonly Assignment[] {
    return this.assignmentsByStaff.get(staff) ?? [];
  }

  /**
   * Units of one kind, in the order of the rows; with a municipality code only those that serve
   * just that municipality, so units of the whole county are left out.
   */
  unitsOfKind(kind: UnitKind, municipality?: string): readonly Unit[] {
    return this.rows.units.filter(
      (unit) =>
        unit.kind === kind && (municipality === undefined || unit.municipality === municipality),
    );
  }
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function groupedBy(
  assignments: readonly Assignment[],
  keyOf: (assignment: Assignment) => string | null,
): ReadonlyMap<string, readonly Assignment[]> {
  const groups = new Map<string, Assignment[]>();
  for (const assignment of assignments) {
    const key = keyOf(assignment);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(assignment);
    else groups.set(key, [assignment]);
  }
  return groups;
}
