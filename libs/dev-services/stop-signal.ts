/** How often we look whether the npm that started us is still there. */
const PARENT_POLL_MS = 1_000;

/**
 * Aborts when somebody wants this process to end: Ctrl-C, a terminal that closes, `kill`, or the
 * sudden death of the `npm start` around us, which can then pass nothing on. A second signal while
 * we end (a terminal and npm both send one) changes nothing.
 */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stopping.abort());
  }
  if (process.env['npm_lifecycle_event'] !== undefined) {
    const parent = process.ppid;
    const look = (): void => {
      if (process.ppid !== parent) stopping.abort();
    };
    setInterval(look, PARENT_POLL_MS).unref();
  }
  return stopping.signal;
}
