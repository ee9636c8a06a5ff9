import { ForwardMigration } from './forward-migration';

/**
 * Where a controller's own systems are told what its units are told, what they have been told of, and
 * each try. No word about a patient: ids, kinds and times.
 *
 * Who reads and writes: the administrators of the controller keep endpoints; whoever stores a notice
 * stores what is to be sent of it in the same statement; the worker sends. What a secret at rest means
 * is told in docs/security/secrets.md.
 */
export class Webhooks1795300000058 extends ForwardMigration {
  protected readonly sql = `
    create table webhook_endpoints (
      id text constraint webhook_endpoints_pkey primary key check (id <> ''),
      position bigint generated always as identity,
      controller text not null check (controller <> ''),
      url text not null check (url <> ''),
      kinds text[] not null check (cardinality(kinds) > 0),
      -- gone: the receiver has answered that it wants nothing more.
      state text not null check (state in ('active', 'paused', 'gone')),
      version int not null check (version > 0),
      created_at timestamptz(3) not null check (isfinite(created_at))
    );
    create index webhook_endpoints_of_controller on webhook_endpoints (controller);

    create table webhook_secrets (
      id bigint generated always as identity constraint webhook_secrets_pkey primary key,
      endpoint text not null references webhook_endpoints on delete cascade,
      secret text not null check (secret <> ''),
      -- Null: the one in use. A former one signs beside it until then.
      until timestamptz(3) check (isfinite(until))
    );
    create index webhook_secrets_of_endpoint on webhook_secrets (endpoint);

    create table webhook_deliveries (
      id bigint generated always as identity constraint webhook_deliveries_pkey primary key,
      endpoint text not null references webhook_endpoints on delete cascade,
      key text not null check (key <> ''),
      kind text not null check (kind <> ''),
      unit text not null check (unit <> ''),
      case_id uuid not null,
      case_type text not null,
      seq int not null check (seq > 0),
      entry text,
      duty text,
      duty_kind text,
      due_at timestamptz(3),
      at timestamptz(3) not null,
      state text not null check (state in ('waiting', 'sent', 'dead')),
      tries int not null default 0,
      next_at timestamptz(3) not null,
      give_up_at timestamptz(3) not null,
      -- When it was sent, or laid aside.
      ended_at timestamptz(3),
      error_code text check (error_code <> ''),
      constraint webhook_deliveries_key unique (endpoint, key),
      check ((state = 'waiting') = (ended_at is null)),
      check (state <> 'dead' or error_code is not null)
    ) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01,
            autovacuum_vacuum_threshold = 500);
    create index webhook_deliveries_due on webhook_deliveries (endpoint, next_at, id)
      where state = 'waiting';
    create index webhook_deliveries_order on webhook_deliveries (endpoint, case_id, unit, id)
      where state = 'waiting';
    create index webhook_deliveries_dead on webhook_deliveries (endpoint, id) where state = 'dead';
    create index webhook_deliveries_ended on webhook_deliveries (ended_at)
      where state <> 'waiting';

    create table webhook_tries (
      id bigint generated always as identity constraint webhook_tries_pkey primary key,
      delivery bigint not null references webhook_deliveries on delete cascade,
      at timestamptz(3) not null,
      ms int not null check (ms >= 0),
      status int,
      outcome text not null check (outcome <> '')
    );
    create index webhook_tries_of_delivery on webhook_tries (delivery, id);`;
}
