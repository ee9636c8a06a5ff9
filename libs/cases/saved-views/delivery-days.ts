import {
  addDays,
  instantAt,
  localDate,
  sundayRule,
  weekday,
  type Instant,
  type LocalDate,
} from '@hemgang/kernel';
import type { Every } from '@hemgang/store';

/** By a Swedish clock: before the day's first meeting. */
const AT = '07:00';

const DAYS_IN_WEEK = 7;
const DAYS_IN_MONTH_MAX = 31;

/** When a view that is delivered on a day is. */
export function deliveredAt(day: LocalDate): Instant {
  return instantAt(day, AT);
}

/**
 * The first day after an instant on which a view is delivered: each Monday, also a red one, or the first
 * working day of each month. Pure.
 */
export function nextDay(every: Every, after: Instant): LocalDate {
  const today = localDate(after);
  const day = dayOf(every, today);
  return deliveredAt(day) > after ? day : dayOf(every, periodAfter(every, today));
}

/** The latest day up to an instant on which a view is delivered: of several that were missed the last. */
export function latestDay(every: Every, until: Instant): LocalDate {
  const today = localDate(until);
  const day = dayOf(every, today);
  return deliveredAt(day) <= until ? day : dayOf(every, periodBefore(every, today));
}

/** The day of delivery in the week or the month of a day. */
function dayOf(every: Every, date: LocalDate): LocalDate {
  return every === 'monday' ? addDays(date, 1 - weekday(date)) : sundayRule(firstOfMonth(date));
}

/** Some day of the week or the month after. */
function periodAfter(every: Every, date: LocalDate): LocalDate {
  return every === 'monday'
    ? addDays(date, DAYS_IN_WEEK)
    : addDays(firstOfMonth(date), DAYS_IN_MONTH_MAX);
}

/** Some day of the week or the month before. */
function periodBefore(every: Every, date: LocalDate): LocalDate {
  return every === 'monday' ? addDays(date, -DAYS_IN_WEEK) : addDays(firstOfMonth(date), -1);
}

function firstOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01`;
}
