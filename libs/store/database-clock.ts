import { instant, SECOND_MS, type Clock, type Instant } from '@hemgang/kernel';
import type { Database } from './database';
import type { Statement } from './statement';

export interface DatabaseClockOptions {
  /** Told when this machine's clock and the database's begin to differ too much. */
  onSkew(skewMs: number): void;
}

/** Quartz drifts by some milliseconds an hour; this is for jumps of the database's clock. */
const REFRESH_MS = 10 * SECOND_MS;

/** Nothing is computed with this machine's clock, but people compare its logs and certificates. */
const SKEW_MAX_MS = 5 * SECOND_MS;

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
 * time stands still until it has caught up.
 *
 * A new offset reaches it at the next refresh; `Doorbell` announces one with the topic `clock`.
 */
export class DatabaseClock implements Clock {
  /** Add the monotonic counter to get the present time, in milliseconds. */
  private aheadMs = 0;
  private latestMs = 0;
  private offsetMs = 0;
  private isSkewed = false;
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

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const before = performance.now();
    const [row] = await this.database.run(TIME, []);
    if (row === undefined) throw new Error('The clock row is missing: migrate the database.');
    // The database read its clock somewhere on the way; half-way is wrong by half a round trip.
    const counter = (before + performance.now()) / 2;
    this.offsetMs = row.offsetMs;
    this.aheadMs = row.databaseMs + row.offsetMs - counter;
    this.compare(performance.timeOrigin + counter - row.databaseMs);
  }

  private compare(skewMs: number): void {
    const wasSkewed = this.isSkewed;
    this.isSkewed = Math.abs(skewMs) > SKEW_MAX_MS;
    if (this.isSkewed && !wasSkewed) this.options.onSkew(Math.round(skewMs));
  }
}
