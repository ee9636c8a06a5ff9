import type { Instant } from '@hemgang/kernel';
import type { Queryable, Statement } from './statement';

/** An amount of a year as it was entered. */
export interface RateRow {
  readonly year: number;
  readonly orePerDay: number;
  readonly source: string;
  readonly enteredAt: Instant;
  /** The assignment of the person who entered it. */
  readonly enteredBy: string;
}

const RATES: Statement<RateRow> = {
  name: 'payment-rates',
  text: `
    select year, ore_per_day as "orePerDay", source, entered_at as "enteredAt", entered_by as "enteredBy"
    from payment_rates order by id`,
};

const ADD: Statement<never> = {
  name: 'add-payment-rate',
  text: `
    insert into payment_rates (year, ore_per_day, source, entered_at, entered_by)
    values ($1, $2, $3, $4, $5)`,
};

/** Amounts that the customer has entered. They are added, never changed. */
export class RateStore {
  constructor(private readonly database: Queryable) {}

  /** All of them, in the order in which they were entered. @throws DatabaseUnavailable */
  all(): Promise<readonly RateRow[]> {
    return this.database.run(RATES, []);
  }

  /** @throws DatabaseUnavailable */
  async add({ year, orePerDay, source, enteredAt, enteredBy }: RateRow): Promise<void> {
    await this.database.run(ADD, [year, orePerDay, source, enteredAt, enteredBy]);
  }
}
