import { ForwardMigration } from './forward-migration';

/** What an event led to: whom it was told to, which duties moved. */
export class EventResults1795300000018 extends ForwardMigration {
  protected readonly sql = `
    alter table events add column results jsonb not null
      default '{"told": [], "moved": [], "machines": []}';`;
}
