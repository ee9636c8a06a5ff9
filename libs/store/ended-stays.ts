import type { Instant } from '@hemgang/kernel';
import { LOWEST_ID } from './cursor';
import { ENDED_STAYS, readStayLogs, type EndedStayRow, type StayLogRow } from './reads/stay-logs';
import type { Queryable } from './statement';

/** Ended stays with their logs. */
export interface StayBatch {
  readonly stays: readonly EndedStayRow[];
  /** Of the stays and of their SIPs, by case and in order. */
  readonly logs: readonly StayLogRow[];
}

/** Stays read at once: few enough to be let go of soon, many enough that the round trips are few. */
const BATCH_STAYS = 250;

/** The logs of stays, for whoever reckons over a month or a year of them. */
export class EndedStays {
  constructor(private readonly database: Queryable) {}

  /** Every event of a stay and of the SIPs that it names, by case and in order. */
  logsOf(stay: string): Promise<readonly StayLogRow[]> {
    return readStayLogs(this.database, [stay], null);
  }

  /**
   * All stays that ended from `from` on and before `until`, a batch at a time: memory does not grow
   * with their number.
   * @param types events that are read
   */
  async *between(
    from: Instant,
    until: Instant,
    types: readonly string[],
  ): AsyncGenerator<StayBatch> {
    // Before every stay that ended at that very moment.
    let after: readonly [Instant, string] = [from, LOWEST_ID];
    for (;;) {
      const stays = await this.database.run(ENDED_STAYS, [...after, until, BATCH_STAYS]);
      const last = stays.at(-1);
      if (last === undefined) return;
      const ids = stays.map(({ id }) => id);
      yield { stays, logs: await readStayLogs(this.database, ids, types) };
      if (stays.length < BATCH_STAYS) return;
      after = [last.endedAt, last.id];
    }
  }
}
