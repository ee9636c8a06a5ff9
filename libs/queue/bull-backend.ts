import type { BulkJobOptions, IQueueBackend, Processor, WorkerOptions } from 'bullmq';

/**
 * One BullMQ queue carries every kind of job: each further queue would cost its own connections.
 * The name is also what separates us from other users of the same Redis; two installations must
 * not share a Redis database.
 */
export const QUEUE_NAME = 'hemgang';

/** The end of the queue that adds, as far as we use it, whatever lies behind it. */
export interface BullProducer {
  addBulk(
    jobs: { name: string; data: unknown; opts: BulkJobOptions }[],
  ): Promise<readonly unknown[]>;
  getJobCounts(...states: ('waiting' | 'active' | 'delayed')[]): Promise<Record<string, number>>;
  waitUntilReady(): Promise<void>;
  getBackend(): Pick<IQueueBackend, 'close'>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** The end of the queue that handles. */
export interface BullWorker {
  run(): Promise<void>;
  waitUntilReady(): Promise<void>;
  close(): Promise<void>;
  /** Ends the connections when `close` does not, because the server does not answer. */
  cut(): Promise<void>;
  /** Resolves when the server answers on every connection that could die without BullMQ noticing. */
  ping(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'stalled', listener: (jobId: string) => void): unknown;
}

/** Makes both ends on one kind of server. Neither has been connected when it is returned. */
export interface BullBackend {
  producer(): BullProducer;
  /** @param processor runs one attempt of one job */
  worker(processor: Processor<unknown, void>): BullWorker;
}

/**
 * Nobody reads BullMQ's own events; a short list keeps what is written for nothing small
 * (its default is 10,000).
 */
const EVENTS_KEPT = 100;

export const producerOptions = {
  streams: { events: { maxLen: EVENTS_KEPT } },
} as const;

export const workerOptions = {
  /** Only `run` starts it, so that a worker that never got a connection can be thrown away. */
  autorun: false,

  /**
   * Jobs handled at once by one process. A handler mostly waits, for a mail server or for our
   * database, whose pool has about ten connections: twice as many jobs keep it busy, and more
   * would only wait in line for it with their locks running.
   */
  concurrency: 20,

  /**
   * A job whose process died is free again after the lock, at most 5 s, and the next look for
   * stalled jobs, every 1 s: about 6 s in all. BullMQ's defaults of 30 s each make it a minute. The
   * lock is renewed every 2.5 s, so only a process that hangs longer than that loses a job.
   */
  lockDuration: 5_000,
  stalledInterval: 1_000,

  /**
   * Crashes never use a job up. At one crash in 6 s this number is reached after ten weeks, and
   * the databases that must hold it can.
   */
  maxStalledCount: 1_000_000,

  /** Wait after a refused connection. BullMQ's 15 s would also be waited for when closing. */
  runRetryDelay: 1_000,
} as const satisfies Partial<WorkerOptions>;
