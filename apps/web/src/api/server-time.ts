/** The server's time when it was last told, and this browser's own counter at that moment. */
let known = { serverMs: 0, at: 0 };

/**
 * Notes what the server's clock shows. In training mode that clock runs ahead of every other, and the
 * clock of a ward's computer may be wrong, so this is the only "now" of the app.
 */
export function noteServerTime(time: string | number): void {
  const serverMs = typeof time === 'number' ? time : Date.parse(time);
  if (!Number.isNaN(serverMs)) known = { serverMs, at: performance.now() };
}

/** The server's time now, in milliseconds since 1970; a little late, never ahead. */
export function serverNow(): number {
  return known.serverMs + performance.now() - known.at;
}
