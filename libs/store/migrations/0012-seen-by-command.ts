import { ForwardMigration } from './forward-migration';

/** Who is answered to a command is shown the case as well, so those lines tell of seeing too. */
export class SeenByCommand1795300000012 extends ForwardMigration {
  protected readonly sql = `
    drop index access_log_seen;
    create index access_log_seen on access_log (case_id, unit, at)
      where action = 'read:case' or action like 'command:%';`;
}
