import type { LocalDate } from '../instant';
import { DAYS_IN_EVERY_MONTH, dayNumber, fromDayNumber } from './day-number';

/** 1970-01-01, day number 0, was a Thursday: ISO weekday 4. */
const WEEKDAY_OF_DAY_ZERO = 4;

/** Monday is 1 and Sunday is 7, as in ISO 8601 and in Swedish calendars. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * `days` whole calendar days after `date`; negative goes back. Clock changes play no part.
 * @throws RangeError when `date` is no calendar day or `days` is no whole number
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  if (!Number.isInteger(days)) throw new RangeError('Days are counted whole');
  return fromDayNumber(dayNumber(date) + days);
}

/**
 * Midnights between two days: 0 for the same day, negative when `to` is the earlier.
 * This is how a vårddygn is counted: from the first day that counts to the day that does not.
 */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * So many days in a row. Most of them are spelled from the one before, without a look at the calendar.
 * @throws RangeError when `first` is no calendar day
 */
export function daysFrom(first: LocalDate, count: number): LocalDate[] {
  const days: LocalDate[] = [];
  let day = addDays(first, 0);
  while (days.length < count) {
    days.push(day);
    day = dayAfter(day);
  }
  return days;
}

/** The ISO weekday. */
export function weekday(date: LocalDate): Weekday {
  return weekdayOf(dayNumber(date));
}

/**
 * The week number used in Sweden (ISO 8601): week 1 is the one with the year's first Thursday, so
 * the days around New Year can belong to a week of the neighbouring year.
 */
export function isoWeek(date: LocalDate): { readonly year: number; readonly week: number } {
  const day = dayNumber(date);
  const thursday = day + 4 - weekdayOf(day);
  const year = Number(fromDayNumber(thursday).slice(0, 4));
  const yearStart = dayNumber(`${String(year).padStart(4, '0')}-01-01`);
  return { year, week: 1 + Math.floor((thursday - yearStart) / 7) };
}

function dayAfter(date: LocalDate): LocalDate {
  const inMonth = Number(date.slice(8));
  return inMonth < DAYS_IN_EVERY_MONTH
    ? `${date.slice(0, 8)}${String(inMonth + 1).padStart(2, '0')}`
    : addDays(date, 1);
}

function weekdayOf(day: number): Weekday {
  const sinceMonday = (((day + WEEKDAY_OF_DAY_ZERO - 1) % 7) + 7) % 7;
  return (sinceMonday + 1) as Weekday;
}
