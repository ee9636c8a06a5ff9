import { ForwardMigration } from './forward-migration';

/**
 * Avvikelser are found by when they were reported (what administrators count) and by the case that they
 * are about (gallring takes their words with the file of its patient). Both are told by the event that
 * opened them: the log only grows, so these indexes cost a command nothing, while one on the state
 * of a case would be written with every command.
 */
export class Avvikelser1795300000061 extends ForwardMigration {
  protected readonly sql = `
    create index events_avvikelser on events (recorded_at, case_id)
      where type = 'report-avvikelse';
    create index events_about on events ((payload ->> 'about'))
      where type = 'report-avvikelse';`;
}
