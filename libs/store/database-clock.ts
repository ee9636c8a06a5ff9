import { instant, SECOND_MS, type Clock, type Instant } from '@hemgang/kernel';
import type { Database } from './database';
import type { Statement } from './statement';

export interface DatabaseClockOptions {
  /** This machine's own clock, in milliseconds since 1970: compared and never used. */
  wallMs(): number;
  /**
   * Told when this machine's clock and the database's begin to differ, differ quite otherwise than
   * was told before, and agree again.
   * @param skewMs positive: this machine's clock is ahead
   */
  onSkew(skewMs: number, isSkewed: boolean): void;
}

/** Quartz drifts by some milliseconds an hour; this is for jumps of the database's clock. */
const REFRESH_MS = 10 * SECOND_MS;

/** Nothing is computed with this machine's clock, but people compare its logs and certificates. */
const SKEW_MAX_MS = 2 * SECOND_MS;

/** A clock that drifts away is told of each time it is so much further off, not at every look. */
const SKEW_CHANGE = 0.5;

const TIME: Statement<{ databaseMs: number; offsetMs: number }> = {
  name: 'database-time',
  text: `
    select extract(epoch from clock_timestamp())::float8 * 1000 as "databaseMs",
           offset_ms as "offsetMs"
    from clock`,
};

/**
 * One clock for all processes: the database's time and the demo's offset, carried between two
 * looks by this process's monotonic counter. It never goes back: when the database's clock does,
 * time stands still until it has caught up. It is never ahead of the database either, however long
 * a look has taken: nothing is due before the database says so. What this machine's own clock does
 * is told, and changes nothing; when the machine has slept, time is late until the next look.
 *
 * A new offset reaches it at the next refresh; `Doorbell` announces one with the topic `clock`.
 */
export class DatabaseClock implements Clock {
  /** Add the monotonic counter to get the present time, in milliseconds. */
  private aheadMs = 0;
  private latestMs = 0;
  private offsetMs = 0;
  private toldSkewMs = 0;
  private presentSkewMs = 0;
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly database: Database,
    private readonly options: DatabaseClockOptions,
  ) {}

  /** @throws DatabaseUnavailable: without a first look there is no time to carry */
  static async start(database: Database, options: DatabaseClockOptions): Promise<DatabaseClock> {
    const clock = new DatabaseClock(database, options);
    await clock.look();
    clock.timer = setInterval(() => void clock.refresh(), REFRESH_MS);
    clock.timer.unref();
    return clock;
  }

  now(): Instant {
    this.latestMs = Math.max(this.latestMs, performance.now() + this.aheadMs);
    return instant(this.latestMs);
  }

  /**
   * The time without the demo's offset, for what must not end because somebody moved the demo's
   * time: sessions.
   */
  realNow(): Instant {
    return instant(Date.parse(this.now()) - this.offsetMs);
  }

  /** Looks again at once. When the database cannot be reached, the time is carried on. */
  async refresh(): Promise<void> {
    await this.look().catch(() => undefined);
  }

  /** How far this machine's clock was ahead of the database's at the last look; negative: behind. */
  get skewMs(): number {
    return this.presentSkewMs;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const wallBefore = this.options.wallMs();
    const before = performance.now();
    const [row] = await this.database.run(TIME, []);
    if (row === undefined) throw new Error('The clock row is missing: migrate the database.');
    const { databaseMs, offsetMs } = row;
    this.offsetMs = offsetMs;
    this.carryOn(databaseMs + offsetMs - performance.now(), databaseMs + offsetMs - before);
    this.compare(wallBefore - databaseMs, this.options.wallMs() - databaseMs);
  }

  /**
   * The database read its clock somewhere between question and answer. What fits in between is kept;
   * otherwise the earliest time that it can be is taken: a question that waited for a connection
   * must not make anything due early.
   */
  private carryOn(least: number, most: number): void {
    if (this.aheadMs < least || this.aheadMs > most) this.aheadMs = least;
  }

  /** A look that took long says little: what counts is how far off the clock is at least. */
  private compare(least: number, most: number): void {
    const skewMs = Math.round(least > 0 ? least : Math.min(0, most));
    this.presentSkewMs = skewMs;
    const isSkewed = Math.abs(skewMs) > SKEW_MAX_MS;
    const wasSkewed = this.toldSkewMs !== 0;
    const change = Math.abs(skewMs - this.toldSkewMs);
    const isOther = change > Math.max(SKEW_MAX_MS, SKEW_CHANGE * Math.abs(this.toldSkewMs));
    if (isSkewed ? !isOther : !wasSkewed) return;
    this.toldSkewMs = isSkewed ? skewMs : 0;
    this.options.onSkew(skewMs, isSkewed);
  }
}
