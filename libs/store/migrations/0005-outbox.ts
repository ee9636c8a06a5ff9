import { ForwardMigration } from './forward-migration';

/** What must happen outside the transaction, and the notices that come of it. */
export class Outbox1795300000005 extends ForwardMigration {
  protected readonly sql = `
    -- Rows come and go all the time; left to the usual 20 per cent, dead ones would outnumber the
    -- living many times over.
    create table outbox (
      id bigint generated always as identity primary key,
      key text not null constraint outbox_key unique check (key <> ''),
      case_id uuid not null,
      seq int not null check (seq > 0),
      receiver text not null check (receiver <> ''),
      job text not null check (job <> ''),
      notice jsonb not null check (notice ->> 'entry' is not null),
      created_at timestamptz(3) not null,
      dispatched_at timestamptz(3),
      attempts int not null default 0,
      parked_at timestamptz(3),
      error_code text check (error_code <> ''),
      check ((parked_at is null) = (error_code is null))
    ) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01,
            autovacuum_vacuum_threshold = 500);

    create index outbox_waiting on outbox (id) where parked_at is null;
    create index outbox_order on outbox (case_id, receiver, id) where parked_at is null;
    create index outbox_parked on outbox (id) where parked_at is not null;

    create table notices (
      id bigint generated always as identity primary key,
      key text not null constraint notices_key unique,
      unit text not null check (unit <> ''),
      case_id uuid not null,
      seq int not null check (seq > 0),
      entry text not null check (entry <> ''),
      duty text,
      audience text,
      created_at timestamptz(3) not null,
      read_at timestamptz(3)
    );
    create index notices_of_unit on notices (unit, id);`;
}
