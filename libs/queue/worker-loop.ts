import { setTimeout as pause } from 'node:timers/promises';
import type { BullBackend, BullWorker } from './bull-backend';
import type { JobAttempts } from './job-attempt';
import type { JobCatalogue } from './job-catalogue';
import { within } from './within';

/** Wait before a worker is replaced. */
const REPLACE_MS = 1_000;

/**
 * How often the server is asked whether it still answers, and how long it may take. A connection
 * that died silently would otherwise be noticed by the operating system after about 15 minutes.
 */
const PING_MS = 5_000;

/**
 * How long closing may take once no handler runs. With a server that answers it takes
 * milliseconds; without one BullMQ may wait for ever, so after this the connections are cut.
 */
const CLOSE_LIMIT_MS = 3_000;

/**
 * Keeps one BullMQ worker running until it is stopped, and replaces it when its server does not
 * answer. BullMQ reconnects by itself, but it remembers for ever that a first connection to
 * PostgreSQL failed, does not notice a connection to Redis that died silently, and stays quiet when
 * its main loop has ended.
 */
export class WorkerLoop<C extends JobCatalogue> {
  private worker: BullWorker | undefined;
  private readonly stopping = new AbortController();

  /** @param onError called for everything that goes wrong between BullMQ and its server */
  constructor(
    private readonly backend: BullBackend,
    private readonly attempts: JobAttempts<C>,
    private readonly onError: (error: unknown) => void,
    private readonly onStalled: (jobId: string) => void,
  ) {
    void this.keepRunning();
  }

  /** Takes no more jobs; resolves when the running ones are finished and the connections closed. */
  async stop(): Promise<void> {
    this.stopping.abort();
    if (this.worker) await this.close(this.worker);
  }

  private async keepRunning(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const worker = this.backend.worker((job) => this.attempts.run(job));
      this.worker = worker;
      worker.on('error', this.onError);
      worker.on('stalled', this.onStalled);
      try {
        await within(PING_MS, worker.waitUntilReady());
        await Promise.race([worker.run(), this.watch(worker)]);
      } catch (error) {
        this.onError(error);
      }
      await this.close(worker);
      await this.rest(REPLACE_MS);
    }
  }

  /** Rejects when the server does not answer, resolves when the loop is stopped. */
  private async watch(worker: BullWorker): Promise<void> {
    for (;;) {
      await this.rest(PING_MS);
      if (this.stopping.signal.aborted) return;
      await within(PING_MS, worker.ping());
    }
  }

  /** Waits, but not beyond the stop. */
  private async rest(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  private async close(worker: BullWorker): Promise<void> {
    const closed = worker.close();
    await Promise.race([closed, this.attempts.idle()]).catch(() => undefined);
    try {
      await within(CLOSE_LIMIT_MS, closed);
    } catch {
      // What does not even end when it is cut is left to the operating system: the next one must run.
      await within(CLOSE_LIMIT_MS, worker.cut()).catch(this.onError);
    }
  }
}
