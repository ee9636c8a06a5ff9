import type { Instant } from '@hemgang/kernel';
import { hoursAfter } from './stay-course';
import { collected, type Receiving } from './stay-receiving';
import type { StayStep } from './stay-step';
import { WARD_HOURS, whenAtWork } from './working-hours';

/** What the ward carries by hand to a receiver that has no account. */
export interface Carried {
  readonly steps: readonly StayStep[];
  /** When the receiver got each thing that waits for its kvittens. */
  readonly receivedAt: readonly Instant[];
}

/**
 * One call carries everything that has been written since the last.
 * @param writtenAt when the ward wrote something for every receiver
 * @param kvitteras which of it waits for a kvittens
 */
export function carrying(
  at: Receiving,
  writtenAt: readonly Instant[],
  kvitteras: readonly Instant[],
): Carried {
  const later = writtenAt.filter((written) => written > at.toldAt);
  const calls = [at.toldAt, ...collected(later, (written) => nextCall(written, at.draw))];
  return {
    steps: calls.map((call) => called(at, call)),
    receivedAt: kvitteras.flatMap((sent) => calls.find((call) => call >= sent) ?? []),
  };
}

/** The ward tells somebody there by telephone. */
export function called(at: Receiving, when: Instant): StayStep {
  return at.step(when, 'report-sent', {}, 'dispatch');
}

/** When the ward has somebody there on the telephone. */
export function nextCall(written: Instant, draw: Receiving['draw']): Instant {
  return whenAtWork(hoursAfter(written, 0.2, 2.5, draw), WARD_HOURS, draw);
}
