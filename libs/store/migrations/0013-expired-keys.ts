import { ForwardMigration } from './forward-migration';

/** Finds the keys whose time is over. They are written in the order of time: it grows at its end. */
export class ExpiredKeys1795300000013 extends ForwardMigration {
  protected readonly sql = `
    create index idempotency_created on idempotency (created_at);`;
}
