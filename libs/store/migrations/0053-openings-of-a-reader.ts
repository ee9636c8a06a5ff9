import { ForwardMigration } from './forward-migration';

/** What a reader has opened in an emergency is asked for at the beginning of each of her reads. */
export class OpeningsOfAReader1795300000053 extends ForwardMigration {
  protected readonly sql = `
    create index emergency_openings_of on emergency_openings (staff, unit, person);`;
}
