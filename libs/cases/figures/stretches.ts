import { addDays, daysBetween, daysFrom, weekday, type LocalDate } from '@hemgang/kernel';

/** Stretches of days that figures are shown by. */
export type Step = 'week' | 'month' | 'year';

/** Days, both ends among them, and what they are shown by. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly by: Step;
}

/** A stretch of a period by its first day as calendars have it. */
export interface CountedStretch {
  readonly from: LocalDate;
  /** How many days of the period lie in it; none when it was over before anything was counted. */
  readonly days: number;
}

/**
 * The stretches of a period, without gaps. Pure.
 * @param first the first day of which anything is counted: before it nothing is, which is no nought
 */
export function stretchesOf(
  { from, to, by }: Period,
  first: LocalDate | null,
): readonly CountedStretch[] {
  const begins = first === null ? null : firstDayOf(first, by);
  const stretches = new Map<LocalDate, number>();
  for (const day of daysFrom(from, daysBetween(from, to) + 1)) {
    const start = firstDayOf(day, by);
    const isCounted = begins !== null && begins <= start;
    stretches.set(start, (stretches.get(start) ?? 0) + Number(isCounted));
  }
  return [...stretches].map(([start, days]) => ({ from: start, days }));
}

/** The first day of a stretch; a week begins on its Monday. */
export function firstDayOf(day: LocalDate, by: Step): LocalDate {
  if (by === 'year') return `${day.slice(0, 4)}-01-01`;
  if (by === 'month') return `${day.slice(0, 7)}-01`;
  return addDays(day, 1 - weekday(day));
}

/**
 * The last day of a month.
 * @param month its first day
 */
export function lastDayOf(month: LocalDate): LocalDate {
  return addDays(monthsBefore(month, -1), -1);
}

/** The first day of the month so many before. */
export function monthsBefore(month: LocalDate, count: number): LocalDate {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const first = new Date(Date.UTC(year, number - 1 - count, 1));
  return first.toISOString().slice(0, 'YYYY-MM-DD'.length);
}
