/**
 * The database cannot be reached, is shutting down, is full or did not answer in time. Nothing is
 * known about a write that ended so: repeating it with the same idempotency key is safe.
 * The edge answers 503 with `Retry-After`.
 */
export class DatabaseUnavailable extends Error {
  constructor(cause: unknown) {
    super('The database is not available.', { cause });
    this.name = 'DatabaseUnavailable';
  }
}

/**
 * Classes of SQLSTATE: 08 connection, 53 out of resources (disk, memory, connections), 57P the
 * server is going down or coming up; 57014 is our own time limit on a statement.
 */
const UNAVAILABLE_STATE = /^(08...|53...|57P..|57014)$/;

const UNREACHABLE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** The driver gives these no code. */
const LOST_CONNECTION =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed)/;

/** The same error, or `DatabaseUnavailable` around it when that is what it means. */
export function mapDatabaseError(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return error;
  const { code, message } = error as { code?: unknown; message?: unknown };
  const isUnavailable =
    (typeof code === 'string' && (UNAVAILABLE_STATE.test(code) || UNREACHABLE.has(code))) ||
    (typeof message === 'string' && LOST_CONNECTION.test(message));
  return isUnavailable ? new DatabaseUnavailable(error) : error;
}

/** Class of SQLSTATE: the role or its password is wrong. */
const SHUT_OUT = /^28/;

/** Whether the server does not let the role in. */
export function isShutOut(error: unknown): boolean {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && SHUT_OUT.test(code);
}

/** Whether a statement was given up that nobody answered: its connection is dead and has not said so. */
export function isSilence(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout';
}
