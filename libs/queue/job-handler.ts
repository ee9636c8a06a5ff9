import type { JobCatalogue, JobName, JobPayload, OurCatalogue } from './job-catalogue';
import { HandlersDoNotMatch } from './queue-errors';

/** A job that failed in its last attempt. */
export interface ExhaustedJob<P> {
  readonly id: string;
  /** `null` when what lay in the queue was no valid payload; then the id alone says what it was. */
  readonly payload: P | null;
}

/** Code for one kind of job. Both functions may run more than once for the same job. */
export interface HandlerFor<N extends JobName<C>, C extends JobCatalogue = OurCatalogue> {
  readonly name: N;
  /**
   * Does the job. Throwing means: try again later.
   * @param signal aborted when the attempt is given up (its time is over); the next attempt may
   *   then start although this one is still running
   */
  handle(payload: JobPayload<N, C>, signal: AbortSignal): Promise<void>;
  /**
   * Called after the last failed attempt and before the queue forgets the job: park it where people
   * see it. When this throws, the job is forgotten all the same, and what is still open in the
   * outbox comes back as a new job.
   * @param errorName name (and code) of the last error, never its message
   */
  onExhausted(job: ExhaustedJob<JobPayload<N, C>>, errorName: string): Promise<void>;
}

/** A handler of any job of the catalogue. */
export type JobHandler<C extends JobCatalogue = OurCatalogue> = {
  [N in JobName<C>]: HandlerFor<N, C>;
}[JobName<C>];

/**
 * The start-up check: every job of the catalogue has exactly one handler.
 * @throws HandlersDoNotMatch naming the line to add or to remove
 */
export function checkHandlers<C extends JobCatalogue>(
  catalogue: C,
  handlers: readonly JobHandler<C>[],
): void {
  const faults = Object.keys(catalogue).flatMap((name) => {
    const count = handlers.filter((handler) => handler.name === name).length;
    if (count === 0) {
      return [
        `job '${name}' has no handler: add { name: '${name}', handle, onExhausted } to the list ` +
          'given to JobQueue.process()',
      ];
    }
    return count === 1
      ? []
      : [`job '${name}' has ${count} handlers: remove all but one from that list`];
  });
  const unknown = handlers.map(({ name }) => name).filter((name) => !(name in catalogue));
  faults.push(
    ...unknown.map((name) => `handler '${name}' has no job: add '${name}' to the job catalogue`),
  );
  if (faults.length > 0) throw new HandlersDoNotMatch(faults);
}
