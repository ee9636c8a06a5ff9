import type { AccessLine } from './case-write';
import type { Database } from './database';
import type { Queryable, Statement } from './statement';

/** One statement for any number of lines. */
const APPEND: Statement<never> = {
  name: 'append-access',
  text: `
    insert into access_log (at, staff, assignment, unit, person, case_id, action)
    select at, staff, assignment, unit, person, "caseId", action
    from jsonb_to_recordset($1) as line (
      at timestamptz, staff text, assignment text, unit text, person uuid, "caseId" uuid,
      action text)`,
};

/** Lines of the access log that belong to no command: refusals and what the system reads. */
export class AccessLog {
  constructor(private readonly database: Database) {}

  /** Appends the lines, all or none, in a transaction of their own. One round trip. */
  append(lines: readonly AccessLine[]): Promise<void> {
    return appendAccess(this.database, lines);
  }
}

export async function appendAccess(
  session: Queryable,
  lines: readonly AccessLine[],
): Promise<void> {
  if (lines.length > 0) await session.run(APPEND, [JSON.stringify(lines)]);
}
