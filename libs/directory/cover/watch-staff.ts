import type { Assignment } from '../rows';

/** Whether somebody works at every one of the units: only then she can open what she is told of. */
export function worksAtAll(
  assignments: readonly Pick<Assignment, 'staff' | 'unit'>[],
  staff: string,
  units: readonly string[],
): boolean {
  return units.every((unit) =>
    assignments.some((each) => each.unit === unit && each.staff === staff),
  );
}
