import { ForwardMigration } from './forward-migration';

/**
 * Whom one calls who may not know which of the units of a region or municipality it is (record 22).
 * Every reader of the directory reads it; it is written with the directory.
 *
 * What was handed out to whom on which ground has no table: it stands in the results of the event that
 * handed out, under its hash, and outlives the copy. Events from before have no such note; their copies
 * keep the ground that they were written with (`CONSENT_OR_EXCEPTION` among them): what nobody judged
 * then is not judged by a migration.
 */
export class Disclosures1795300000043 extends ForwardMigration {
  protected readonly sql = `
    alter table huvudmen add column switchboard text check (switchboard <> '');`;
}
