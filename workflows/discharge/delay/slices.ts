import { addDays, daysBetween, daysFrom, type Instant, type LocalDate } from '@hemgang/kernel';
import type { DelayCause } from './codes';
import type { Stretch } from './stretches';

/** Whole days, both of them among them: how people say it. */
export interface DayRange {
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
}

/** A cause that a party has given for some days. */
export interface SetCause extends DayRange {
  /** Number of the event. */
  readonly event: number;
  readonly cause: DelayCause;
  readonly unit: string;
  readonly huvudman: string;
  readonly at: Instant;
  /** What others have said of it: the words are content. */
  readonly comments?: readonly CauseComment[];
}

/** That somebody has commented on a cause. */
export interface CauseComment {
  /** Number of the event. */
  readonly event: number;
  readonly unit: string;
  readonly at: Instant;
}

/** Days in a row with one cause. */
export interface DelaySlice extends DayRange {
  readonly days: number;
  /** What was set; null: nobody has said why. */
  readonly set: SetCause | null;
}

/** A cause is named after the event that set it: `o7`. */
export function causeName(seq: number): string {
  return `o${seq}`;
}

/** @returns NaN for what names no cause */
export function causeNumber(name: string): number {
  return /^o[1-9]\d*$/.test(name) ? Number(name.slice(1)) : NaN;
}

/** Whether every one of the days is a day of the delay. */
export function isWithin({ firstDay, lastDay }: DayRange, delay: readonly Stretch[]): boolean {
  return delay.some(({ from, until }) => from <= firstDay && lastDay < until);
}

/**
 * The delay cut into slices of one cause each: together all of its days, each once. What was set last
 * holds for its days; what was set for days that are none of the delay any more is passed over.
 * @param set those that have not been struck, in the order in which they were set
 */
export function delaySlices(
  delay: readonly Stretch[],
  set: readonly SetCause[],
): readonly DelaySlice[] {
  return delay.flatMap(({ from, until }) => {
    const slices: DelaySlice[] = [];
    for (const day of daysFrom(from, daysBetween(from, until))) {
      const holds =
        set.findLast(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay) ?? null;
      const last = slices.at(-1);
      if (last?.set === holds) {
        slices[slices.length - 1] = { ...last, lastDay: day, days: last.days + 1 };
      } else {
        slices.push({ firstDay: day, lastDay: day, days: 1, set: holds });
      }
    }
    return slices;
  });
}

/** How many days a delay has. */
export function daysOf(delay: readonly Stretch[]): number {
  return delay.reduce((sum, { from, until }) => sum + daysBetween(from, until), 0);
}

/** The days of slices nobody has given a cause, one by one. */
export function unknownDays(slices: readonly DelaySlice[]): readonly LocalDate[] {
  return slices.flatMap(({ set, firstDay, days }) =>
    set === null ? daysFrom(firstDay, days) : [],
  );
}

/** Whether a day follows on another. */
export function isDayAfter(day: LocalDate, before: LocalDate): boolean {
  return addDays(before, 1) === day;
}
