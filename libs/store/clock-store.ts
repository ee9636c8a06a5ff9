import type { Database } from './database';
import type { Statement } from './statement';

/** The announcement leaves with the commit, so whoever hears it reads the new offset. */
const ADVANCE: Statement<{ offsetMs: number }> = {
  name: 'advance-clock',
  text: `
    with moved as (
      update clock set offset_ms = offset_ms + $1::bigint returning offset_ms as "offsetMs"
    )
    select "offsetMs", pg_notify('hemgang', 'clock') from moved`,
};

/** The demo's own time: how far it runs ahead of the database's clock. */
export class ClockStore {
  constructor(private readonly database: Database) {}

  /**
   * Moves the time of every process forward by `ms` (positive: time never goes back).
   * @returns the whole offset in milliseconds
   */
  async advance(ms: number): Promise<number> {
    if (!Number.isSafeInteger(ms) || ms <= 0) throw new RangeError('Time only moves forward.');
    const [row] = await this.database.run(ADVANCE, [ms]);
    if (row === undefined) throw new Error('The clock row is missing.');
    return row.offsetMs;
  }
}
