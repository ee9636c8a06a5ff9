import { ForwardMigration } from './forward-migration';

/** What a day of care costs in a year, as the customer enters it (2017:612 5:6). */
export class PaymentRates1795300000031 extends ForwardMigration {
  protected readonly sql = `
    create table payment_rates (
      id bigint generated always as identity primary key,
      -- No unique key: a new row takes the place of an older one of its year, and both stay.
      year int not null check (year between 2018 and 2099),
      ore_per_day int not null check (ore_per_day between 1 and 10000000),
      source text not null check (source <> ''),
      entered_at timestamptz(3) not null check (isfinite(entered_at)),
      entered_by text not null check (entered_by <> '')
    );

    create trigger payment_rates_only_grow before update or delete or truncate
      on payment_rates for each statement execute function refuse_change();`;
}
