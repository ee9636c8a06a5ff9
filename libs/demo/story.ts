import { HOUR_MS, plusMs, type Instant } from '@hemgang/kernel';
import { outOfStay, type SipStep } from './sip-step';
import type { Stay } from './stay';
import { stayScript } from './stay-script';
import { inOrder, type StayStep } from './stay-step';

/** A patient's stays in the order in which they follow on each other. */
export interface Story {
  /** Never used for another story of the same plan. */
  readonly key: string;
  readonly first: Stay;
  /** Every later stay, and how long after going home she was back. */
  readonly again: readonly Return[];
}

export interface Return {
  readonly stay: Stay;
  readonly hoursAfter: number;
}

/** A step of a story: it belongs to one of its stays, counted from 0. */
export interface StoryStep extends StayStep {
  readonly stay: number;
}

/** A story that began at some time. */
export interface StoryScript {
  /** In the order of time; every stay begins with its admission. */
  readonly steps: readonly StoryStep[];
  /**
   * The SIP that comes out of the last stay, the start first; empty when none does. Whoever is to come
   * back is planned for when she has come back.
   */
  readonly sip: readonly SipStep[];
  /** When the last stay began. */
  readonly lastAdmittedAt: Instant;
  /** When the patient went home from the last stay; null when she cannot come back. */
  readonly leftAt: Instant | null;
}

/**
 * Every step of a story that begins at `admittedAt`. Always the same for the same story and
 * beginning. A stay after which nobody goes home has none after it.
 */
export function storyScript({ first, again }: Story, admittedAt: Instant): StoryScript {
  let script = stayScript(first, admittedAt);
  let lastAdmittedAt = admittedAt;
  const steps: StoryStep[] = [];
  for (const [index, { stay, hoursAfter }] of again.entries()) {
    if (script.leftAt === null) break;
    lastAdmittedAt = plusMs(script.leftAt, Math.round(hoursAfter * HOUR_MS));
    steps.push(...ofStay(index, script.until(lastAdmittedAt)));
    script = stayScript(stay, lastAdmittedAt);
  }
  const last = stayNumber(steps);
  steps.push(...ofStay(last, script.steps));
  const sip = script.sip.map((step, index) => (index === 0 ? outOfStay(step, last) : step));
  return { steps: inOrder(steps), sip, lastAdmittedAt, leftAt: script.leftAt };
}

function ofStay(stay: number, steps: readonly StayStep[]): StoryStep[] {
  return steps.map((step) => ({ ...step, stay }));
}

function stayNumber(before: readonly StoryStep[]): number {
  return before.reduce((most, { stay }) => Math.max(most, stay + 1), 0);
}
