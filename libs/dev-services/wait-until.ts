import { setTimeout as pause } from 'node:timers/promises';

/** Short enough not to be felt at start and stop, long enough to cost nothing. */
const POLL_MS = 20;

/**
 * Polls until `condition` holds. Gives true when it did, false when `limitMs` milliseconds passed
 * first. Uses the monotonic clock: a clock set back must not prolong a wait.
 */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  limitMs: number,
): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() >= end) return false;
    await pause(POLL_MS);
  }
  return true;
}
