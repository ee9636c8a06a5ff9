import { ForwardMigration } from './forward-migration';

/**
 * How many patients each municipal unit says that it can receive a day, and before which day it begins
 * with nobody (record 34). Part of the directory: numbers and a code, nothing of anybody; who said it,
 * and when, stands in directory_changes. What a unit says is replaced whole. No foreign key to units:
 * a directory is replaced whole.
 */
export class Capacity1795300000070 extends ForwardMigration {
  protected readonly sql = `
    create table unit_capacities (
      unit text constraint unit_capacities_pkey primary key check (unit <> ''),
      -- Seven numbers or null, Monday first.
      week jsonb not null check (jsonb_array_length(week) = 7),
      -- [{ day, places }]: local dates on which another number holds
      days jsonb not null check (jsonb_typeof(days) = 'array'),
      start_day date check (isfinite(start_day)),
      start_reason text check (start_reason in ('staffing', 'places', 'equipment', 'other')),
      check ((start_day is null) = (start_reason is null))
    );

    create trigger unit_capacities_change after insert or update or delete on unit_capacities
      for each statement execute function directory_has_changed();`;
}
