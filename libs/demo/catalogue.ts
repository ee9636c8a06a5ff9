import type { Assignment, Controller, Huvudman, Unit, UnitKind } from '@hemgang/directory';
import type { StaffedAssignment } from './staffing';

/** Where patient records of a care provider are read: nobody works there without a commission. */
const CARE: ReadonlySet<UnitKind> = new Set<UnitKind>([
  'ward',
  'municipal-health',
  'halsocentral',
  'specialist-open-care',
]);

/** As long as the number of an organisation in a HSA-id. */
const ORGANISATION_DIGITS = 10;

interface Organisation {
  readonly units: readonly Unit[];
  readonly controllers: readonly Controller[];
  readonly huvudman: readonly Huvudman[];
}

/**
 * The assignments with what a catalogue of staff would call them: an employee id for each person in
 * each organisation, a commission where patient records are read. Visibly invented: `…-TEST-…`.
 */
export function inCatalogue(
  assignments: readonly StaffedAssignment[],
  { units, controllers, huvudman }: Organisation,
): readonly Assignment[] {
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const payerOf = new Map(controllers.map(({ id, huvudman: payer }) => [id, payer]));
  const codeOf = new Map(huvudman.map(({ id, code }) => [id, code]));
  const numbers = new Map<string, number>();
  const numberOf = (staff: string): number => {
    const number = numbers.get(staff) ?? numbers.size + 1;
    numbers.set(staff, number);
    return number;
  };
  return assignments.map((assignment, index) => {
    const unit = unitOf.get(assignment.unit);
    const code = codeOf.get(payerOf.get(unit?.controller ?? '') ?? '') ?? '';
    const prefix = `SE${code.padStart(ORGANISATION_DIGITS, '0')}-TEST-`;
    const hasCommission = unit !== undefined && CARE.has(unit.kind);
    return {
      ...assignment,
      employee: `${prefix}${numberOf(assignment.staff)}`,
      commission: hasCommission ? `${prefix}U${index + 1}` : null,
    };
  });
}
