import { HOUR_MS, plusMs } from '@hemgang/kernel';
import type { AccessLine } from './case-write';
import type { Database } from './database';
import type { ShownPatient } from './sql/seal';
import type { Queryable, Statement } from './statement';

/** One statement for any number of lines. */
const APPEND: Statement<never> = {
  name: 'append-access',
  text: `
    insert into access_log (at, staff, assignment, unit, person, case_id, action, purpose, session)
    select at, staff, assignment, unit, person, "caseId", action, purpose, session
    from jsonb_to_recordset($1) as line (
      at timestamptz, staff text, assignment text, unit text, person uuid, "caseId" uuid,
      action text, purpose text, session bigint)`,
};

/**
 * One line for a list, with the patients that the same person has not been shown in the same list,
 * in the same session and with their case in the same version, since $3. No line when there is none.
 */
const APPEND_LIST: Statement<never> = {
  name: 'append-list',
  text: `
    with line as (
      select * from jsonb_to_record($1) as l (
        at timestamptz, staff text, assignment text, unit text, action text, purpose text,
        session bigint)
    ), fresh as materialized (
      select distinct person, "caseId", version
      from line, jsonb_to_recordset($2) as s (person uuid, "caseId" uuid, version int)
      where not exists (
        select from access_log a
        join access_patients p on p.line = a.id
        where a.action like 'list:%' and a.assignment = line.assignment and a.at > $3
          and a.action = line.action and a.session is not distinct from line.session
          and p.person = s.person and p.case_id = s."caseId" and p.version = s.version)
    ), noted as (
      insert into access_log (at, staff, assignment, unit, action, purpose, session)
      select at, staff, assignment, unit, action, purpose, session from line
      where exists (select from fresh)
      returning id
    )
    insert into access_patients (line, person, case_id, version)
    select noted.id, person, "caseId", version from noted, fresh`,
};

/** The same list is noted again after this time, also when nothing new is in it. */
const LIST_AGAIN_AFTER_MS = HOUR_MS;

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

/** @param line of the list; its `person` and `caseId` say nothing */
export async function appendList(
  session: Queryable,
  line: AccessLine,
  shown: readonly ShownPatient[],
): Promise<void> {
  if (shown.length === 0) return;
  const since = plusMs(line.at, -LIST_AGAIN_AFTER_MS);
  await session.run(APPEND_LIST, [JSON.stringify(line), JSON.stringify(shown), since]);
}
