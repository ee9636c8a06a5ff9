import type { LocalDate } from '@hemgang/kernel';

/** What is waited for in rehabilitation, in the order in which it comes. */
export const REHAB_STEPS = ['referral', 'assessment', 'first-measure'] as const;

export type RehabStep = (typeof REHAB_STEPS)[number];

/** On which local day a step was taken, as an event says. */
export interface RehabFact {
  readonly event: number;
  readonly step: RehabStep;
  readonly on: LocalDate;
}

/** The day of each step; null: not taken, or nobody has said so. */
export type RehabDays = Readonly<Record<RehabStep, LocalDate | null>>;

/** What holds of what has been said: of each step the latest. */
export function rehabDays(facts: readonly Pick<RehabFact, 'step' | 'on'>[]): RehabDays {
  const day = (step: RehabStep) => facts.findLast((fact) => fact.step === step)?.on ?? null;
  return {
    referral: day('referral'),
    assessment: day('assessment'),
    'first-measure': day('first-measure'),
  };
}

/** Whether what is waited for begins with a referral, and no step lies before the one it follows. */
export function isInOrder(days: RehabDays): boolean {
  const known = REHAB_STEPS.flatMap((step) => days[step] ?? []);
  return (
    (known.length === 0 || days.referral !== null) &&
    known.every((day, index) => index === 0 || (known[index - 1] ?? day) <= day)
  );
}
