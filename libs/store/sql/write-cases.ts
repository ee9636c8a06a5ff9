import type { Statement } from '../statement';

/** A case that has been written; of the others nothing has. */
export interface WrittenCase {
  readonly caseId: string;
}

const ASKED = `
  asked as materialized (
    select a.*
    from unnest(array(select jsonb_array_elements($1))) as one, jsonb_to_record(one) as a (
      "caseId" uuid, "expectedVersion" int, type text, "personId" uuid, region text,
      "openedAt" timestamptz, "workflowVersion" int, "definitionHash" text, word text,
      "endedAt" timestamptz, state jsonb, event jsonb, "recordedAt" timestamptz, live boolean,
      person jsonb, contents jsonb, "erasedAt" text[], duties jsonb, timers jsonb, parties jsonb,
      outbox jsonb, idempotency jsonb, access jsonb)
  )`;

const PARTS = `
  advanced as (
    update cases set
      version = "expectedVersion" + 1, state = asked.state,
      definition_hash = "definitionHash", workflow_version = "workflowVersion",
      word = asked.word, ended_at = "endedAt", person_id = "personId"
    from held join asked on "caseId" = held.id
    where cases.id = held.id
    returning cases.id, cases.version, cases.opened_at
  ),
  opened as (
    insert into cases (id, version, type, person_id, region, opened_at, state, workflow_version,
                       definition_hash, word, ended_at)
    select "caseId", 1, type, "personId", region, "openedAt", state, "workflowVersion",
           "definitionHash", word, "endedAt"
    from asked where "expectedVersion" = 0
    returning id, version, opened_at
  ),
  guard as materialized (
    select asked.*, version as seq, opened_at
    from (select * from advanced union all select * from opened) as written
    join asked on "caseId" = written.id
  ),
  known as (
    insert into persons (id, number, number_kind, name, address, municipality, registration,
                         identified_at, protection, protected_since)
    select id, number, "numberKind", name, address, municipality, p.registration, "identifiedAt",
           protection, "protectedSince"
    from guard, jsonb_to_record(guard.person) as p (
      id uuid, number text, "numberKind" text, name text, address text, municipality text,
      registration text, "identifiedAt" timestamptz, protection text, "protectedSince" timestamptz)
    where guard.person is not null
    on conflict (id) do update set
      number = excluded.number, number_kind = excluded.number_kind, name = excluded.name,
      -- A command may set a protection, never take one away: it may have been set meanwhile.
      address = case when coalesce(persons.protection, excluded.protection) is null
                then excluded.address end,
      protection = coalesce(excluded.protection, persons.protection),
      protected_since = coalesce(persons.protected_since, excluded.protected_since),
      municipality = excluded.municipality,
      registration = excluded.registration,
      identified_at = excluded.identified_at
  ),
  logged as (
    insert into events (case_id, seq, tx, type, machine, occurred_at, recorded_at,
                        actor, payload, given, digests, results, hash)
    select "caseId", seq, pg_current_xact_id(), e.type, machine, "occurredAt", guard."recordedAt",
           actor, payload, given, digests, results, decode(hash, 'hex')
    from guard, jsonb_to_record(guard.event) as e (
      type text, machine text, "occurredAt" timestamptz, actor jsonb, payload jsonb, given jsonb,
      digests jsonb, results jsonb, hash text)
  ),
  disclosed as (
    insert into contents (case_id, seq, controller, entry, legal_basis, salt, source, body)
    select "caseId", seq, controller, entry, "legalBasis", decode(salt, 'hex'), source, body
    from guard, jsonb_to_recordset(guard.contents) as c (
      controller text, entry text, "legalBasis" text, salt text, source int, body jsonb)
    -- A case that is handled outside keeps no words.
    where not exists (select from outside_cases o where o.case_id = "caseId")
  ),
  erased as (
    delete from contents using guard
    where guard."erasedAt" is not null and contents.case_id = "caseId"
      and contents.seq < guard.seq and controller = any ("erasedAt")
  ),
  owed as (
    insert into duties (case_id, id, key, machine, unit, person, since, due_at, opened_seq,
                        closed_seq, closed_at, outcome)
    select "caseId", d.id, key, machine, unit, d.person, since, due, "openedSeq",
           "closedSeq", "closedAt", outcome
    from guard, jsonb_to_recordset(guard.duties) as d (
      id text, key text, machine text, unit text, person text, since timestamptz,
      due timestamptz, "openedSeq" int, "closedSeq" int, "closedAt" timestamptz, outcome text)
    on conflict (case_id, id) do update set
      key = excluded.key, unit = excluded.unit, person = excluded.person, since = excluded.since,
      due_at = excluded.due_at, closed_seq = excluded.closed_seq,
      closed_at = excluded.closed_at, outcome = excluded.outcome
    where (duties.key, duties.unit, duties.person, duties.since, duties.due_at, duties.closed_seq)
      is distinct from (excluded.key, excluded.unit, excluded.person, excluded.since,
                        excluded.due_at, excluded.closed_seq)
  ),
  stopped as (
    delete from timers using guard
    where timers.case_id = "caseId"
      and duty = any (array(select d.id from jsonb_to_recordset(guard.duties) as d (id text)))
      and duty <> all (array(select t.duty from jsonb_to_recordset(guard.timers) as t (duty text)))
  ),
  set_up as (
    insert into timers (case_id, duty, step, due_at, fire_at, live)
    select "caseId", duty, step, due, "fireAt", live
    from guard, jsonb_to_recordset(guard.timers) as t (
      duty text, step text, due timestamptz, "fireAt" timestamptz)
    on conflict (case_id, duty) do update set
      step = excluded.step, due_at = excluded.due_at, fire_at = excluded.fire_at,
      live = excluded.live, leased_until = null
  ),
  joined as (
    insert into parties (case_id, case_type, unit, handover, kind, since, opened_at)
    select "caseId", guard.type, unit, handover, kind, since, opened_at
    from guard, jsonb_to_recordset(guard.parties) as p (
      unit text, handover text, kind text, since timestamptz, until timestamptz)
    where until is null
    on conflict on constraint parties_key do update set since = excluded.since, until = null
      where parties.until is not null
  ),
  gone as (
    update parties set until = p.until
    from guard, jsonb_to_recordset(guard.parties) as p (
      unit text, handover text, until timestamptz)
    where parties.case_id = "caseId" and parties.unit = p.unit and parties.handover = p.handover
      and p.until is not null
  ),
  to_do as (
    insert into outbox (key, case_id, seq, receiver, job, task, created_at, dispatched_at)
    select key, "caseId", seq, receiver, job, task, "recordedAt",
           case when job = 'tell-case' and not live then timestamptz 'infinity' end
    from guard, jsonb_to_recordset(guard.outbox) as o (
      key text, receiver text, job text, task jsonb)
  ),
  answered as (
    insert into idempotency (caller, key, body_hash, case_id, version, status, created_at)
    select caller, key, decode("bodyHash", 'hex'), "caseId", seq, status, "recordedAt"
    from guard, jsonb_to_record(guard.idempotency) as i (
      caller text, key text, "bodyHash" text, status int)
    where guard.idempotency is not null
  ),
  noted as (
    insert into access_log (at, staff, assignment, unit, person, case_id, action, purpose, session)
    select at, staff, assignment, unit, l.person, l."caseId", action, purpose, session
    from guard, jsonb_to_recordset(guard.access) as l (
      at timestamptz, staff text, assignment text, unit text, person uuid, "caseId" uuid,
      action text, purpose text, session bigint)
  )
  select "caseId" from guard`;

