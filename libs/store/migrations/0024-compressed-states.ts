import { ForwardMigration } from './forward-migration';

/**
 * A state of some kilobytes is compressed and stays in its row. Then three cases and their next
 * versions fit on a page, and an update stays on it (HOT); before, two filled it and nearly every
 * command moved its case to another page and into every index anew. New versions of rows are
 * compressed, so the cases under way follow by themselves.
 */
export class CompressedStates1795300000024 extends ForwardMigration {
  protected readonly sql = `
    alter table cases set (toast_tuple_target = 1024);
    alter table cases alter column state set storage main;`;
}
