import { Temporal } from 'temporal-polyfill';

const ZONE = 'Europe/Stockholm';

interface OffsetChange {
  readonly fromMs: number;
  readonly offsetMs: number;
}

/**
 * The clock changes of one UTC year, first the offset it begins with.
 *
 * Asking the time zone database for every instant costs about 25 µs in temporal-polyfill (it goes
 * through Intl), too much where one command computes a handful of due times. Sweden changes its
 * clocks twice a year, so a year is asked for once and remembered. The database stays the truth:
 * if the EU ends the clock changes, an updated Node.js is enough. Memory is bounded, because only
 * the years 0001-9998 are answered (a year off each end, so that neighbouring days can be spelt).
 */
const changesOfYear = new Map<number, readonly OffsetChange[]>();

/**
 * How far Swedish clocks are ahead of UTC at an instant: 3 600 000 in winter, 7 200 000 in summer.
 * @param ms milliseconds since 1970-01-01 UTC
 * @throws RangeError when `ms` is no time or lies outside the years 0001-9998
 */
export function stockholmOffsetMs(ms: number): number {
  const year = new Date(ms).getUTCFullYear();
  if (!(year >= 1 && year <= 9998)) throw new RangeError('Not a time in the years 0001-9998');
  let changes = changesOfYear.get(year);
  if (!changes) {
    changes = readChanges(year);
    changesOfYear.set(year, changes);
  }
  let offsetMs = 0;
  for (const change of changes) {
    if (change.fromMs > ms) break;
    offsetMs = change.offsetMs;
  }
  return offsetMs;
}

function readChanges(year: number): readonly OffsetChange[] {
  const start = Temporal.Instant.from(`${String(year).padStart(4, '0')}-01-01T00:00:00Z`);
  const changes: OffsetChange[] = [];
  let at: Temporal.ZonedDateTime | null = start.toZonedDateTimeISO(ZONE);
  while (at && new Date(at.epochMilliseconds).getUTCFullYear() === year) {
    changes.push({ fromMs: at.epochMilliseconds, offsetMs: at.offsetNanoseconds / 1_000_000 });
    at = at.getTimeZoneTransition('next');
  }
  return changes;
}