/**
 * The one statement that writes: what commands and reminders do to one or many different cases, one
 * event each. Six round trips of plain statements cost three to four times the processor time of one
 * (docs/architecture.md), and a single statement is a transaction by itself: there is no moment in
 * which half a command is visible and nothing to roll back.
 *
 * - The guard comes first: `opened` and `advanced` return a case's row only when its version is the
 *   one the command was decided on. Every other part selects from `guard`, so a stale write inserts,
 *   updates and deletes nothing anywhere.
 * - `held` takes the rows in the order of their ids, so that two of these statements never wait for
 *   each other.
 * - The number of the event is counted here, from the guarded version. With the primary key
 *   (case_id, seq) that makes the log gapless.
 * - Everything travels as one JSON list: one parameter and one plan for any number of cases and rows.
 *   Of an array the planner expects a few elements, and looks cases up by their key; of a list of JSON
 *   it would expect a hundred, and read a table that is still small as a whole.
 * - There are no foreign keys to cases: each would be a look-up and a row lock per row, and no other
 *   statement writes these tables.
 * @param passesOver whether a case that somebody is just writing is left out or waited for
 */
function writing(passesOver: boolean): string {
  return `
  with ${ASKED},
  held as materialized (
    select cases.id from asked join cases on cases.id = "caseId" and version = "expectedVersion"
    order by cases.id
    for no key update of cases${passesOver ? ' skip locked' : ''}
  ),${PARTS}`;
}

/**
 * Gives the cases that it has written. Of the others the version was another or is just becoming
 * another: who must know writes them alone. Fails as a whole, as `WRITE_CASE` does.
 */
export const WRITE_CASES: Statement<WrittenCase> = { name: 'write-cases', text: writing(true) };

/**
 * Of one case: gives a row when it has written, none when the version was another. Fails on a unique
 * key: when the id is taken, the person has an open stay in the region, the idempotency key is used.
 */
export const WRITE_CASE: Statement<WrittenCase> = { name: 'write-case', text: writing(false) };
