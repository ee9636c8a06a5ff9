import { ForwardMigration } from './forward-migration';

/**
 * Digests are kept as the 32 bytes that they are and not as 64 letters, in the two tables that grow
 * by a row with every command.
 */
export class LeanLog1795300000025 extends ForwardMigration {
  protected readonly sql = `
    alter table events drop constraint events_hash_check;
    alter table events
      alter column hash type bytea using decode(hash, 'hex'),
      add constraint events_hash_check check (length(hash) = 32);

    alter table idempotency drop constraint if exists idempotency_body_hash_check;
    alter table idempotency
      alter column body_hash type bytea using decode(body_hash, 'hex'),
      add constraint idempotency_body_hash_check check (length(body_hash) = 32);`;
}
