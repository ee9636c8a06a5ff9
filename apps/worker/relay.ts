import type { ClaimedRow, OutboxStore } from '@hemgang/cases';
import { groupBy, type Clock } from '@hemgang/kernel';
import {
  jobCatalogue,
  QueueUnavailable,
  within,
  type JobHandler,
  type JobQueue,
  type NewJob,
} from '@hemgang/queue';
import type { Round } from './loop';

/** One claim: at 7,600 rows a second a batch of 500 takes well under a tenth of a second. */
const BATCH_MAX = 500;

/** Nobody rings when a doorbell is lost: then a row waits no longer than this. */
const POLL_MS = 200;

/** Jobs handled side by side while the queue is away; our own pool has little more to give. */
const PARALLEL_HERE = 8;

/**
 * Carries outbox rows to the queue. The rows stay where they are until their effect is stored: a
 * queue that loses everything costs ten seconds, not a notice. While the queue cannot be reached
 * the relay does the work itself, slower but at once.
 */
export class Relay {
  constructor(
    private readonly outbox: OutboxStore,
    private readonly queue: Pick<JobQueue, 'add'>,
    private readonly clock: Clock,
    private readonly handlers: readonly JobHandler[],
  ) {}

  /** Hands out one batch: one job for each kind of work and receiver, its rows in their order. */
  async round(): Promise<Round> {
    const rows = await this.outbox.claim(BATCH_MAX, this.clock.now());
    if (rows.length > 0) await this.handOut(jobsOf(rows));
    return { more: rows.length === BATCH_MAX, waitMs: POLL_MS };
  }

  private async handOut(jobs: NewJob[]): Promise<void> {
    try {
      await this.queue.add(jobs);
    } catch (error) {
      if (!(error instanceof QueueUnavailable)) throw error;
      await this.handleHere(jobs);
    }
  }

  /**
   * A job may have got through to the queue all the same; handling it twice does no harm. One that
   * fails is claimed again after ten seconds: attempts are counted, and ended, by the queue only.
   */
  private async handleHere(jobs: NewJob[]): Promise<void> {
    const failures: unknown[] = [];
    const next = async (): Promise<void> => {
      for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
        await this.handle(job).catch((error: unknown) => failures.push(error));
      }
    };
    await Promise.all(Array.from({ length: PARALLEL_HERE }, next));
    if (failures.length > 0) throw failures[0];
  }

  private async handle({ name, payload }: NewJob): Promise<void> {
    const { timeoutMs } = jobCatalogue[name];
    const handler = this.handlers.find((each) => each.name === name);
    if (handler === undefined) throw new Error(`job '${name}' has no handler`);
    await within(timeoutMs, handler.handle(payload, AbortSignal.timeout(timeoutMs)));
  }
}

/**
 * Rows of one receiver travel together: a job per notice costs more than the notice.
 *
 * The same rows handed out anew have the same id, so that a job that waits, or whose receiver is
 * slow, is not joined by another of its kind every ten seconds; one that was lost is there again.
 * Should other rows ever get the id of a living job, they come again when it has ended.
 */
function jobsOf(rows: readonly ClaimedRow[]): NewJob[] {
  return [...groupBy(rows, ({ job, receiver }) => `${job} ${receiver}`).values()].map((group) => ({
    name: group[0].job,
    id: `o-${group[0].id}-${group.at(-1)?.id}-${group.length}`,
    payload: { outboxIds: group.map(({ id }) => id) },
  }));
}
