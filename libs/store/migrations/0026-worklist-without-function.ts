import { ForwardMigration } from './forward-migration';

/** The worklist asks its table itself: through the function it could not use the order of its index. */
export class WorklistWithoutFunction1795300000026 extends ForwardMigration {
  protected readonly sql = `
    drop function open_duties(timestamptz);`;
}
