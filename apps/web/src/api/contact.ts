import { serverNow } from './server-time';

/** Three missed heartbeats of 15 s: from then on nobody should trust what the page shows. */
const STALE_AFTER_MS = 45_000;

let lastAt = performance.now();
let lastServerAt = serverNow();

/** Something came from the server, so what the page shows was right a moment ago. */
export function noteContact(): void {
  lastAt = performance.now();
  lastServerAt = serverNow();
}

/** When the server was last heard of (server time), if that is too long ago; null while all is well. */
export function staleSince(): number | null {
  return performance.now() - lastAt > STALE_AFTER_MS ? lastServerAt : null;
}
