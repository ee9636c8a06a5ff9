import { ForwardMigration } from './forward-migration';

/**
 * Who reads what comes to a unit: hours of its own, watches over several units with their turns and
 * hand-overs, and who is away. Part of the directory: ids and times, never why somebody is away. No
 * foreign key to units or staff: a directory is replaced whole.
 *
 * Who reads and writes: read with the directory; written by administrators of the controller, and by
 * whoever has the watch or is away herself. Gallring takes what is over (record 24).
 */
export class Cover1795300000059 extends ForwardMigration {
  protected readonly sql = `
    create table unit_hours (
      unit text not null check (unit <> ''),
      -- First local date on which they hold.
      valid_from date not null check (isfinite(valid_from)),
      -- { days: [{ from, to } or null, Monday first], red: the same for red days }
      week jsonb not null,
      constraint unit_hours_pkey primary key (unit, valid_from)
    );

    create table watches (
      id text constraint watches_pkey primary key check (id <> ''),
      position bigint generated always as identity,
      controller text not null check (controller <> ''),
      name text not null check (name <> ''),
      units text[] not null check (cardinality(units) > 0),
      may_decide boolean not null,
      version int not null check (version > 0)
    );

    create table watch_turns (
      id bigint generated always as identity constraint watch_turns_pkey primary key,
      watch text not null references watches on delete cascade,
      staff text not null check (staff <> ''),
      starts timestamptz(3) not null check (isfinite(starts)),
      ends timestamptz(3) not null check (isfinite(ends)),
      check (starts < ends)
    );
    create index watch_turns_of_watch on watch_turns (watch);

    create table watch_hand_overs (
      id bigint generated always as identity constraint watch_hand_overs_pkey primary key,
      watch text not null references watches on delete cascade,
      to_staff text not null check (to_staff <> ''),
      at timestamptz(3) not null check (isfinite(at))
    );
    create index watch_hand_overs_of_watch on watch_hand_overs (watch);

    create table absences (
      id text constraint absences_pkey primary key check (id <> ''),
      staff text not null check (staff <> ''),
      starts timestamptz(3) not null check (isfinite(starts)),
      ends timestamptz(3) not null check (isfinite(ends)),
      check (starts < ends)
    );

    create trigger unit_hours_change after insert or update or delete on unit_hours
      for each statement execute function directory_has_changed();
    create trigger watches_change after insert or update or delete on watches
      for each statement execute function directory_has_changed();
    create trigger watch_turns_change after insert or update or delete on watch_turns
      for each statement execute function directory_has_changed();
    create trigger watch_hand_overs_change after insert or update or delete on watch_hand_overs
      for each statement execute function directory_has_changed();
    create trigger absences_change after insert or update or delete on absences
      for each statement execute function directory_has_changed();`;
}
