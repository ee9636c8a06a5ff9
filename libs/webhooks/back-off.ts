import { HOUR_MS, SECOND_MS } from '@hemgang/kernel';

/** A restart of the receiver is over by then. */
const FIRST_RETRY_MS = 30 * SECOND_MS;

/** Who was away for days is told within the hour after he is back. */
const RETRY_MS_MAX = HOUR_MS;

/** Each wait is up to a quarter shorter or longer, so that what failed together does not come together. */
const JITTER = 0.25;

/** After so long nobody can be reached by trying: somebody must look. */
export const GIVE_UP_AFTER_MS = 72 * HOUR_MS;

/**
 * How long to wait after a failed try: 30 s, doubled each time, an hour at most; some 78 tries in three days.
 * @param tries so many have failed, from 1
 * @param chance from 0 to 1
 */
export function retryAfterMs(tries: number, chance: number): number {
  const wait = Math.min(RETRY_MS_MAX, FIRST_RETRY_MS * 2 ** Math.min(tries - 1, 20));
  return Math.round(wait * (1 - JITTER + 2 * JITTER * chance));
}
