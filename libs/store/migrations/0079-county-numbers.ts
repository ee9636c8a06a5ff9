import { ForwardMigration } from './forward-migration';

/** Residents and beds, which no log tells: the customer enters them, and figures are set against them (record 43). */
export class CountyNumbers1795300000079 extends ForwardMigration {
  protected readonly sql = `
    create table county_numbers (
      id bigint generated always as identity primary key,
      -- No unique key: a new row takes the place of an older one of the same day, and both stay.
      kind text not null check (kind in ('residents-65', 'available-beds')),
      place text not null check (place <> ''),
      valid_from date not null check (isfinite(valid_from)),
      value int not null check (value between 1 and 10000000),
      source text not null check (source <> ''),
      entered_at timestamptz(3) not null check (isfinite(entered_at)),
      entered_by text not null check (entered_by <> '')
    );

    create trigger county_numbers_only_grow before update or delete or truncate
      on county_numbers for each statement execute function refuse_change();`;
}
