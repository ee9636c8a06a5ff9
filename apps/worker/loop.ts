/** What one round of a loop found. */
export interface Round {
  /** True when there may be more to do at once. */
  readonly more: boolean;
  /** Milliseconds until the next round is worth while, when nothing wakes the loop before. */
  readonly waitMs: number;
}

/** After a failed round: long enough not to spin on a database that is away, short enough to notice. */
const AFTER_FAILURE_MS = 500;

/**
 * Does rounds of work one after another until it is stopped. Between rounds it waits, and a wake
 * ends the wait; a wake during a round makes another round follow. Failures are reported and the
 * loop goes on: the rows it works on are the truth and are still there.
 */
export class Loop {
  private isStopped = false;
  private begunAt = 0;
  private isWoken = false;
  private endWait: () => void = () => undefined;
  private readonly done: Promise<void>;

  /**
   * @param restMs a wake begins a round no sooner than this after the last one began: under load
   *   each does the work of many, and an idle loop is there at once
   */
  constructor(
    private readonly round: () => Promise<Round>,
    private readonly onFailure: (error: unknown) => void,
    private readonly restMs = 0,
  ) {
    this.done = this.run();
  }

  /** Something may be there to do. Never waits, never fails. */
  wake(): void {
    this.isWoken = true;
    this.endWait();
  }

  /** Lets the running round finish and ends. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.endWait();
    await this.done;
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      this.isWoken = false;
      this.begunAt = performance.now();
      const { more, waitMs } = await this.safeRound();
      if (!more && !this.isStopped) await this.wait(waitMs);
    }
  }

  private async safeRound(): Promise<Round> {
    try {
      return await this.round();
    } catch (error) {
      this.onFailure(error);
      return { more: false, waitMs: AFTER_FAILURE_MS };
    }
  }

  /** A wake ends it, now or during the round, but not before the rest is over; `stop` always does. */
  private wait(ms: number): Promise<void> {
    const end = performance.now() + ms;
    return new Promise((resolve) => {
      let timer = setTimeout(resolve, ms);
      this.endWait = () => {
        clearTimeout(timer);
        const rested = this.isStopped ? 0 : this.begunAt + this.restMs;
        const leftMs = Math.min(end, rested) - performance.now();
        if (leftMs > 0) timer = setTimeout(resolve, leftMs);
        else resolve();
      };
      if (this.isWoken) this.endWait();
    });
  }
}
