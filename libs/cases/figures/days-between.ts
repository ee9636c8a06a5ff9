import { daysBetween, type LocalDate } from '@hemgang/kernel';
import { controlLimits, type ControlLimits } from './xmr';

/** Days from one unwanted event to the next, and from the last one on. */
export interface DaysBetween {
  /** By the day of the later event; 0 for two on one day. */
  readonly intervals: readonly { readonly on: LocalDate; readonly days: number }[];
  /** Null: fewer than eight intervals. */
  readonly limits: ControlLimits | null;
  /** Not over yet, and so no interval: at least so many days. */
  readonly open: { readonly since: LocalDate; readonly to: LocalDate; readonly days: number };
}

/** More often than one a week, events are not rare: the days between are all near nought and tell nothing. */
const RARE_DAYS = 7;

/**
 * Times between rare events are spread as an exponential distribution, very unevenly. Raised to 1/3.6 they
 * are spread nearly as a normal one, of which the limits of an XmR chart are (L. S. Nelson, "A control
 * chart for parts-per-million nonconforming items", Journal of Quality Technology 26, 1994; D. C.
 * Montgomery, Introduction to Statistical Quality Control, time-between-events charts).
 */
const NELSON = 3.6;

/** Whether so many events over so many days are rare enough to be told by the days between them. */
export function areRare(events: number, days: number): boolean {
  return events * RARE_DAYS <= days;
}

/**
 * The limits of a T chart. Pure.
 * @param days of each interval
 * @returns in days; null for fewer than eight
 */
export function betweenLimits(days: readonly number[]): ControlLimits | null {
  const limits = controlLimits(days.map((each) => each ** (1 / NELSON)));
  if (limits === null) return null;
  const { centre, lower, upper } = limits;
  return { centre: centre ** NELSON, lower: lower ** NELSON, upper: upper ** NELSON };
}

/**
 * The days between unwanted events. Pure.
 * @param events the day of each, in order
 * @param to the last day that is looked at
 * @returns null: there was none
 */
export function daysBetweenOf(events: readonly LocalDate[], to: LocalDate): DaysBetween | null {
  const since = events.at(-1);
  if (since === undefined) return null;
  const intervals = events.slice(1).map((on, before) => ({
    on,
    days: daysBetween(events[before] ?? on, on),
  }));
  return {
    intervals,
    limits: betweenLimits(intervals.map(({ days }) => days)),
    open: { since, to, days: daysBetween(since, to) },
  };
}
