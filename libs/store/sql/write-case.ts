import type { Statement } from '../statement';

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
  event as materialized (
    select * from jsonb_to_record($4) as e (
      type text, machine text, "occurredAt" timestamptz, "recordedAt" timestamptz,
      actor jsonb, payload jsonb, given jsonb, digests jsonb, results jsonb,
      hash text)
  ),
  logged as (
    insert into events (case_id, seq, tx, type, machine, occurred_at, recorded_at,
                        actor, payload, given, digests, results, hash)
    select $1, $2 + 1, pg_current_xact_id(), type, machine, "occurredAt", "recordedAt",
           actor, payload, given, digests, results, hash
    from guard, event
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
  owed as (
    insert into duties (case_id, id, key, machine, unit, person, since, due_at, opened_seq,
                        closed_seq, closed_at, outcome)
    select $1, id, key, machine, unit, person, since, due, "openedSeq",
           "closedSeq", "closedAt", outcome
    from guard, jsonb_to_recordset($6) as d (
      id text, key text, machine text, unit text, person text, since timestamptz,
      due timestamptz, "openedSeq" int, "closedSeq" int, "closedAt" timestamptz, outcome text)
    on conflict (case_id, id) do update set
      key = excluded.key, unit = excluded.unit, person = excluded.person, since = excluded.since,
      due_at = excluded.due_at, closed_seq = excluded.closed_seq,
      closed_at = excluded.closed_at, outcome = excluded.outcome
  ),
  stopped as (
    delete from timers
    where case_id = $1 and exists (select from guard)
      and duty = any (array(select d.id from jsonb_to_recordset($6) as d (id text)))
      and duty <> all (array(select t.duty from jsonb_to_recordset($7) as t (duty text)))
  ),
  set_up as (
    insert into timers (case_id, duty, step, due_at, fire_at, live)
    select $1, duty, step, due, "fireAt", $11
    from guard, jsonb_to_recordset($7) as t (
      duty text, step text, due timestamptz, "fireAt" timestamptz)
    on conflict (case_id, duty) do update set
      step = excluded.step, due_at = excluded.due_at, fire_at = excluded.fire_at,
      live = excluded.live, leased_until = null
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
  to_do as (
    insert into outbox (key, case_id, seq, receiver, job, task, created_at, dispatched_at)
    select key, $1, $2 + 1, receiver, job, task, "recordedAt",
           case when job = 'tell-case' and not $11 then timestamptz 'infinity' end
    from guard, event, jsonb_to_recordset($9) as o (
      key text, receiver text, job text, task jsonb)
  ),
  answered as (
    insert into idempotency (caller, key, body_hash, case_id, version, status, created_at)
    select caller, key, "bodyHash", $1, $2 + 1, status, "recordedAt"
    from guard, event, jsonb_to_recordset($10) as i (
      caller text, key text, "bodyHash" text, status int)
  ),
  noted as (
    insert into access_log (at, staff, assignment, unit, person, case_id, action)
    select at, staff, assignment, unit, person, "caseId", action
    from guard, jsonb_to_recordset($12) as a (
      at timestamptz, staff text, assignment text, unit text, person uuid, "caseId" uuid,
      action text)
  )
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
