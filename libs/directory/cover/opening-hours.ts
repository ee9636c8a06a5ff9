import {
  addDays,
  endOfLocalDay,
  instantAt,
  isRedDay,
  localDate,
  weekday,
  type Instant,
  type LocalDate,
  type LocalTime,
} from '@hemgang/kernel';

/** From one time of day until another on the same day; `24:00` is the day's end. */
export interface Span {
  readonly from: LocalTime;
  readonly to: LocalTime;
}

/** When a unit is open, by the Swedish clock; null: closed that day. */
export interface WeekHours {
  /** Seven, Monday to Sunday. */
  readonly days: readonly (Span | null)[];
  /** On red days and the three eves, whatever day of the week they are. */
  readonly red: Span | null;
}

/** Hours that a unit has said itself; they hold until its next ones begin. */
export interface UnitHours {
  readonly unit: string;
  /** First local date on which they hold. */
  readonly from: LocalDate;
  readonly week: WeekHours;
}

/** From when until when a unit is open on one day. */
export interface Opening {
  readonly from: Instant;
  /** Just before this. */
  readonly until: Instant;
}

/** How hours stand on a day; `from` is when they begin to hold. */
export type HoursOn = (date: LocalDate) => WeekHours;

/** The unit's own hours on a day; before its first ones, and without any, the county's. */
export function hoursOf(own: readonly UnitHours[], county: WeekHours): HoursOn {
  const newestFirst = [...own].sort((a, b) => (a.from < b.from ? 1 : -1));
  return (date) => newestFirst.find(({ from }) => from <= date)?.week ?? county;
}

/** When the unit is open on that day; null: closed. A clock change on it plays no part but its length. */
function openingOn(hours: HoursOn, date: LocalDate): Opening | null {
  const { days, red } = hours(date);
  const span = isRedDay(date) ? red : (days[weekday(date) - 1] ?? null);
  if (span === null) return null;
  return {
    from: instantAt(date, span.from),
    until: span.to === '24:00' ? endOfLocalDay(date) : instantAt(date, span.to),
  };
}

/** Whether the unit is open at that time. */
export function isOpenAt(hours: HoursOn, at: Instant): boolean {
  const opening = openingOn(hours, localDate(at));
  return opening !== null && opening.from <= at && at < opening.until;
}

/** Whether a unit is open, and when that is over; null: it is always so. */
export interface OpenState {
  readonly isOpen: boolean;
  /** Just before this. */
  readonly until: Instant | null;
}

/** How far ahead the next change is looked for: longer than offices are ever closed at a stretch. */
export const DAYS_AHEAD = 14;

/** Whether the unit is open at that time, and until when it is so. */
export function openStateAt(hours: HoursOn, at: Instant): OpenState {
  const isOpen = isOpenAt(hours, at);
  for (let day = 0; day <= DAYS_AHEAD; day += 1) {
    const opening = openingOn(hours, addDays(localDate(at), day));
    const turns = opening === null ? [] : [opening.from, opening.until];
    const until = turns.find((turn) => turn > at && isOpenAt(hours, turn) !== isOpen);
    if (until !== undefined) return { isOpen, until };
  }
  return { isOpen, until: null };
}

/**
 * When the unit can read what comes at that time: then, or when it opens next. Hours that never open within
 * what is looked ahead hold nothing back.
 */
export function readableAt(hours: HoursOn, at: Instant): Instant {
  const { isOpen, until } = openStateAt(hours, at);
  return isOpen ? at : (until ?? at);
}

/** Every time after `at` at which the unit may open or close, within so many days, in order. */
export function openingTurns(hours: HoursOn, at: Instant, days: number): readonly Instant[] {
  const today = localDate(at);
  return Array.from({ length: days + 1 }, (_, n) => openingOn(hours, addDays(today, n)))
    .flatMap((opening) => (opening === null ? [] : [opening.from, opening.until]))
    .filter((turn) => turn > at);
}
