import type { BulkJobOptions } from 'bullmq';
import type { BullBackend, BullProducer } from './bull-backend';
import { JobAttempts } from './job-attempt';
import type { JobCatalogue } from './job-catalogue';
import type { JobHandler } from './job-handler';
import { checkHandlers } from './job-handler';
import type { JobQueue, NewJob, QueueHealth, QueueLog, Stop } from './job-queue';
import { errorName, InvalidJob, QueueUnavailable, TimeLimitExceeded } from './queue-errors';
import { within } from './within';
import { WorkerLoop } from './worker-loop';

/**
 * Starts with a letter: BullMQ refuses integers and uses the colon itself. No other signs, so that
 * an id can stand in a log line or a key as it is.
 */
const JOB_ID = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/** For `add` and `health`: longer than a busy server needs, short enough for a relay to wait. */
const ANSWER_LIMIT_MS = 3_000;

/** An outage raises the same error many times a second; one line in ten seconds says as much. */
const SAME_ERROR_LOG_MS = 10_000;

/** `JobQueue` on BullMQ, for both of its servers. */
export class BullJobQueue<C extends JobCatalogue> implements JobQueue<C> {
  private producer: BullProducer | undefined;
  private loop: WorkerLoop<C> | undefined;
  /** Error name → when it was last logged, in milliseconds of the monotonic clock. */
  private readonly logged = new Map<string, number>();

  constructor(
    private readonly catalogue: C,
    private readonly backend: BullBackend,
    private readonly log: QueueLog,
  ) {}

  async add(jobs: readonly NewJob<C>[]): Promise<void> {
    const bulk = jobs.map((job) => this.bullJob(job));
    if (bulk.length === 0) return;
    await this.ask((producer) => producer.addBulk(bulk));
  }

  async process(handlers: readonly JobHandler<C>[]): Promise<Stop> {
    if (this.loop) throw new Error('JobQueue.process() was called twice');
    checkHandlers(this.catalogue, handlers);
    const loop = new WorkerLoop(
      this.backend,
      new JobAttempts(this.catalogue, handlers, this.log),
      this.onError,
      (id) => this.log.warn('job taken over from a lost worker', { id }),
    );
    this.loop = loop;
    return () => loop.stop();
  }

  async health(): Promise<QueueHealth> {
    try {
      const {
        waiting = 0,
        active = 0,
        delayed = 0,
      } = await this.ask((producer) => producer.getJobCounts('waiting', 'active', 'delayed'));
      return { reachable: true, waiting, active, delayed };
    } catch (error) {
      if (error instanceof QueueUnavailable) return { reachable: false, error: error.reason };
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.loop?.stop();
    await this.discard(this.producer);
  }

  private bullJob({ name, id, payload }: NewJob<C>) {
    const definition = this.catalogue[name];
    if (!definition) throw new InvalidJob(`job '${name}' is not in the catalogue`);
    if (!JOB_ID.test(id)) throw new InvalidJob(`job '${name}' has an id that is no job id`);
    const parsed = definition.payload.safeParse(payload);
    if (!parsed.success) {
      const faults = parsed.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`);
      throw new InvalidJob(`payload of job '${name}' ${id} refused: ${faults.join(', ')}`);
    }
    const opts: BulkJobOptions = {
      jobId: id,
      attempts: definition.attempts,
      backoff: { type: 'exponential', delay: definition.firstRetryMs },
      // The queue forgets what is over: the outbox row says how it ended.
      removeOnComplete: true,
      removeOnFail: true,
      stackTraceLimit: 0,
    };
    return { name, data: parsed.data, opts };
  }

  /** @throws QueueUnavailable after `ANSWER_LIMIT_MS` or at the first error */
  private async ask<T>(question: (producer: BullProducer) => Promise<T>): Promise<T> {
    this.producer ??= this.newProducer();
    const producer = this.producer;
    try {
      return await within(ANSWER_LIMIT_MS, this.started(producer).then(question));
    } catch (error) {
      // Its connection may be dead without saying so; the next call makes a new one.
      if (error instanceof TimeLimitExceeded) void this.discard(producer);
      throw new QueueUnavailable(errorName(error));
    }
  }

  /** BullMQ remembers for ever that a first connection failed, so such a producer is replaced. */
  private async started(producer: BullProducer): Promise<BullProducer> {
    try {
      await producer.waitUntilReady();
      return producer;
    } catch (error) {
      void this.discard(producer);
      throw error;
    }
  }

  private newProducer(): BullProducer {
    const producer = this.backend.producer();
    producer.on('error', this.onError);
    return producer;
  }

  private async discard(producer: BullProducer | undefined): Promise<void> {
    if (this.producer === producer) this.producer = undefined;
    await producer?.getBackend().close(true).catch(this.onError);
  }

  private readonly onError = (error: unknown): void => {
    const name = errorName(error);
    const now = performance.now();
    if (now - (this.logged.get(name) ?? -Infinity) < SAME_ERROR_LOG_MS) return;
    this.logged.set(name, now);
    this.log.warn('job queue connection failed', { error: name });
  };
}
