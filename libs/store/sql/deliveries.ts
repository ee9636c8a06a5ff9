import type {
  ClaimedDelivery,
  DeliveryLine,
  NoticeToTell,
  OpenedPart,
  PostBacklog,
} from '../delivery-store';
import type { Statement } from '../statement';

/**
 * Rows that are about to become notices, each with the duty it is about: the one it names, which is
 * a rung's or begins, else the soonest that the unit owes in the case.
 */
export const TO_TELL: Statement<NoticeToTell> = {
  name: 'notices-to-tell',
  text: `
    select o.key, o.receiver as unit, o.task ->> 'audience' as audience,
           d.id as duty, d.key as kind, d.due_at as due,
           coalesce((o.task ->> 'acute')::boolean, false) as "isAcute",
           o.task ->> 'urgency' as begins,
           coalesce((o.task ->> 'quiet')::boolean, false) as "isQuiet",
           coalesce(o.created_at < t.since, false) as "isRestored"
    from outbox o cross join timeline t
    cross join lateral (
      select coalesce(o.task ->> 'duty', o.task ->> 'begins') as duty) as named
    left join lateral (
      select id, key, due_at from duties
      where case_id = o.case_id
        and case when named.duty is null then unit = o.receiver and closed_at is null
                 else id = named.duty end
      order by due_at nulls last, id limit 1) d on true
    where o.id = any ($1::bigint[]) and o.parked_at is null and o.job = 'deliver-notices'
    order by o.id`,
};

/**
 * Gives turns to persons' channels that have something due, and with a new turn everything that waits
 * for the same person: nothing overtakes, and she gets one message. A turn that was given before and
 * has run out goes on with what its message held, since nobody knows whether it left.
 *
 * The insert of the turn decides between postmen. On another timeline nothing is handed out.
 */
export const CLAIM_DELIVERIES: Statement<ClaimedDelivery> = {
  name: 'claim-deliveries',
  text: `
    with due as materialized (
      select d.staff, d.channel, min(d.send_at) as first from deliveries d
      where d.status = 'queued' and d.send_at <= $1 and d.channel = any ($4::text[])
        and (select id = timeline_here() from timeline)
        and (select true from delivery_turns t
             where t.staff = d.staff and t.channel = d.channel and t.until > $1) is null
      group by d.staff, d.channel order by first limit $3
    ), turn as (
      insert into delivery_turns as t (staff, channel, message, attempts, began_at, until)
      select staff, channel, gen_random_uuid(), 1, $1, $2 from due
      on conflict (staff, channel) do update set attempts = t.attempts + 1, until = $2
      where t.until <= $1
      returning staff, channel, message, attempts, began_at
    ), taken as (
      update deliveries d set message = turn.message from turn
      where d.staff = turn.staff and d.channel = turn.channel and d.status = 'queued'
        and case when turn.attempts = 1 then d.message is null else d.message = turn.message end
      returning d.*
    )
    select turn.message, turn.staff, turn.channel, turn.attempts, turn.began_at as "beganAt",
           taken.id, taken.case_id as "caseId", taken.unit, taken.kind, taken.due, taken.acute,
           coalesce(duties.closed_at is not null, false)
             or taken.view is not null and not exists (
               select from saved_views v where v.id = taken.view and v.every is not null)
             as "isDone",
           notices.seq, notices.entry, cases.type as "caseType"
    from turn
    left join taken on taken.message = turn.message
    left join notices on notices.id = taken.notice
    left join cases on cases.id = taken.case_id
    left join duties on duties.case_id = taken.case_id and duties.id = taken.duty
    order by turn.message, taken.id`,
};

/** What became of a message: of the deliveries $2, whose state becomes $3. The turn is over. */
export const CLOSE_TURN: Statement<never> = {
  name: 'close-delivery-turn',
  text: `
    with closed as (
      delete from delivery_turns where message = $1 returning message
    ), done as (
      update deliveries set status = $3
      where id = any ($2::bigint[]) and message = $1 and status = 'queued'
        and exists (select from closed)
      returning id, case_id
    )
    insert into delivery_events (delivery, case_id, kind, at, reason)
    select id, case_id, $3, $4, $5 from done where $3 <> 'needless'
    on conflict do nothing`,
};

