import { instant, MINUTE_MS } from '../instant';
import type { Instant, LocalDate } from '../instant';
import { DAY_MS, dayNumber } from './day-number';
import { addDays } from './local-date';
import { stockholmOffsetMs } from './stockholm-offset';

/** A time of day in Sweden, `HH:MM`. */
export type LocalTime = string;

/** The calendar day in Sweden at an instant. */
export function localDate(at: Instant): LocalDate {
  return swedishClock(at).slice(0, 10);
}

/** The time of day in Sweden at an instant, `HH:MM`; seconds are cut off, not rounded. */
export function localTime(at: Instant): LocalTime {
  return swedishClock(at).slice(11, 16);
}

/** Milliseconds shown by a Swedish clock since its midnight; for comparing with a time of day. */
export function localTimeMs(at: Instant): number {
  const shownMs = swedishClockMs(at);
  return ((shownMs % DAY_MS) + DAY_MS) % DAY_MS;
}

/**
 * The instant at which a Swedish clock shows a time on a day.
 * In the autumn 02:00-02:59 comes twice: the first one is meant. In the spring it is missing:
 * the same distance after midnight is meant, so 02:30 becomes what the clock calls 03:30.
 * @throws RangeError when the day or the time does not exist in any calendar
 */
export function instantAt(date: LocalDate, time: LocalTime): Instant {
  const asIfUtcMs = dayNumber(date) * DAY_MS + timeOfDayMs(time);
  // The offset before a change decides in both unclear hours, which is the rule stated above.
  const earlierOffsetMs = stockholmOffsetMs(asIfUtcMs - DAY_MS);
  const guessMs = asIfUtcMs - earlierOffsetMs;
  const offsetMs = stockholmOffsetMs(guessMs);
  if (offsetMs === earlierOffsetMs) return instant(guessMs);
  const otherMs = asIfUtcMs - offsetMs;
  return instant(stockholmOffsetMs(otherMs) === offsetMs ? otherMs : guessMs);
}

/** The instant a Swedish day begins. */
export function startOfLocalDay(date: LocalDate): Instant {
  return instantAt(date, '00:00');
}

/**
 * The instant a Swedish day is over: the start of the next one, itself no longer part of the day.
 * "No later than the same day" therefore means *before* this instant. A day has 23, 24 or 25 hours.
 */
export function endOfLocalDay(date: LocalDate): Instant {
  return startOfLocalDay(addDays(date, 1));
}

/**
 * Milliseconds from midnight to a time of day on a clock.
 * @throws RangeError when the text is no time written `HH:MM`
 */
export function timeOfDayMs(time: LocalTime): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!parts) throw new RangeError('Not a time of day written HH:MM');
  return (Number(parts[1]) * 60 + Number(parts[2])) * MINUTE_MS;
}

/** What a Swedish clock shows, written like an instant so that its parts can be cut out. */
function swedishClock(at: Instant): string {
  return instant(swedishClockMs(at));
}

function swedishClockMs(at: Instant): number {
  const ms = Date.parse(at);
  return ms + stockholmOffsetMs(ms);
}
