/** The queue did not take the jobs in time. Nothing is lost: the outbox still has them. */
export class QueueUnavailable extends Error {
  override readonly name = 'QueueUnavailable';

  /** @param reason name of the underlying error, for the log */
  constructor(readonly reason: string) {
    super(`the job queue is unavailable (${reason})`);
  }
}

/** A job that breaks the catalogue's schema or the rule for ids: a fault in the calling code. */
export class InvalidJob extends Error {
  override readonly name = 'InvalidJob';
}

/** The handlers do not match the catalogue; each fault names the line to add or to remove. */
export class HandlersDoNotMatch extends Error {
  override readonly name = 'HandlersDoNotMatch';

  constructor(faults: readonly string[]) {
    super(`job handlers: ${faults.join('; ')}`);
  }
}

/** Something took longer than it may. */
export class TimeLimitExceeded extends Error {
  override readonly name = 'TimeLimitExceeded';

  constructor(limitMs: number) {
    super(`no result within ${limitMs} ms`);
  }
}

/** What a name or code may look like; a message put there by mistake does not pass. */
const TOKEN = /^\w{1,64}$/;

/**
 * Name and code of an error (`QueryFailedError 23505`), which is all that may be logged or stored:
 * a message may quote a row, and with it a patient.
 */
export function errorName(error: unknown): string {
  const { name, code } = Object(error) as { name?: unknown; code?: unknown };
  const tokens = [name, code].filter((part) => typeof part === 'string' && TOKEN.test(part));
  return tokens.length > 0 ? tokens.join(' ') : 'Error';
}