/** Deliveries of a message that nobody needs any more, before it leaves. */
export const LET_GO: Statement<never> = {
  name: 'let-deliveries-go',
  text: `
    update deliveries set status = 'needless'
    where id = any ($2::bigint[]) and message = $1 and status = 'queued'`,
};

/** The message could not leave now: its turn lasts until it is tried again. */
export const DEFER_TURN: Statement<never> = {
  name: 'defer-delivery-turn',
  text: `
    with later as (
      update delivery_turns set until = $2 where message = $1 returning message, attempts
    )
    insert into delivery_events (delivery, case_id, kind, at, reason)
    select d.id, d.case_id, 'failed', $3, $4
    from deliveries d join later on later.message = d.message
    where d.status = 'queued' and later.attempts = 1
    on conflict do nothing`,
};

export const REDELIVER: Statement<{ id: number }> = {
  name: 'redeliver',
  text: `
    with again as (
      update deliveries set status = 'queued', message = null, send_at = $2
      where id = any ($1::bigint[]) and unit = any ($3::text[]) and status in ('failed', 'held')
      returning id, case_id
    ), trail as (
      insert into delivery_events (delivery, case_id, kind, at, reason)
      select id, case_id, 'queued', $2, 'AGAIN' from again
      on conflict do nothing
    )
    select id from again order by id`,
};

/**
 * What is told afterwards of the message $1. Told twice it is one event; what stands is what happened
 * last, whenever we heard of it.
 */
export const REPORT: Statement<never> = {
  name: 'report-delivery',
  text: `
    with mine as (
      select id, case_id from deliveries where message = $1 and status in ('sent', 'failed')
    ), told as (
      insert into delivery_events (delivery, case_id, kind, at, reason)
      select id, case_id, $2, $3::timestamptz, $4 from mine
      on conflict do nothing
    ), latest as (
      select distinct on (delivery) delivery, kind from (
        select delivery, kind, at from delivery_events
        where delivery in (select id from mine) and kind in ('sent', 'delivered', 'failed')
        union all
        select id, $2, $3::timestamptz from mine where $2 <> 'opened'
      ) as e
      order by delivery, at desc, kind <> 'delivered'
    )
    update deliveries d set status = case latest.kind when 'failed' then 'failed' else 'sent' end
    from latest where d.id = latest.delivery`,
};

/** The person has opened the message $1; the first time counts. */
export const OPEN_MESSAGE: Statement<OpenedPart> = {
  name: 'open-message',
  text: `
    with mine as (
      select d.id, d.case_id, d.view, d.unit, d.duty, d.kind, c.type, u.closed_at
      from deliveries d
      left join cases c on c.id = d.case_id
      left join duties u on u.case_id = d.case_id and u.id = d.duty
      where d.message = $1 and d.staff = $2 and d.status in ('sent', 'queued')
    ), opened as (
      insert into delivery_events (delivery, case_id, kind, at)
      select id, case_id, 'opened', $3 from mine
      where not exists (
        select from delivery_events e where e.delivery = mine.id and e.kind = 'opened')
      on conflict do nothing
    )
    select case_id as "caseId", view, type, unit, duty, kind, closed_at as "closedAt"
    from mine order by id`,
};

/** What became of deliveries, without anything of a case: for whoever runs or administers. */
export const SEARCH: Statement<DeliveryLine> = {
  name: 'search-deliveries',
  text: `
    select d.id, d.unit, d.staff, d.channel, d.kind, d.view is not null as "isView", d.acute,
           d.status,
           d.created_at as "createdAt", d.send_at as "sendAt", e.at as "lastAt", e.reason
    from deliveries d
    left join lateral (
      select at, reason from delivery_events where delivery = d.id
      order by at desc, id desc limit 1) e on true
    where ($1::text[] is null or d.unit = any ($1)) and ($2::text is null or d.status = $2)
      and ($3::bigint is null or d.id < $3)
    order by d.id desc limit $4`,
};

export const POST_BACKLOG: Statement<PostBacklog> = {
  name: 'post-backlog',
  text: `
    select waiting.queued, waiting.due as "oldestDueAt",
           (select count(*)::int from delivery_events
            where kind = 'sent' and at > $1::timestamptz - interval '24 hours') as sent,
           (select count(*)::int from deliveries where status = 'failed') as failed,
           (select count(*)::int from deliveries where status = 'held') as held
    from (select count(*)::int as queued, min(send_at) as due
          from deliveries where status = 'queued') as waiting`,
};
