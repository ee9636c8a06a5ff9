import { ForwardMigration } from './forward-migration';

/**
 * On which timeline everything that was ever erased has been erased: on another one the database has
 * been restored, and what was erased since its backup is here again (record 24).
 */
export class ErasuresAfterARestore1795300000051 extends ForwardMigration {
  protected readonly sql = `
    alter table timeline add column erased_on text check (erased_on <> '');
    update timeline set erased_on = id;
    alter table timeline alter column erased_on set not null;`;
}
