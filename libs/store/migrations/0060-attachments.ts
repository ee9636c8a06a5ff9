import { ForwardMigration } from './forward-migration';

/**
 * Files of messages (record 28): sent before the message, named by its event. Their names are content,
 * as the words are; the bytes lie outside the row.
 *
 * Who reads and writes: a unit keeps a file in a case that it is a party of; whoever's controller holds
 * a copy of what the event said reads it. It goes with the last such copy, and after a day when no
 * event names it.
 */
export class Attachments1795300000060 extends ForwardMigration {
  protected readonly sql = `
    create table attachments (
      id uuid constraint attachments_pkey primary key,
      case_id uuid not null,
      unit text not null check (unit <> ''),
      -- Null once the term of the log has gone: who sent the message stands in the event.
      staff text check (staff <> ''),
      name text not null check (name <> ''),
      kind text not null check (kind in ('pdf', 'png', 'jpeg', 'text')),
      size int not null check (size > 0),
      sha256 bytea not null check (length(sha256) = 32),
      bytes bytea not null check (length(bytes) = size),
      created_at timestamptz(3) not null check (isfinite(created_at)),
      -- The event that names it, once somebody has looked; null: perhaps none does.
      seq int check (seq > 0)
    );
    alter table attachments alter column bytes set storage external;
    create index attachments_of_case on attachments (case_id, unit);
    create index attachments_unsent on attachments (created_at) where seq is null;`;
}
