import { ForwardMigration } from './forward-migration';

/** Units outside the county, with their contact card: nobody there has an account. */
export class ExternalUnits1795300000019 extends ForwardMigration {
  protected readonly sql = `alter table units add column external jsonb;`;
}
