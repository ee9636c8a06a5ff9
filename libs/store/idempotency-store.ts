import { HOUR_MS, plusMs, type Instant } from '@hemgang/kernel';
import type { Database } from './database';
import type { Statement } from './statement';

/** So long a caller may repeat a command and be answered as the first time. */
const KEPT_MS = 30 * 24 * HOUR_MS;

/**
 * The rows are found by the place where they lie, which the lock keeps: the planner cannot know how
 * few a batch is, and would compare their keys with the whole table.
 *
 * Seeding lives through the past and must find its own keys when it goes on after a stop, however
 * old they are.
 */
export const REMOVE_EXPIRED: Statement<{ removed: number }> = {
  name: 'remove-expired-keys',
  text: `
    with expired as materialized (
      select ctid as place from idempotency
      where created_at < $1 and not exists (select from seeding where finished_at is null)
      order by created_at
      limit $2
      for update skip locked
    ), removed as (
      delete from idempotency where ctid = any (array(select place from expired))
      returning 1
    )
    select count(*)::int as removed from removed`,
};

/** Keys are written by the command's own statement; here they are only forgotten. */
export class IdempotencyStore {
  constructor(private readonly database: Database) {}

  /**
   * Forgets up to `limit` keys that were used more than 30 days before `now`, the oldest first.
   * Several may do so at once; each key is removed by one of them.
   * @returns how many were removed
   */
  async removeExpired(now: Instant, limit: number): Promise<number> {
    const [row] = await this.database.run(REMOVE_EXPIRED, [plusMs(now, -KEPT_MS), limit]);
    return row?.removed ?? 0;
  }
}
