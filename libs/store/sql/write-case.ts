import type { Statement } from '../statement';
import { eventParts } from './event-parts';

/**
 * The one statement that writes a command. Six round trips of plain statements cost three to four
 * times the processor time of one (docs/architecture.md), and a single statement is a transaction
 * by itself: there is no moment in which half a command is visible and nothing to roll back.
 *
 * - The guard comes first: it takes the case's row and returns it only when the version is the one
 *   the command was decided on. Every other part selects from `guard`, so a stale write inserts,
 *   updates and deletes nothing anywhere. A concurrent command waits on the row and then finds
 *   the new version.
 * - The number of the event is counted here, from the guarded version. With the primary key
 *   (case_id, seq) that makes the log gapless.
 * - Lists travel as JSON: one parameter and one plan for any number of rows. The state travels by
 *   itself ($15), since taking a value out of another one copies it.
 * - Rows are found by the parameter $1 and not by guard.id, so that the planner, which cannot know
 *   how few rows the JSON holds, has no join to choose but the look into the primary key.
 * - There are no foreign keys to cases: each would be a look-up and a row lock per row, and no other
 *   statement writes these tables.
 */
const PARTS = `
  known as (
    insert into persons (id, number, number_kind, name, address, municipality, registration,
                         identified_at)
    select id, number, "numberKind", name, address, municipality, registration, "identifiedAt"
    from guard, jsonb_to_recordset($13) as p (
      id uuid, number text, "numberKind" text, name text, address text, municipality text,
      registration text, "identifiedAt" timestamptz)
    on conflict (id) do update set
      number = excluded.number, number_kind = excluded.number_kind, name = excluded.name,
      address = excluded.address, municipality = excluded.municipality,
      registration = excluded.registration,
      identified_at = excluded.identified_at
  ),
  disclosed as (
    insert into contents (case_id, seq, controller, entry, legal_basis, salt, source, body)
    select $1, $2 + 1, controller, entry, "legalBasis", salt, source, body
    from guard, jsonb_to_recordset($5) as c (
      controller text, entry text, "legalBasis" text, salt text, source int, body jsonb)
  ),
  erased as (
    delete from contents
    where case_id = $1 and seq <= $2 and controller = any ($14::text[])
      and exists (select from guard)
  ),
  stopped as (
    delete from timers
    where case_id = $1 and exists (select from guard)
      and duty = any (array(select d.id from jsonb_to_recordset($6) as d (id text)))
      and duty <> all (array(select t.duty from jsonb_to_recordset($7) as t (duty text)))
  ),
  joined as (
    insert into parties (case_id, unit, handover, kind, since, opened_at)
    select $1, unit, handover, kind, since, guard.opened_at
    from guard, jsonb_to_recordset($8) as p (
      unit text, handover text, kind text, since timestamptz, until timestamptz)
    where until is null
    on conflict on constraint parties_key do update set since = excluded.since, until = null
      where parties.until is not null
  ),
  gone as (
    update parties set until = p.until
    from guard, jsonb_to_recordset($8) as p (unit text, handover text, until timestamptz)
    where parties.case_id = $1 and parties.unit = p.unit and parties.handover = p.handover
      and p.until is not null
  ),
  answered as (
    insert into idempotency (caller, key, body_hash, case_id, version, status, created_at)
    select caller, key, decode("bodyHash", 'hex'), $1, $2 + 1, status, $16::timestamptz
    from guard, jsonb_to_recordset($10) as i (
      caller text, key text, "bodyHash" text, status int)
  ),
  ${eventParts({
    caseId: '$1::uuid',
    seq: '$2::int + 1',
    recordedAt: '$16::timestamptz',
    live: '$11::boolean',
    event: '$4',
    duties: '$6',
    timers: '$7',
    outbox: '$9',
    access: '$12',
  })}
  select from guard`;

/**
 * Gives one row when it has written, none when the version was another. Fails on a unique key when
 * the case goes over to a person who has an open stay in the region; as long as the person stays
 * the same, no index is touched.
 */
export const ADVANCE_CASE: Statement<object> = {
  name: 'advance-case',
  text: `
  with guard as (
    update cases set
      version = $2 + 1, state = $15, definition_hash = c."definitionHash",
      workflow_version = c."workflowVersion",
      word = c.word, ended_at = c."endedAt", person_id = c."personId"
    from jsonb_to_record($3) as c (
      "personId" uuid, "workflowVersion" int, "definitionHash" text, word text,
      "endedAt" timestamptz)
    where cases.id = $1 and cases.version = $2::int
    returning cases.opened_at
  ),${PARTS}`,
};

/** Fails on a unique key when the id is taken or the person has an open stay in the region. */
export const OPEN_CASE: Statement<object> = {
  name: 'open-case',
  text: `
  with guard as (
    insert into cases (id, version, type, person_id, region, opened_at, state, workflow_version,
                       definition_hash, word, ended_at)
    select $1::uuid, $2::int + 1, type, "personId", region, "openedAt", $15::jsonb,
           "workflowVersion", "definitionHash", word, "endedAt"
    from jsonb_to_record($3) as c (
      type text, "personId" uuid, region text, "openedAt" timestamptz, "workflowVersion" int,
      "definitionHash" text, word text, "endedAt" timestamptz)
    returning opened_at
  ),${PARTS}`,
};
