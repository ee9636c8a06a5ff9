import type { Instant, LocalDate } from '../instant';
import { addDays } from './local-date';
import { localDate, localTimeMs, timeOfDayMs } from './local-time';
import type { LocalTime } from './local-time';

/** When a municipality's payment begins, as the law or the county's agreement says. */
export interface PaymentStartPolicy {
  /** The clock time until which a notice counts as sent that day; the law says 12:00. */
  readonly time: LocalTime;
  /** Whether exactly that time is too late: no by the law ("after 12.00"), yes in Stockholm. */
  readonly atCutoffIsLate: boolean;
  /** Calendar days that are free when the notice is in time; the law says 3. */
  readonly freeDays: number;
}

/**
 * The first day the municipality may be charged for: the local day of the notice plus the free
 * days, and one more when it was sent after the cut-off (2017:612 5:4).
 * Weekends and holidays count like other days: the law speaks of days, not of working days. That
 * reading, and counting whole local dates, are to be confirmed by the county's lawyers.
 * @param sentAt when the notice that the patient is utskrivningsklar was sent
 * @throws RangeError when the time of day or the number of free days is no such thing
 */
export function paymentStart(sentAt: Instant, policy: PaymentStartPolicy): LocalDate {
  const { time, atCutoffIsLate, freeDays } = policy;
  if (!Number.isInteger(freeDays) || freeDays < 0) {
    throw new RangeError('Free days are a whole number, zero or more');
  }
  const sinceCutoffMs = localTimeMs(sentAt) - timeOfDayMs(time);
  const late = sinceCutoffMs > 0 || (sinceCutoffMs === 0 && atCutoffIsLate);
  return addDays(localDate(sentAt), freeDays + (late ? 1 : 0));
}
