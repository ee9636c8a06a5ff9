import { ForwardMigration } from './forward-migration';

/** Stays by when they ended, so that a month of them is a range: what a settlement reads. */
export class EndedStays1795300000030 extends ForwardMigration {
  protected readonly sql = `
    create index cases_ended_at on cases (ended_at, id)
      where ended_at is not null and type = 'discharge';`;
}
