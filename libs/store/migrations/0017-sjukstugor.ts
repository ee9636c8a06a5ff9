import { ForwardMigration } from './forward-migration';

/** An open-care unit and a ward that are one care unit: a sjukstuga. */
export class Sjukstugor1795300000017 extends ForwardMigration {
  protected readonly sql = `
    alter table units add column own_ward text references units check (own_ward <> id);`;
}
