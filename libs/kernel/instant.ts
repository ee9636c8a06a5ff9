/**
 * A point in time as ISO 8601 in UTC with milliseconds and `Z` (`2026-03-02T09:15:00.000Z`).
 * This one spelling makes instants comparable as strings and equal byte for byte in the event log.
 */
export type Instant = string;

/** A calendar day in Sweden, `YYYY-MM-DD`. */
export type LocalDate = string;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;

/**
 * The canonical spelling of a time.
 * @throws RangeError when the value is no finite time
 */
export function instant(time: string | number | Date): Instant {
  return new Date(time).toISOString();
}

/** `ms` elapsed milliseconds after `from`; 24 h are always 24 h, also across a clock change. */
export function plusMs(from: Instant, ms: number): Instant {
  return instant(Date.parse(from) + ms);
}

/** The later of two instants. */
export function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
