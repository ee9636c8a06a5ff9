import { ForwardMigration } from './forward-migration';

/**
 * A duty that moves or ends changes what its index holds, so its row goes to a new place whether there is
 * room beside it or not: the room that was kept free served nobody.
 */
export class DutiesWithoutRoom1795300000063 extends ForwardMigration {
  protected readonly sql = `alter table duties set (fillfactor = 100);`;
}
