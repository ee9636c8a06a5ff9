import { ForwardMigration } from './forward-migration';

/**
 * To which key the pages for an outage of a unit are sealed (record 31). The public key alone: the
 * private one is derived from a passphrase that never reaches us. A new passphrase is a new row; the
 * latest holds.
 */
export class SnapshotKeys1795300000067 extends ForwardMigration {
  protected readonly sql = `
    create table snapshot_keys (
      unit text not null check (unit <> ''),
      since timestamptz(3) not null check (isfinite(since)),
      public_key bytea not null check (length(public_key) = 32),
      salt bytea not null check (length(salt) = 16),
      iterations int not null check (iterations > 0),
      -- When the latest page was sealed to it; null: none has been.
      made_at timestamptz(3) check (isfinite(made_at)),
      constraint snapshot_keys_pkey primary key (unit, since)
    );`;
}
