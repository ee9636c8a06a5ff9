import type { Instant } from '@hemgang/kernel';
import type { Database } from './database';
import { LOG_DIGEST, RECEIVING, TURNS, type Receiving, type TurnCounts } from './sql/month-figures';
import type { Statement } from './statement';
import { SIPS, type StoredSipCounts } from './sql/sip-figures';

/** What units were told, whether it has been brought to them yet or not. */
const TOLD: Statement<{ readonly unit: string; readonly at: Instant }> = {
  name: 'told-units',
  text: `
    select receiver as unit, created_at as at from outbox where job = 'deliver-notices'
    union all
    select unit, created_at from notices`,
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

  /** What every unit was told, and when. */
  told(): Promise<readonly { readonly unit: string; readonly at: Instant }[]> {
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
