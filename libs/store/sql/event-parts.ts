/** Where a statement has what an event writes: parameters, or columns of its `guard`. */
interface Places {
  readonly caseId: string;
  readonly seq: string;
  readonly recordedAt: string;
  /** Whether sweeper and relay may go to work at once. */
  readonly live: string;
  readonly event: string;
  readonly duties: string;
  readonly timers: string;
  readonly outbox: string;
  readonly access: string;
}

/**
 * What every event writes beside its case's own row: its line in the log, duties, timers, outbox and
 * access lines. Each part selects from `guard`, which has a row for each case that is written.
 */
export function eventParts(at: Places): string {
  return `logged as (
    insert into events (case_id, seq, tx, type, machine, occurred_at, recorded_at,
                        actor, payload, given, digests, results, hash)
    select ${at.caseId}, ${at.seq}, pg_current_xact_id(), type, machine, "occurredAt", "recordedAt",
           actor, payload, given, digests, results, decode(hash, 'hex')
    from guard, jsonb_to_record(${at.event}) as e (
      type text, machine text, "occurredAt" timestamptz, "recordedAt" timestamptz,
      actor jsonb, payload jsonb, given jsonb, digests jsonb, results jsonb, hash text)
  ),
  owed as (
    insert into duties (case_id, id, key, machine, unit, person, since, due_at, opened_seq,
                        closed_seq, closed_at, outcome)
    select ${at.caseId}, d.id, key, machine, unit, person, since, due, "openedSeq",
           "closedSeq", "closedAt", outcome
    from guard, jsonb_to_recordset(${at.duties}) as d (
      id text, key text, machine text, unit text, person text, since timestamptz,
      due timestamptz, "openedSeq" int, "closedSeq" int, "closedAt" timestamptz, outcome text)
    on conflict (case_id, id) do update set
      key = excluded.key, unit = excluded.unit, person = excluded.person, since = excluded.since,
      due_at = excluded.due_at, closed_seq = excluded.closed_seq,
      closed_at = excluded.closed_at, outcome = excluded.outcome
  ),
  set_up as (
    insert into timers (case_id, duty, step, due_at, fire_at, live)
    select ${at.caseId}, duty, step, due, "fireAt", ${at.live}
    from guard, jsonb_to_recordset(${at.timers}) as t (
      duty text, step text, due timestamptz, "fireAt" timestamptz)
    on conflict (case_id, duty) do update set
      step = excluded.step, due_at = excluded.due_at, fire_at = excluded.fire_at,
      live = excluded.live, leased_until = null
  ),
  to_do as (
    insert into outbox (key, case_id, seq, receiver, job, task, created_at, dispatched_at)
    select key, ${at.caseId}, ${at.seq}, receiver, job, task, ${at.recordedAt},
           case when job = 'tell-case' and not ${at.live} then timestamptz 'infinity' end
    from guard, jsonb_to_recordset(${at.outbox}) as o (
      key text, receiver text, job text, task jsonb)
  ),
  noted as (
    insert into access_log (at, staff, assignment, unit, person, case_id, action)
    select at, staff, assignment, unit, person, "caseId", action
    from guard, jsonb_to_recordset(${at.access}) as a (
      at timestamptz, staff text, assignment text, unit text, person uuid, "caseId" uuid,
      action text)
  )`;
}
