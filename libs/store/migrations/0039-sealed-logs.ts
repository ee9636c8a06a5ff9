import { ForwardMigration } from './forward-migration';

/**
 * What the access log says more, and the seals of both logs (record 19). Nothing here is written by
 * a command but the new columns: seals are the sealer's alone.
 */
export class SealedLogs1795300000039 extends ForwardMigration {
  protected readonly sql = `
    -- Rows from before get the constant, which rewrites no row: they are the oldest of the log.
    alter table access_log
      add column purpose text check (purpose <> ''),
      add column session bigint,
      add column tx xid8 not null default '0';
    alter table access_log alter column tx set default pg_current_xact_id();
    create index access_log_sealing on access_log (tx, id);
    -- What somebody was shown in lists of late: a list is noted once an hour.
    create index access_log_lists on access_log (assignment, at) where action like 'list:%';

    -- Whose data a line of a list showed, and in which version of their case.
    create table access_patients (
      line bigint not null,
      person uuid not null,
      case_id uuid not null,
      version int not null check (version > 0),
      constraint access_patients_pkey primary key (line, person, case_id)
    );
    create index access_patients_person on access_patients (person, line);
    create trigger access_patients_only_grow before update or delete or truncate on access_patients
      for each statement execute function refuse_change();

    create table seal_batches (
      batch bigint constraint seal_batches_pkey primary key check (batch > 0),
      first bigint not null check (first > 0),
      last bigint not null,
      at timestamptz(3) not null check (isfinite(at)),
      root bytea not null check (length(root) = 32),
      previous bytea not null check (length(previous) = 32),
      chain bytea not null check (length(chain) = 32),
      check (last >= first)
    );

    -- A line is an event, a line of the access log, or an entry of the seal's own.
    create table sealed_lines (
      number bigint constraint sealed_lines_pkey primary key check (number > 0),
      case_id uuid,
      seq int,
      access_id bigint,
      entry jsonb,
      salt bytea check (length(salt) = 16),
      leaf bytea not null check (length(leaf) = 32),
      constraint sealed_lines_event unique (case_id, seq),
      constraint sealed_lines_access unique (access_id),
      check ((case_id is null) = (seq is null)),
      check (num_nonnulls(seq, access_id, entry) = 1)
    );

    create table seal_keys (
      id text constraint seal_keys_pkey primary key check (id ~ '^[0-9a-f]{16}$'),
      public_key bytea not null,
      since timestamptz(3) not null check (isfinite(since)),
      introduced_by text,
      signature bytea,
      check ((introduced_by is null) = (signature is null))
    );

    create table seal_checkpoints (
      checkpoint bigint constraint seal_checkpoints_pkey primary key check (checkpoint > 0),
      at timestamptz(3) not null check (isfinite(at)),
      batch bigint not null,
      lines bigint not null,
      chain bytea not null check (length(chain) = 32),
      key text not null,
      signature bytea not null check (length(signature) = 64)
    );

    -- Up to which checkpoint each controller has been handed them.
    create table seal_receivers (
      controller text constraint seal_receivers_pkey primary key check (controller <> ''),
      through bigint not null
    );

    -- Where the sealer is: the last line and batch, and the last row of each log that it has passed.
    create table seal_head (
      only_row boolean primary key default true check (only_row),
      log uuid not null,
      revision bigint not null default 0,
      lines bigint not null default 0,
      batch bigint not null default 0,
      chain bytea not null default decode(repeat('00', 32), 'hex'),
      event_tx xid8 not null default '0',
      event_position bigint not null default 0,
      access_tx xid8 not null default '0',
      access_id bigint not null default 0,
      timeline text not null,
      -- After a restore both logs are looked through from the beginning.
      recovering boolean not null default false
    );
    insert into seal_head (log, timeline) values (gen_random_uuid(), timeline_here());

    create trigger seal_batches_only_grow before update or delete or truncate on seal_batches
      for each statement execute function refuse_change();
    create trigger sealed_lines_only_grow before update or delete or truncate on sealed_lines
      for each statement execute function refuse_change();
    create trigger seal_keys_only_grow before update or delete or truncate on seal_keys
      for each statement execute function refuse_change();
    create trigger seal_checkpoints_only_grow
      before update or delete or truncate on seal_checkpoints
      for each statement execute function refuse_change();`;
}
