/** The server's time when it was last told, and this browser's own counter at that moment. */
let known = { serverMs: 0, at: 0 };
let hasDemoClock = false;
const listeners = new Set<() => void>();

/**
 * Notes what the training clock shows; it runs ahead of every other, so from now on the `Date` of
 * answers says nothing.
 */
export function noteDemoClock(time: string): void {
  hasDemoClock = true;
  known = { serverMs: Date.parse(time), at: performance.now() };
  for (const listener of listeners) listener();
}

/** Calls `listener` when the training clock was read, it may have jumped; gives the way to end that. */
export function onDemoClock(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Notes the `Date` of an answer: outside training that is the server's clock, to the second. */
export function noteDateHeader(date: string | null): void {
  const serverMs = Date.parse(date ?? '');
  if (hasDemoClock || Number.isNaN(serverMs)) return;
  known = { serverMs, at: performance.now() };
}

/**
 * The server's time now, in milliseconds since 1970: the only "now" of the app, because the clock of
 * a ward's computer may be wrong. A little late and never ahead, so that no fact lies in the future.
 */
export function serverNow(): number {
  return known.serverMs + performance.now() - known.at;
}
