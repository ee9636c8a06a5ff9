import { ForwardMigration } from './forward-migration';

/** What remembers who did what: idempotency keys and the access log. */
export class Commands1795300000004 extends ForwardMigration {
  protected readonly sql = `
    create table idempotency (
      caller text not null check (caller <> ''),
      key text not null check (key <> ''),
      body_hash text not null check (body_hash ~ '^[0-9a-f]{64}$'),
      case_id uuid not null,
      version int not null check (version > 0),
      status int not null,
      created_at timestamptz(3) not null,
      constraint idempotency_pkey primary key (caller, key)
    );

    create table access_log (
      id bigint generated always as identity primary key,
      at timestamptz(3) not null check (isfinite(at)),
      staff text,
      assignment text,
      unit text,
      person uuid,
      case_id uuid,
      action text not null check (action <> '')
    );

    -- When each party first saw a case. Commands do not touch this index.
    create index access_log_seen on access_log (case_id, unit, at) where action = 'read:case';

    create trigger access_log_only_grows before update or delete or truncate on access_log
      for each statement execute function refuse_change();`;
}
