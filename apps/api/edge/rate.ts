/** How often something may happen: so many times in each span of time, all at once if need be. */
export interface Rate {
  readonly times: number;
  readonly perMs: number;
}

/** Whether it may happen now. */
export interface RateVerdict {
  readonly allowed: boolean;
  /** How many more times it may happen at once. */
  readonly left: number;
  /** When that is the full number again, or, refused, when one more is allowed; milliseconds from now. */
  readonly waitMs: number;
}

/** So many callers are remembered; each is one number and its key. */
const KEYS_MAX = 100_000;

/**
 * Counts in the memory of this process, as a leaking bucket that needs one number for each caller
 * (GCRA): the time at which the bucket is empty again. Nothing outside can fail or be waited for.
 *
 * It does not cover other processes: with several, a caller who reaches all of them has the sum. And
 * when more callers than it can remember come at once, those it has known longest begin anew.
 */
export class RateCounter {
  private readonly emptyAt = new Map<string, number>();

  /**
   * @param now milliseconds of a clock that nobody moves
   * @param keysMax callers to remember at most
   */
  constructor(
    private readonly rate: Rate,
    private readonly now: () => number = () => performance.now(),
    private readonly keysMax = KEYS_MAX,
  ) {}

  /** Counts one more of the caller, unless that would be too many: what is refused is not counted. */
  count(key: string): RateVerdict {
    const now = this.now();
    const { times, perMs } = this.rate;
    const before = Math.max(this.emptyAt.get(key) ?? now, now);
    const after = before + perMs / times;
    const waitMs = after - now - perMs;
    if (waitMs > ROUNDING_MS) return { allowed: false, left: 0, waitMs };
    this.remember(key, after, now);
    const left = Math.floor(((now + perMs - after) * times) / perMs + ROUNDING_MS);
    return { allowed: true, left: Math.max(0, left), waitMs: after - now };
  }

  private remember(key: string, emptyAt: number, now: number): void {
    if (!this.emptyAt.has(key) && this.emptyAt.size >= this.keysMax) this.makeRoom(now);
    this.emptyAt.set(key, emptyAt);
  }

  private makeRoom(now: number): void {
    for (const [key, emptyAt] of this.emptyAt) if (emptyAt <= now) this.emptyAt.delete(key);
    for (const key of this.emptyAt.keys()) {
      if (this.emptyAt.size < this.keysMax) return;
      this.emptyAt.delete(key);
    }
  }
}

/** Sums of fractions are off by less; a caller must not lose her last request to that. */
const ROUNDING_MS = 1e-6;
