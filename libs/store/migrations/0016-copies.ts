import { ForwardMigration } from './forward-migration';

/**
 * Content that is handed on to a receiver who came later: a copy under the event that brought the
 * receiver in, naming the event whose content it is. One event may hand on several.
 */
export class Copies1795300000016 extends ForwardMigration {
  protected readonly sql = `
    alter table contents
      add column source int check (source > 0 and source < seq),
      drop constraint contents_pkey,
      add constraint contents_key unique nulls not distinct (case_id, seq, controller, source);`;
}
