import type { StoredCase } from './case-write';
import type { Database } from './database';
import type { Statement } from './statement';

/**
 * There is no index on the version, which would cost every command something for a question that is
 * asked once in a year: a page reads the cases in the order of their ids and passes over the others.
 */
const OPEN_ON: Statement<StoredCase> = {
  name: 'open-on-version',
  text: `
    select id, type, person_id as "personId", region, version,
           definition_hash as "definitionHash", state
    from cases
    where type = $1 and workflow_version = $2 and state ->> 'closedAt' is null and id > $3
    order by id limit $4`,
};

const MIGRATED_TO: Statement<{ id: string }> = {
  name: 'migrated-to-version',
  text: `
    select c.id from cases c
    where c.type = $1 and c.workflow_version = $2 and c.id > $3 and exists (
      select from events e where e.case_id = c.id and e.type = $5
        and (e.payload -> 'to' ->> 'version')::int = $2)
    order by c.id limit $4`,
};

/** Which cases run on which version of their workflow; for those who change the process. */
export class VersionStore {
  constructor(private readonly database: Database) {}

  /** Open cases that run on a version, by id. */
  openOn(
    type: string,
    version: number,
    after: string,
    limit: number,
  ): Promise<readonly StoredCase[]> {
    return this.database.run(OPEN_ON, [type, version, after, limit]);
  }

  /** Cases that came to a version by an event of type `migrated`, open or closed, by id. */
  migratedTo(
    { type, version, migrated }: { type: string; version: number; migrated: string },
    after: string,
    limit: number,
  ): Promise<readonly { readonly id: string }[]> {
    return this.database.run(MIGRATED_TO, [type, version, after, limit, migrated]);
  }
}
