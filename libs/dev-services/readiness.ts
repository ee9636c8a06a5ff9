import { setTimeout as pause } from 'node:timers/promises';

/** Often enough that nobody waits for us, seldom enough to leave the starting API its processor. */
const POLL_MS = 100;
/** One probe; an API that accepts but does not answer must not hold us for ever. */
const PROBE_LIMIT_MS = 2_000;
/** Ten times what a cold start takes on two slow cores. */
const READY_LIMIT_MS = 60_000;
/** The reason an API gives for not being ready is a short JSON document. */
const REASON_CHARACTERS_MAX = 500;

/**
 * Waits until the API reports that it is ready. Throws, with what it answered last, after a minute;
 * throws also when `stopping` aborts.
 */
export async function untilReady(address: string, stopping: AbortSignal): Promise<void> {
  const end = performance.now() + READY_LIMIT_MS;
  for (;;) {
    const reason = await whyNotReady(address);
    if (reason === null) return;
    if (performance.now() > end) {
      throw new Error(`Not ready after ${READY_LIMIT_MS / 1000} s: ${reason}`);
    }
    await pause(POLL_MS, undefined, { signal: stopping });
  }
}

async function whyNotReady(address: string): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(PROBE_LIMIT_MS);
    const answer = await fetch(`${address}/health/ready`, { signal });
    return answer.ok ? null : (await answer.text()).slice(0, REASON_CHARACTERS_MAX);
  } catch (error) {
    return String(error);
  }
}
