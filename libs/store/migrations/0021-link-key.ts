import { ForwardMigration } from './forward-migration';

/**
 * The key that one-time links are signed with: made here, so that every process has the same and
 * nobody has to hand one out. Two random UUIDs hold 244 random bits. A new key ends all links.
 */
export class LinkKey1795300000021 extends ForwardMigration {
  protected readonly sql = `
    create table link_key (
      only_row boolean primary key default true check (only_row),
      key bytea not null check (length(key) = 32)
    );
    insert into link_key (key)
    values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));`;
}
