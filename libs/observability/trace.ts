import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** `version-traceid-parentid-flags` of W3C Trace Context; an id of zeros only means "none". */
const TRACEPARENT = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
const TRACE_ID_BYTES = 16;

const current = new AsyncLocalStorage<string>();

/** The trace that a caller's `traceparent` header names; without a readable one a new trace. */
export function traceIdOf(traceparent: string | undefined): string {
  return TRACEPARENT.exec(traceparent ?? '')?.[1] ?? randomBytes(TRACE_ID_BYTES).toString('hex');
}

/** Runs the work, and everything it starts, in a trace: log lines name it by themselves. */
export function inTrace<Result>(traceId: string, work: () => Result): Result {
  return current.run(traceId, work);
}

/** The trace that the calling code runs in. */
export function currentTraceId(): string | undefined {
  return current.getStore();
}
