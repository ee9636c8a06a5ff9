import { ForwardMigration } from './forward-migration';

/**
 * The cases and what one command writes of them: log, contents, duties, timers, parties.
 *
 * Rows of a case have no foreign key to `cases`: only the write statement makes them, from the
 * case's own guarded row, and a key would cost a look-up and a row lock for each.
 */
export class Cases1795300000003 extends ForwardMigration {
  protected readonly sql = `
    -- Every command updates its case. The free 30 per cent of each page let the new version stay on
    -- the page of the old one, and as no index holds a column that changes with every command, no
    -- index is touched (HOT). States of up to 4 kB, compressed, stay in the row instead of moving
    -- to the side table at PostgreSQL's usual 2 kB.
    create table cases (
      id uuid constraint cases_pkey primary key,
      version int not null check (version > 0),
      type text not null,
      person_id uuid not null references persons,
      region text not null check (region ~ '^[0-9]{2}$'),
      workflow_version int not null check (workflow_version > 0),
      definition_hash text not null check (definition_hash <> ''),
      word text not null check (word <> ''),
      opened_at timestamptz(3) not null check (isfinite(opened_at)),
      ended_at timestamptz(3) check (isfinite(ended_at)),
      state jsonb not null,
      check ((state ->> 'seq')::int = version)
    ) with (fillfactor = 70, toast_tuple_target = 4080);

    -- One stay at a time: nobody lies in two beds of the same region.
    create unique index cases_one_open_stay on cases (person_id, region)
      where ended_at is null and type = 'discharge';

    -- The log. tx and position order the stream over all cases (StreamFeed).
    create table events (
      case_id uuid not null,
      seq int not null check (seq > 0),
      tx xid8 not null,
      position bigint generated always as identity,
      type text not null check (type <> ''),
      machine text,
      occurred_at timestamptz(3) not null check (isfinite(occurred_at)),
      recorded_at timestamptz(3) not null check (isfinite(recorded_at)),
      actor jsonb not null,
      payload jsonb not null,
      given jsonb not null,
      digests jsonb not null,
      hash text not null check (hash ~ '^[0-9a-f]{64}$'),
      constraint events_pkey primary key (case_id, seq),
      check (occurred_at <= recorded_at)
    );
    create index events_stream on events (tx, position);

    create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'The table % only grows.', tg_table_name using errcode = '0A000';
      end $$;

    create trigger events_only_grow before update or delete or truncate on events
      for each statement execute function refuse_change();

    -- Removing a row is the statutory erasure; the digest in the log stays.
    create table contents (
      case_id uuid not null,
      seq int not null check (seq > 0),
      controller text not null check (controller <> ''),
      entry text not null check (entry <> ''),
      legal_basis text not null check (legal_basis <> ''),
      salt text not null check (salt ~ '^[0-9a-f]{32}$'),
      body jsonb not null,
      primary key (case_id, seq, controller)
    );

    create table duties (
      case_id uuid not null,
      id text not null check (id <> ''),
      key text not null check (key <> ''),
      machine text not null check (machine <> ''),
      unit text not null check (unit <> ''),
      person text check (person <> ''),
      since timestamptz(3) not null check (isfinite(since)),
      due_at timestamptz(3) check (isfinite(due_at)),
      opened_seq int not null check (opened_seq > 0),
      closed_seq int check (closed_seq >= opened_seq),
      closed_at timestamptz(3) check (isfinite(closed_at)),
      outcome text check (
        outcome in ('fulfilled', 'withdrawn', 'waived', 'lapsed', 'hindered')),
      breached boolean not null
        generated always as (coalesce(closed_at > due_at, false)) stored,
      constraint duties_pkey primary key (case_id, id),
      check ((closed_at is null) = (outcome is null)),
      check ((closed_at is null) = (closed_seq is null))
    ) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);

    -- A worklist page is a range of this index. No due time sorts as infinitely late.
    create index duties_worklist
      on duties (unit, (coalesce(due_at, 'infinity'::timestamptz)), case_id, id)
      where closed_at is null;

    -- Whether an open duty is overdue depends on the reader's clock, which the database has not.
    create function open_duties(as_of timestamptz)
      returns table (
        case_id uuid, id text, key text, machine text, unit text, person text,
        since timestamptz, due_at timestamptz, opened_seq int, overdue boolean)
      language sql stable parallel safe
      begin atomic
        select case_id, id, key, machine, unit, person, since, due_at, opened_seq,
               coalesce(due_at < as_of, false)
        from duties where closed_at is null;
      end;

    create table timers (
      case_id uuid not null,
      duty text not null check (duty <> ''),
      step text not null check (step <> ''),
      due_at timestamptz(3) not null check (isfinite(due_at)),
      fire_at timestamptz(3) not null check (isfinite(fire_at)),
      live boolean not null,
      leased_until timestamptz(3),
      constraint timers_pkey primary key (case_id, duty)
    ) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01);

    -- Leasing leaves the index alone, so it stays a HOT update.
    create index timers_due on timers (fire_at, case_id, duty) where live;

    -- A unit that is added again has a new handover and is a party a second time.
    create table parties (
      case_id uuid not null,
      unit text not null check (unit <> ''),
      handover text check (handover <> ''),
      kind text not null check (kind <> ''),
      since timestamptz(3) not null check (isfinite(since)),
      opened_at timestamptz(3) not null,
      constraint parties_key unique nulls not distinct (case_id, unit, handover)
    );

    -- opened_at is the case's and never changes: a unit's list of cases is a range of this index.
    create index parties_cases on parties (unit, opened_at desc, case_id desc);`;
}
