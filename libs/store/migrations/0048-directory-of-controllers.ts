import { ForwardMigration } from './forward-migration';

/**
 * Each controller keeps its own part of the directory: assignments begin and end, are confirmed and
 * belong to stand-ins or machines, and every process sees at its next request that something changed.
 *
 * Who reads and writes: `directory_state` is read with every session and written by triggers alone;
 * `directory_changes` is read and written by the use cases of a controller's administrators only. It
 * holds ids, never names, and is kept as long as the access log.
 */
export class DirectoryOfControllers1795300000048 extends ForwardMigration {
  protected readonly sql = `
    alter table staff
      add column machine boolean not null default false,
      add column version int not null default 1 check (version > 0);

    alter table units add column version int not null default 1 check (version > 0);

    alter table assignments
      add column valid_from timestamptz(3) check (isfinite(valid_from)),
      add column valid_until timestamptz(3) check (isfinite(valid_until)),
      -- Why a stand-in is needed; null: no stand-in.
      add column stand_in text check (stand_in <> ''),
      add column confirmed_at timestamptz(3) check (isfinite(confirmed_at)),
      add constraint assignments_stand_in_ends check (stand_in is null or valid_until is not null);

    -- Counts the changes of the directory: who has read an older one reads it anew.
    create table directory_state (
      only_row boolean constraint directory_state_pkey primary key default true check (only_row),
      revision int not null
    );
    insert into directory_state (revision) values (1);

    -- With the rights of its owner: who changes the directory need not be let near the counter.
    create function directory_has_changed() returns trigger language plpgsql security definer
      set search_path = pg_catalog, public as $$
      begin
        update directory_state set revision = revision + 1;
        return null;
      end $$;

    create trigger huvudmen_change after insert or update or delete on huvudmen
      for each statement execute function directory_has_changed();
    create trigger controllers_change after insert or update or delete on controllers
      for each statement execute function directory_has_changed();
    create trigger units_change after insert or update or delete on units
      for each statement execute function directory_has_changed();
    create trigger staff_change after insert or update or delete on staff
      for each statement execute function directory_has_changed();
    create trigger assignments_change after insert or update or delete on assignments
      for each statement execute function directory_has_changed();
    create trigger standing_contacts_change
      after insert or update or delete on standing_contacts
      for each statement execute function directory_has_changed();

    -- What administrators have done, once per caller and key.
    create table directory_changes (
      id bigint generated always as identity primary key,
      at timestamptz(3) not null check (isfinite(at)),
      controller text not null check (controller <> ''),
      -- The assignment in which the administrator acted.
      caller text not null check (caller <> ''),
      key text not null check (key <> ''),
      request_hash bytea not null check (length(request_hash) = 32),
      action text not null check (action <> ''),
      subject text not null check (subject <> ''),
      constraint directory_changes_key unique (caller, key)
    );`;
}
