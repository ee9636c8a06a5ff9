import type { Instant } from '@hemgang/kernel';
import type { PaymentEvent, PaymentFacts } from './facts';
import type { Period } from './periods';

/** How it stands with the region's open care in a period (2017:612 5:5). */
export interface OpenCare {
  /** From when it has not been clear at the period's end; null: it is clear. */
  readonly unclearSince: Instant | null;
  /** The event that says it is not. */
  readonly shownBy: PaymentEvent | null;
  /** What clarified it; null: nothing had to. */
  readonly clarifiedBy: PaymentEvent | null;
  /** The same, when it happened within the period: the liability does not start before it. */
  readonly clarifiedWithin: PaymentEvent | null;
}

const CLEAR: OpenCare = {
  unclearSince: null,
  shownBy: null,
  clarifiedBy: null,
  clarifiedWithin: null,
};

/**
 * How it stands at the end of a period, or now as long as there is none.
 * Who says nothing of the open care says that it is clear. Who begins with a clarification says that
 * it was not clear before; a second one without anything between adds nothing.
 */
export function openCareIn(
  { events, asOf }: Pick<PaymentFacts, 'events' | 'asOf'>,
  period: Period | null,
): OpenCare {
  const until = period?.end?.at ?? asOf;
  const told = events.filter(({ type, at }) => isAboutOpenCare(type) && at <= until);
  let isClear = told[0]?.type !== 'open-care-clarified';
  let state = CLEAR;
  for (const event of told) {
    const clears = event.type === 'open-care-clarified';
    if (clears === isClear) continue;
    isClear = clears;
    state = clears
      ? { ...CLEAR, clarifiedBy: event, clarifiedWithin: isWithin(event, period) ? event : null }
      : { ...CLEAR, unclearSince: event.at, shownBy: event };
  }
  return state;
}

function isWithin({ at }: PaymentEvent, period: Period | null): boolean {
  return period !== null && at >= period.notice.at;
}

function isAboutOpenCare(type: PaymentEvent['type']): boolean {
  return type === 'open-care-unavailable' || type === 'open-care-clarified';
}
