import { ForwardMigration } from './forward-migration';

/** Salts are kept as the 16 bytes that they are and not as 32 letters. */
export class SaltsAsBytes1795300000027 extends ForwardMigration {
  protected readonly sql = `
    alter table contents drop constraint contents_salt_check;
    alter table contents
      alter column salt type bytea using decode(salt, 'hex'),
      add constraint contents_salt_check check (length(salt) = 16);`;
}
