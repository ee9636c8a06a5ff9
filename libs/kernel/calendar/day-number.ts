import type { LocalDate } from '../instant';

/** A day of the calendar, where every day has 24 h; elapsed Swedish days can have 23 or 25. */
export const DAY_MS = 86_400_000;

const SPELLING = /^\d{4}-\d{2}-\d{2}$/;

/** Every month has this many days, so that only later days need a second look. */
export const DAYS_IN_EVERY_MONTH = 28;

/**
 * Days since 1970-01-01; negative before.
 * @throws RangeError when the text is no calendar day written `YYYY-MM-DD`
 */
export function dayNumber(date: LocalDate): number {
  const day = Date.parse(`${date}T00:00:00.000Z`) / DAY_MS;
  // JavaScript reads 30 February as 2 March; spelling it again finds that out.
  const isReal =
    SPELLING.test(date) &&
    !Number.isNaN(day) &&
    (Number(date.slice(8)) <= DAYS_IN_EVERY_MONTH || fromDayNumber(day) === date);
  if (!isReal) throw new RangeError('Not a calendar day written YYYY-MM-DD');
  return day;
}

/**
 * The inverse of `dayNumber`.
 * @throws RangeError when the day lies in a year that `YYYY-MM-DD` cannot spell
 */
export function fromDayNumber(day: number): LocalDate {
  const text = new Date(day * DAY_MS).toISOString();
  if (text.length !== 24)
    throw new RangeError('Years before 0000 or after 9999 have no local date');
  return text.slice(0, 10);
}
