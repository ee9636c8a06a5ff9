import type { Directory } from '@hemgang/directory';
import type { Instant, Language } from '@hemgang/kernel';
import { purposeAt, type Purpose } from './purpose';

/** Who asks, acting in one assignment, or a machine for one unit. Made by the edge from a session. */
export interface Reader {
  readonly staff: string;
  readonly assignment: string;
  readonly unit: string;
  readonly controller: string;
  readonly huvudman: string;
  readonly roles: readonly string[];
  readonly language: Language;
  readonly purpose: Purpose;
  /** The number of the session's row, never its token; null: the program itself acts as somebody. */
  readonly session: number | null;
  /** Until when the person counts as having just proved who she is; null: she has not. */
  readonly steppedUpUntil: Instant | null;
  /** What a program may do, by command family; absent: a person. */
  readonly scopes?: readonly string[];
}

/** Of what the program itself does in somebody's place, outside any session. */
export const NO_SESSION = {
  purpose: 'administration',
  session: null,
  steppedUpUntil: null,
} as const;

/** The person behind an assignment, outside any session; null: the directory has no such assignment. */
export function readerOf(
  directory: Directory,
  assignmentId: string,
  language: Language,
): Reader | null {
  const assignment = directory.assignment(assignmentId);
  if (assignment === undefined) return null;
  const unit = directory.unit(assignment.unit);
  const controller = directory.controllerOf(assignment.unit);
  const huvudman = directory.huvudmanOf(assignment.unit);
  if (unit === undefined || controller === undefined || huvudman === undefined) return null;
  return {
    staff: assignment.staff,
    assignment: assignment.id,
    unit: assignment.unit,
    controller: controller.id,
    huvudman: huvudman.id,
    roles: assignment.roles,
    language,
    ...NO_SESSION,
    purpose: purposeAt(unit.kind, assignment.roles),
  };
}

/** Whether the person has proved who she is so lately that a grave step may follow. */
export function isSteppedUp({ steppedUpUntil }: Reader, now: Instant): boolean {
  return steppedUpUntil !== null && now < steppedUpUntil;
}

/** Somebody at the command line: no unit, no role, no controller's content. */
export function operator(language: Language): Reader {
  const nobody = { unit: '', controller: '', huvudman: '', assignment: '' };
  return { ...nobody, staff: 'operator', roles: [], language, ...NO_SESSION };
}
