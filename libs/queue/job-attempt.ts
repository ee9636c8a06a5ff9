import type { Job } from 'bullmq';
import type { JobCatalogue, JobName } from './job-catalogue';
import type { JobHandler } from './job-handler';
import type { QueueLog } from './job-queue';
import { errorName, InvalidJob } from './queue-errors';
import { within } from './within';

/** What BullMQ is told about a failure. It stores the message, so that is only the error's name. */
class AttemptFailed extends Error {
  override readonly name = 'AttemptFailed';
}

/** Runs single attempts of jobs and knows whether any is running. */
export class JobAttempts<C extends JobCatalogue> {
  private readonly handlers: ReadonlyMap<string, JobHandler<C>>;
  private readonly running = new Set<Promise<void>>();

  /** @param handlers as accepted by `checkHandlers` */
  constructor(
    private readonly catalogue: C,
    handlers: readonly JobHandler<C>[],
    private readonly log: QueueLog,
  ) {
    this.handlers = new Map(handlers.map((handler) => [handler.name, handler]));
  }

  /** One attempt. Rejects with the name of what went wrong, after reporting an exhausted job. */
  async run(job: Job<unknown, void>): Promise<void> {
    const attempt = this.attempt(job);
    this.running.add(attempt);
    try {
      await attempt;
    } finally {
      this.running.delete(attempt);
    }
  }

  /** Resolves when no attempt is running. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }

  private async attempt(job: Job<unknown, void>): Promise<void> {
    try {
      await this.handle(job);
    } catch (error) {
      const attempt = job.attemptsMade + 1;
      const fields = { job: job.name, id: job.id ?? '', attempt, error: errorName(error) };
      this.log.warn('job attempt failed', fields);
      if (attempt >= (job.opts.attempts ?? 1)) await this.reportExhausted(job, fields);
      throw new AttemptFailed(fields.error);
    }
  }

  private async handle(job: Job<unknown, void>): Promise<void> {
    const { handler, payload, timeoutMs } = this.parts(job);
    if (payload === null) throw new InvalidJob(`job '${job.name}' holds an invalid payload`);
    const abort = new AbortController();
    try {
      await within(timeoutMs, handler.handle(payload, abort.signal));
    } catch (error) {
      abort.abort();
      throw error;
    }
  }

  private async reportExhausted(
    job: Job<unknown, void>,
    fields: { job: string; id: string; error: string },
  ): Promise<void> {
    this.log.warn('job exhausted', fields);
    try {
      const { handler, payload, timeoutMs } = this.parts(job);
      await within(timeoutMs, handler.onExhausted({ id: fields.id, payload }, fields.error));
    } catch (error) {
      // The job is forgotten all the same; the outbox still has what it was for.
      this.log.warn('exhausted job could not be reported', { ...fields, error: errorName(error) });
    }
  }

  /**
   * The payload is checked although it was checked when added: what lies in the queue may come
   * from an older or newer version of ourselves. The type `never` fits any handler; that handler
   * and payload belong together is known only by their common name.
   */
  private parts({ name, data }: Job<unknown, void>) {
    const definition = this.catalogue[name as JobName<C>];
    const handler = this.handlers.get(name);
    if (!definition || !handler) throw new InvalidJob(`job '${name}' is not in the catalogue`);
    const parsed = definition.payload.safeParse(data);
    const payload = parsed.success ? (parsed.data as never) : null;
    return { handler, payload, timeoutMs: definition.timeoutMs };
  }
}
