import { plusMs, SECOND_MS, type Instant } from '@hemgang/kernel';
import type { Database } from './database';
import type { Statement } from './statement';

/** A reminder that is due. */
export interface DueTimer {
  readonly caseId: string;
  readonly duty: string;
  readonly step: string;
  readonly due: Instant;
  readonly fireAt: Instant;
}

/**
 * How long a sweeper keeps a timer to itself. Firing takes milliseconds; after a crash the timer
 * is late by at most this.
 */
const LEASE_MS = 10 * SECOND_MS;

/** Seeding lives cases through their past; until one has arrived its timers are not live. */
export const NEXT: Statement<{ fireAt: Instant | null }> = {
  name: 'next-timer',
  text: `
    select min(fire_at) as "fireAt" from timers where live and leased_until is null`,
};

export const LEASE: Statement<DueTimer> = {
  name: 'lease-timers',
  text: `
    with due as materialized (
      select case_id, duty from timers
      where live and fire_at <= $1 and (leased_until is null or leased_until <= $1)
      order by fire_at, case_id, duty
      limit $2
      for update skip locked
    ), leased as (
      update timers set leased_until = $3
      from due where timers.case_id = due.case_id and timers.duty = due.duty
      returning timers.case_id as "caseId", timers.duty, step, timers.due_at as due,
                fire_at as "fireAt"
    )
    select * from leased order by "fireAt", "caseId", duty`,
};

/** A timer whose unit is closed, and until when. */
export interface PutOff extends DueTimer {
  readonly until: Instant;
}

/** One that has been replaced meanwhile is another timer and stays as it is. */
export const PUT_OFF: Statement<never> = {
  name: 'put-off-timers',
  text: `
    update timers set fire_at = p.until, leased_until = null
    from jsonb_to_recordset($1::jsonb)
      as p ("caseId" uuid, duty text, step text, due timestamptz, until timestamptz)
    where case_id = p."caseId" and timers.duty = p.duty and timers.step = p.step
      and due_at = p.due`,
};

/**
 * The next reminder of every open duty, by the clock alone until it comes due: opening hours are asked then,
 * and a rung that may wait for its unit is put off. Commands set and remove the rows; a sweeper asks here what
 * is due and fires it as an ordinary command, which replaces or removes the row in its own
 * transaction.
 *
 * A lease shares the work between several sweepers; it is not what makes a reminder fire once. A
 * sweeper that holds an expired lease is refused by the duty's stale-timer check or by the version
 * of the case. Holding a row lock instead would need a second connection and an open transaction
 * per firing.
 */
export class TimerStore {
  constructor(private readonly database: Database) {}

  /**
   * When the next timer fires that nobody has leased; null when there is none. A lease that runs
   * out is found by the sweeper's regular poll.
   */
  async nextFireAt(): Promise<Instant | null> {
    const [row] = await this.database.run(NEXT, []);
    return row?.fireAt ?? null;
  }

  /** Leases up to `limit` timers that are due at `now`, in the order in which they were due. */
  due(now: Instant, limit: number): Promise<readonly DueTimer[]> {
    return this.database.run(LEASE, [now, limit, plusMs(now, LEASE_MS)]);
  }

  /** These do not fire before they are said to. */
  async putOff(timers: readonly PutOff[]): Promise<void> {
    await this.database.run(PUT_OFF, [JSON.stringify(timers)]);
  }
}
