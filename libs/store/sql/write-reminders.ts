import type { Statement } from '../statement';
import { eventParts } from './event-parts';

/**
 * Writes the reminders of many cases, one event each, in one transaction: when a thousand fall due
 * at eight in the morning, a statement of its own for each would cost them minutes.
 *
 * - Each case has the guard of its version, as with `ADVANCE_CASE`; what has gone on meanwhile, or is
 *   just being written, is left out and comes back as not written.
 * - Rows are locked in the order of their ids, and those that somebody holds are passed over: two
 *   sweepers, or a sweeper and a person, never wait for each other.
 * - A reminder moves no machine. Word, end, person, parties and contents of its case stay as they are.
 * @returns the cases that were written
 */
export const WRITE_REMINDERS: Statement<{ readonly caseId: string }> = {
  name: 'write-reminders',
  text: `
  with fired as materialized (
    select * from jsonb_to_recordset($1) as f (
      "caseId" uuid, "expectedVersion" int, "writtenAt" timestamptz, state jsonb, event jsonb,
      duties jsonb, timers jsonb, outbox jsonb, access jsonb)
  ),
  free as materialized (
    select cases.id from fired join cases on cases.id = "caseId" and version = "expectedVersion"
    order by cases.id
    for no key update of cases skip locked
  ),
  guard as (
    update cases set version = "expectedVersion" + 1, state = fired.state
    from free join fired on "caseId" = free.id
    where cases.id = free.id
    returning cases.id, cases.version as seq, "writtenAt", event, duties, timers, outbox, access
  ),
  stopped as (
    delete from timers using guard
    where timers.case_id = guard.id
      and timers.duty = any (
        array(select d.id from jsonb_to_recordset(guard.duties) as d (id text)))
      and timers.duty <> all (
        array(select t.duty from jsonb_to_recordset(guard.timers) as t (duty text)))
  ),
  ${eventParts({
    caseId: 'guard.id',
    seq: 'guard.seq',
    recordedAt: 'guard."writtenAt"',
    live: 'true',
    event: 'guard.event',
    duties: 'guard.duties',
    timers: 'guard.timers',
    outbox: 'guard.outbox',
    access: 'guard.access',
  })}
  select id as "caseId" from guard`,
};
