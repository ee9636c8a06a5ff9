/**
 * What this machine's own clock shows, in milliseconds since 1970. It may be wrong, jump or stand
 * still: it is only compared with the database's (`DatabaseClock`), nothing is computed with it.
 */
export function wallClockMs(): number {
  return Date.now();
}
