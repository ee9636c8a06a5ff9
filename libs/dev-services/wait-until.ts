import { setTimeout as pause } from 'node:timers/promises';

/** Short enough not to be felt at start and stop, long enough to cost nothing. */
const POLL_MS = 20;

/** Whoever waits leaves the machine to what is waited for: rests three times as long as it asked. */
const REST = 3;
const REST_MS_MAX = 200;

/**
 * Polls until `condition` holds. Gives true when it did, false when `limitMs` milliseconds passed
 * first. Uses the monotonic clock: a clock set back must not prolong a wait.
 */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  limitMs: number,
): Promise<boolean> {
  const end = performance.now() + limitMs;
  for (;;) {
    const askedAt = performance.now();
    if (await condition()) return true;
    const now = performance.now();
    if (now >= end) return false;
    await pause(Math.min(Math.max(POLL_MS, REST * (now - askedAt)), REST_MS_MAX));
  }
}
