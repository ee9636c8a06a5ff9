import { isEnd, isNotice, type PaymentEvent } from './facts';

/** From the notice that the patient is utskrivningsklar to what ends it; open while nothing has. */
export interface Period {
  readonly notice: PaymentEvent;
  readonly end: PaymentEvent | null;
}

/** What cannot be true of one stay. */
export type PeriodFault =
  | { readonly code: 'TWO_OPEN_PERIODS'; readonly event: PaymentEvent }
  | { readonly code: 'NOTHING_TO_WITHDRAW'; readonly event: PaymentEvent }
  | { readonly code: 'NOTICE_AFTER_THE_END'; readonly event: PaymentEvent };

/**
 * One period per notice (I-7: a judgement that is withdrawn closes its period, and the next one needs
 * a notice of its own). The earliest end ends the stay (I-6); what comes after it changes nothing.
 * @param events in order
 */
export function periodsOf(events: readonly PaymentEvent[]): {
  readonly periods: readonly Period[];
  readonly faults: readonly PeriodFault[];
} {
  const periods: Period[] = [];
  const faults: PeriodFault[] = [];
  let open: PaymentEvent | null = null;
  let hasEnded = false;
  const close = (end: PaymentEvent): void => {
    if (open !== null) periods.push({ notice: open, end });
    open = null;
  };
  for (const event of events) {
    if (isNotice(event)) {
      if (hasEnded) faults.push({ code: 'NOTICE_AFTER_THE_END', event });
      else if (open !== null) faults.push({ code: 'TWO_OPEN_PERIODS', event });
      else open = event;
    } else if (event.type === 'utskrivningsklar-withdrawn') {
      if (open === null) faults.push({ code: 'NOTHING_TO_WITHDRAW', event });
      else close(event);
    } else if (isEnd(event)) {
      close(event);
      hasEnded = true;
    }
  }
  return { periods: open === null ? periods : [...periods, { notice: open, end: null }], faults };
}
