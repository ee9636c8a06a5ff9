import { plusMs, type Instant } from '@hemgang/kernel';
import type { DutyDeclaration, LadderStep, OpenDuty } from './duty';

/** When a duty's next reminder is to fire. Derived from the duty alone, stored as its one timer. */
export interface Timer {
  readonly duty: string;
  readonly step: string;
  /** Part of the key: after the due time moved, an old timer is stale and refused. */
  readonly due: Instant;
  readonly fireAt: Instant;
}

/** The next rung of an open duty's ladder; null when none is left or the duty has no due time. */
export function nextTimer(duty: OpenDuty, declaration: DutyDeclaration): Timer | null {
  const step = declaration.ladder[duty.passed ?? 0];
  if (step === undefined || duty.due === null) return null;
  return { duty: duty.id, step: step.name, due: duty.due, fireAt: fireAt(duty.due, step) };
}

/**
 * Marks every rung that has been reached at `now` and names the highest: after downtime people get
 * one reminder that tells where the duty stands, not a salvo.
 * @param upTo name of the highest rung that opening hours allow; absent: by the clock alone
 * @returns null when no rung has been reached
 */
export function climb(
  duty: OpenDuty,
  declaration: DutyDeclaration,
  now: Instant,
  upTo?: string,
): { readonly duty: OpenDuty; readonly step: LadderStep } | null {
  const { due, passed = 0 } = duty;
  if (due === null) return null;
  const rest = declaration.ladder.slice(passed);
  const last = upTo === undefined ? rest.length : rest.findIndex(({ name }) => name === upTo) + 1;
  const reached = rest.slice(0, last).filter((step) => fireAt(due, step) <= now);
  const step = reached.at(-1);
  if (step === undefined) return null;
  return { duty: { ...duty, passed: passed + reached.length }, step };
}

/** When a rung speaks at the earliest, in milliseconds after the duty is due. */
function fireAt(due: Instant, step: LadderStep): Instant {
  return plusMs(due, step.afterDueMs);
}
