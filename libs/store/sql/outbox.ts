import type { ClaimedRow, HandledNotice, OutboxBacklog, ParkedRow } from '../outbox-store';
import type { Statement } from '../statement';
import { HOLD_WEBHOOKS, WEBHOOKS_OF_NOTICES } from './webhooks';

const ROW = `
  id, key, case_id as "caseId", seq, receiver, job, task, created_at as "createdAt", attempts`;

/**
 * Notes that the database lies on another timeline than before and lays aside what may have been
 * sent in the time that is lost. Gives one row when it has, none when nothing has changed: whoever
 * notes it first, the others wait for the row and find it noted.
 */
export const HOLD_AFTER_RESTORE: Statement<{ held: number }> = {
  name: 'hold-after-restore',
  text: `
    with noted as (
      update timeline set id = timeline_here(), since = $1
      where id <> timeline_here() returning id
    ), held as (
      update outbox set parked_at = $1, error_code = $3
      where parked_at is null and job <> all ($2::text[]) and exists (select from noted)
      returning id
    ), unsent as (
      update deliveries set status = 'held'
      where status = 'queued' and exists (select from noted)
      returning id
    ), ${HOLD_WEBHOOKS}
    select ((select count(*) from held) + (select count(*) from unsent)
            + (select count(*) from held_webhooks))::int as held
    from noted`,
};

/**
 * Two questions keep the order per (case, receiver). The first, in `candidate`, leaves out rows
 * that wait for an earlier one which is out with the queue; otherwise they would fill the batch of
 * every poll and starve the others. The second, in `free`, sees what the locks did: an earlier row
 * that another relay holds at this moment is skipped there, and its followers must not pass it. An
 * earlier row of another job is waited for too: jobs overtake each other, also those of one batch.
 *
 * Both ask `(select … limit 1) is null` and not `not exists`, which the planner may turn into a
 * join with the whole table when it believes, from yesterday's statistics, that little is waiting.
 *
 * On another timeline than the last one that was noted nothing is handed out.
 */
export const CLAIM: Statement<ClaimedRow> = {
  name: 'claim-outbox',
  text: `
    with candidate as materialized (
      select id, case_id, receiver, job from outbox
      where parked_at is null and (dispatched_at is null or dispatched_at <= $3)
        and (select id = timeline_here() from timeline)
        and (
          select earlier.id from outbox as earlier
          where earlier.case_id = outbox.case_id and earlier.receiver = outbox.receiver
            and earlier.id < outbox.id and earlier.parked_at is null
            and earlier.dispatched_at > $3
          limit 1) is null
      order by id
      limit $1
      for update skip locked
    ), free as (
      select id from candidate
      where (
        select earlier.id from outbox as earlier
        where earlier.case_id = candidate.case_id and earlier.receiver = candidate.receiver
          and earlier.id < candidate.id and earlier.parked_at is null
          and (earlier.job <> candidate.job
            or earlier.id <> all (array(select id from candidate)))
        limit 1) is null
    ), handed_out as (
      update outbox set dispatched_at = $2, attempts = attempts + 1
      where id = any (array(select id from free))
      returning ${ROW}
    )
    select * from handed_out order by id`,
};

/**
 * The delete decides who handles a row; what it returns becomes the notice, what is to leave because
 * of it ($3, by the row's key) is written with it, and so is what the systems of its controller are to be
 * sent ($4: how long that is tried).
 */
export const HANDLE: Statement<HandledNotice> = {
  name: 'handle-notices',
  text: `
    with handled as (
      delete from outbox
      where id = any ($1::bigint[]) and parked_at is null and job = 'deliver-notices'
      returning id, key, case_id, seq, receiver, task, created_at
    ), told as (
      insert into notices (key, unit, case_id, seq, entry, duty, audience, created_at)
      select key, receiver, case_id, seq, task ->> 'entry', task ->> 'duty',
             task ->> 'audience', $2
      from handled order by id
      on conflict (key) do nothing
      returning id, key, unit, case_id
    ), queued as (
      insert into deliveries (key, notice, case_id, unit, staff, channel, duty, kind, due, acute,
                              status, created_at, send_at)
      select told.key || '.' || staff || '.' || channel, told.id, told.case_id, told.unit, staff,
             channel, duty, kind, due, acute, status, $2, "sendAt"
      from jsonb_to_recordset($3::jsonb) as leaving (
        notice text, staff text, channel text, duty text, kind text, due timestamptz,
        acute boolean, status text, "sendAt" timestamptz)
      join told on told.key = leaving.notice
      order by told.id, staff, channel
      on conflict (key) do nothing
      returning id, case_id, status
    ), trail as (
      insert into delivery_events (delivery, case_id, kind, at, reason)
      select id, case_id, 'queued', $2, case status when 'held' then 'RESTORED' end from queued
    ), ${WEBHOOKS_OF_NOTICES}
    select id, unit from told order by id`,
};

export const PARK: Statement<never> = {
  name: 'park-outbox',
  text: `
    update outbox set parked_at = $3, error_code = $2
    where id = any ($1::bigint[]) and parked_at is null`,
};

export const REDRIVE: Statement<never> = {
  name: 'redrive-outbox',
  text: `
    update outbox set parked_at = null, error_code = null, dispatched_at = null
    where id = any ($1::bigint[]) and parked_at is not null`,
};

export const PARKED: Statement<ParkedRow> = {
  name: 'parked-outbox',
  text: `
    select ${ROW}, parked_at as "parkedAt", error_code as "errorCode"
    from outbox where parked_at is not null order by id limit $1`,
};

export const BACKLOG: Statement<OutboxBacklog> = {
  name: 'outbox-backlog',
  text: `
    select count(*) filter (where parked_at is null) as waiting,
           min(created_at) filter (where parked_at is null) as "oldestAt",
           count(*) filter (where parked_at is not null) as parked
    from outbox`,
};
