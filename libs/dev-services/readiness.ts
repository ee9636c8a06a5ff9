import { setTimeout as pause } from 'node:timers/promises';

/** Often enough that nobody waits for us, seldom enough to leave the starting API its processor. */
const POLL_MS = 100;
/** One probe; an API that accepts but does not answer must not hold us for ever. */
const PROBE_LIMIT_MS = 2_000;
/** Ten times what a cold start takes on two slow cores. */
const READY_LIMIT_MS = 60_000;

/** Waits until the API reports that it is ready. Throws after a minute or when `stopping` aborts. */
export async function untilReady(address: string, stopping: AbortSignal): Promise<void> {
  const end = performance.now() + READY_LIMIT_MS;
  while (!(await answersReady(address))) {
    if (performance.now() > end) {
      throw new Error(`Not ready after ${READY_LIMIT_MS / 1000} s; see .hemgang/log/api.log`);
    }
    await pause(POLL_MS, undefined, { signal: stopping });
  }
}

async function answersReady(address: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PROBE_LIMIT_MS);
    return (await fetch(`${address}/health/ready`, { signal })).status === 200;
  } catch {
    return false;
  }
}
