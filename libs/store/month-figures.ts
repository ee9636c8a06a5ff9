import type { Instant } from '@hemgang/kernel';
import type { Database } from './database';
import type { NoticeToTell } from './delivery-store';
import { LOG_DIGEST, RECEIVING, TURNS, type Receiving, type TurnCounts } from './sql/month-figures';
import type { Statement } from './statement';
import { SIPS, type StoredSipCounts } from './sql/sip-figures';

/** Something that a unit was told, and when it happened. */
export interface ToldNotice extends NoticeToTell {
  readonly at: Instant;
}

/** Of what has been brought to a unit nobody knows any more whether it was quiet or acute: neither. */
const TOLD: Statement<ToldNotice> = {
  name: 'told-units',
  text: `
    select told.*, null as kind, d.due_at as due, false as "isRestored"
    from (
      select key, case_id, receiver as unit, created_at as at, task ->> 'audience' as audience,
             coalesce(task ->> 'duty', task ->> 'begins') as duty,
             coalesce((task ->> 'acute')::boolean, false) as "isAcute",
             task ->> 'urgency' as begins, coalesce((task ->> 'quiet')::boolean, false) as "isQuiet"
      from outbox where job = 'deliver-notices'
      union all
      select key, case_id, unit, created_at, audience, duty, false, null, false from notices
    ) as told
    left join duties d on d.case_id = told.case_id and d.id = told.duty
    order by at, key`,
};

/** What has happened in all cases of a database. Reads every case: for simulations. */
export class MonthFigures {
  constructor(private readonly database: Database) {}

  /** In how many stays each turn was met. @param until a notice not sent by then counts as late */
  async turns(until: Instant): Promise<TurnCounts> {
    const [row] = await this.database.run(TURNS, [until]);
    if (row === undefined) throw new Error('Counting always gives one row.');
    return row;
  }

  /** How many stays each receiving unit has had part in. */
  receiving(): Promise<readonly Receiving[]> {
    return this.database.run(RECEIVING, []);
  }

  /** What every unit was told, the oldest first, whether it has been brought to it yet or not. */
  told(): Promise<readonly ToldNotice[]> {
    return this.database.run(TOLD, []);
  }

  /** What has happened in the SIPs that were started from an instant until another, unit by unit. */
  sips(from: Instant, until: Instant): Promise<readonly StoredSipCounts[]> {
    return this.database.run(SIPS, [from, until]);
  }

  /** SHA-256 of everything that the logs tell but random ids; hexadecimal. */
  async digest(): Promise<string> {
    const [row] = await this.database.run(LOG_DIGEST, []);
    return row?.digest ?? '';
  }
}
