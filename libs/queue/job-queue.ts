import type { JobCatalogue, JobName, JobPayload, OurCatalogue } from './job-catalogue';
import type { JobHandler } from './job-handler';

/** A job to be added. */
export type NewJob<C extends JobCatalogue = OurCatalogue> = {
  [N in JobName<C>]: {
    readonly name: N;
    /**
     * Chosen by the caller so that the same work always gets the same id, such as `o-123-125-3`: a
     * letter, then up to 63 letters, digits, hyphens and underscores.
     */
    readonly id: string;
    readonly payload: JobPayload<N, C>;
  };
}[JobName<C>];

/** Ends processing: takes no more jobs and resolves when the running ones are finished. */
export type Stop = () => Promise<void>;

export type QueueHealth =
  | {
      readonly reachable: true;
      readonly waiting: number;
      readonly active: number;
      readonly delayed: number;
    }
  | { readonly reachable: false; readonly error: string };

/** Where the queue reports faults that no caller waits for. */
export interface QueueLog {
  warn(message: string, fields: Readonly<Record<string, string | number>>): void;
}

/**
 * Brings jobs from the process that knows of them to a process that has time for them, and tries
 * again when a handler fails.
 *
 * What it does not cover, and what the caller must therefore not expect:
 * - No transaction with our database. Write an outbox row in the transaction, add the job after it.
 * - No safety. Everything in the queue may vanish at any time. The outbox is the truth: a row stays
 *   open until its notice is handled, and rows open for long are added again.
 * - No "exactly once". A job runs at least once, and after a crash, a lost connection or an
 *   overrun time limit even twice at the same time. Every outside effect needs a unique row.
 * - No list of what failed. A job that used up its attempts is reported to its handler, which parks
 *   the outbox row where people see it; then the queue forgets it, so that there is one truth.
 * - No memory of ids. An id does nothing while its job waits or runs; afterwards it is free again.
 * - No order, and no delays that callers choose: due times are rows in the database.
 * - No poison that kills the process: a crash never counts as an attempt, so such a job comes back
 *   until the code is mended.
 */
export interface JobQueue<C extends JobCatalogue = OurCatalogue> {
  /**
   * Adds all jobs, or none when one of them is invalid.
   * @throws InvalidJob when an id or a payload is refused
   * @throws QueueUnavailable within a few seconds when the jobs could not be handed over; some may
   *   still get through, so adding them again later is right and harmless
   */
  add(jobs: readonly NewJob<C>[]): Promise<void>;

  /**
   * Starts handling jobs; once per queue. It does not need the queue to be reachable: handling
   * begins as soon as it is, and goes on by itself after every interruption.
   * @throws HandlersDoNotMatch when a job has not exactly one handler
   */
  process(handlers: readonly JobHandler<C>[]): Promise<Stop>;

  /** Whether the queue answers, and how much lies in it; answers within a few seconds. */
  health(): Promise<QueueHealth>;

  /** Stops processing like `Stop`, then closes all connections. */
  close(): Promise<void>;
}
