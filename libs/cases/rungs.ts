import {
  agentOf,
  climb,
  definitionOf,
  type DutyDeclaration,
  type LadderStep,
  type OpenDuty,
  type Urgency,
  urgencyOf,
} from '@hemgang/engine';
import { readableAt, type HoursOn } from '@hemgang/directory';
import { plusMs, type Instant } from '@hemgang/kernel';
import { heardAt } from '@hemgang/notify';
import type { DueTimer, StoredCase } from '@hemgang/store';
import type { RegisteredWorkflow } from './registry';

/** Hours of a unit by its id; null: nothing is known of it, and every hour counts. */
export type HoursOf = (unit: string) => HoursOn | null;

/**
 * When a rung speaks, by the opening hours of the unit that is reminded. What may wait until the unit
 * opens waits, and the rungs after the due time keep their distance from when it could be read; never
 * earlier than the clock alone would have it, and in the order of the ladder.
 * @param due when the duty is due
 */
export function rungAt(
  due: Instant,
  { afterDueMs }: Pick<LadderStep, 'afterDueMs'>,
  urgency: Urgency,
  hours: HoursOn,
): Instant {
  const at = plusMs(due, afterDueMs);
  return urgency === 'ordinary' && at >= due
    ? readableAt(hours, plusMs(readableAt(hours, due), afterDueMs))
    : heardAt(at, { urgency, due }, hours);
}

/** What becomes of a timer whose time by the clock has come. */
export type Judged =
  /**
   * @param at when it should have, however late we are
   * @param reached the highest rung that opening hours allow; absent: by the clock alone
   */
  | { readonly kind: 'speaks'; readonly at: Instant; readonly reached?: string }
  /** The unit is closed, and this may wait. */
  | { readonly kind: 'waits'; readonly until: Instant };

/** Whether the timer's rung speaks now. Pure of case, hours and time; a stale timer is left to the engine. */
export function judgeTimer(
  { definition }: RegisteredWorkflow,
  { state }: Pick<StoredCase, 'state'>,
  timer: DueTimer,
  hoursOf: HoursOf,
  now: Instant,
): Judged {
  const byTheClock: Judged = { kind: 'speaks', at: timer.fireAt };
  const duty = state.duties.find(({ id }) => id === timer.duty);
  const machine = duty && state.machines[duty.machine];
  if (duty === undefined || machine === undefined) return byTheClock;
  const declared = definitionOf(definition, machine.kind);
  const declaration = declared.duties[duty.key];
  // Nobody outside reads a reminder: it goes by the hours of who acts for them.
  const hours = hoursOf(agentOf(declared, machine)?.unit ?? duty.unit);
  if (declaration === undefined || hours === null) return byTheClock;
  const urgency = urgencyOf(declaration, machine.context);
  const spoken = (rung: LadderStep, due: Instant) => rungAt(due, rung, urgency, hours);
  return judgeRung(duty, declaration, spoken, now) ?? byTheClock;
}

/** Null when the duty has no rung left. */
function judgeRung(
  duty: OpenDuty,
  declaration: DutyDeclaration,
  spokenAt: (rung: LadderStep, due: Instant) => Instant,
  now: Instant,
): Judged | null {
  const { due, passed = 0 } = duty;
  const next = declaration.ladder[passed];
  if (due === null || next === undefined) return null;
  const at = spokenAt(next, due);
  if (at > now) return { kind: 'waits', until: at };
  const rest = declaration.ladder.slice(passed);
  const reached = rest.findLast((rung) => spokenAt(rung, due) <= now)?.name;
  const isByTheClock = reached === climb(duty, declaration, now)?.step.name;
  return { kind: 'speaks', at, ...(reached === undefined || isByTheClock ? {} : { reached }) };
}
