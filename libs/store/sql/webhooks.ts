import type { ClaimedWebhook, WebhookBacklog } from '../webhook-store';
import type { Statement } from '../statement';

/**
 * What is to be sent of the notices that are just being stored (`handled`, of which those in `told` are
 * new), to the endpoints of the unit's controller that ask for it. One fact for what was told, one for
 * each duty of the unit that the event has opened or closed; of a reminder one. A paused endpoint's wait
 * for it; one whose receiver has said that it is gone gets none. `$4`: how long they are tried.
 *
 * What was recorded before the last restore may have been sent in the time that is lost: it is laid aside
 * at once (record 12). Without an endpoint none of this is looked at.
 */
export const WEBHOOKS_OF_NOTICES = `
  facts as (
    select h.id, translate(h.key, '.', '_') as key, h.case_id, h.seq, h.receiver, h.created_at,
           case when h.task ? 'duty' then 'duty.reminded' else 'case.told' end as kind,
           h.task ->> 'entry' as entry, d.id as duty, d.key as duty_kind, d.due_at
    from handled h
    join told on told.key = h.key
    left join duties d on d.case_id = h.case_id and d.id = h.task ->> 'duty'
    where (select true from webhook_endpoints limit 1)
    union all
    select h.id,
           translate(concat_ws('.', h.case_id, h.seq, split_part(h.key, '.', 4), move.kind, d.id),
                     '.', '_'),
           h.case_id, h.seq, h.receiver, h.created_at, move.kind, null, d.id, d.key, d.due_at
    from handled h
    join told on told.key = h.key
    join duties d on d.case_id = h.case_id and d.unit = h.receiver
    cross join lateral (
      select 'duty.opened' as kind where d.opened_seq = h.seq
      union all
      select 'duty.closed' where d.closed_seq = h.seq
    ) as move
    where not h.task ? 'duty' and (select true from webhook_endpoints limit 1)
  ), hooked as (
    insert into webhook_deliveries (endpoint, key, kind, unit, case_id, case_type, seq, entry, duty,
                                    duty_kind, due_at, at, state, next_at, give_up_at, ended_at,
                                    error_code)
    select e.id, f.key, f.kind, f.receiver, f.case_id, c.type, f.seq, f.entry, f.duty, f.duty_kind,
           f.due_at, f.created_at, case when old then 'dead' else 'waiting' end,
           $2::timestamptz, $2::timestamptz + $4::interval,
           case when old then $2::timestamptz end, case when old then 'RESTORED' end
    from facts f
    join cases c on c.id = f.case_id
    join units u on u.id = f.receiver
    join webhook_endpoints e on e.controller = u.controller and e.state <> 'gone'
      and f.kind = any (e.kinds)
    cross join lateral (
      select coalesce(f.created_at <= (select since from timeline), false) as old) as restored
    order by f.id, f.kind, f.duty
    on conflict (endpoint, key) do nothing
  )`;

/** Waiting ones may have been sent in the time that is lost. */
export const HOLD_WEBHOOKS = `
  held_webhooks as (
    update webhook_deliveries set state = 'dead', ended_at = $1, error_code = $3
    where state = 'waiting' and exists (select from noted)
    returning id
  )`;

/**
 * Per endpoint up to $2 of what is due, and of what a worker took and never ended ($3 later). Only the first that
 * waits of its endpoint, case and unit: the next one follows when it is sent or laid aside. Two workers
 * that ask at once share: what one holds the other leaves out, and waits for.
 *
 * On another timeline than the last one that was noted nothing is handed out.
 */
export const CLAIM_WEBHOOKS: Statement<ClaimedWebhook> = {
  name: 'claim-webhooks',
  text: `
    with due as materialized (
      select d.id
      from webhook_endpoints e
      cross join lateral (
        select id from webhook_deliveries w
        where w.endpoint = e.id and w.state = 'waiting' and w.next_at <= $1
          and (
            select earlier.id from webhook_deliveries earlier
            where earlier.endpoint = w.endpoint and earlier.case_id = w.case_id
              and earlier.unit = w.unit and earlier.state = 'waiting' and earlier.id < w.id
            limit 1) is null
        order by w.next_at, w.id
        limit $2
        for update skip locked
      ) as d
      where e.state = 'active' and e.id <> all ($4::text[])
        and (select id = timeline_here() from timeline)
    ), taken as (
      update webhook_deliveries set next_at = $3, tries = tries + 1
      where id = any (array(select id from due))
      returning *
    )
    select t.id, t.endpoint, t.key, t.kind, t.unit, t.case_id as "caseId", t.case_type as "caseType",
           t.seq, t.entry, t.duty, t.duty_kind as "dutyKind", t.due_at as "dueAt", t.at, t.tries,
           t.give_up_at as "giveUpAt", e.url,
           array(select s.secret from webhook_secrets s
                 where s.endpoint = t.endpoint and (s.until is null or s.until > $1)
                 order by s.id desc) as secrets
    from taken t join webhook_endpoints e on e.id = t.endpoint
    order by t.id`,
};

/**
 * Writes down how a try ended: $3 is the state from now on. Who took it meanwhile, since this took too
 * long, is not disturbed. When the receiver is gone the endpoint sends no more, and what waits for it is
 * laid aside.
 */
export const NOTE_TRY: Statement<never> = {
  name: 'note-webhook-try',
  text: `
    with ended as (
      update webhook_deliveries set
        state = $3, next_at = coalesce($4, next_at), error_code = $5,
        ended_at = case when $3 <> 'waiting' then $6::timestamptz end
      where id = $1 and state = 'waiting' and tries = $2
      returning id, endpoint
    ), noted as (
      insert into webhook_tries (delivery, at, ms, status, outcome)
      select id, $6, $7, $8, $9 from ended
    ), gone as (
      update webhook_endpoints set state = 'gone', version = version + 1
      from ended
      where webhook_endpoints.id = ended.endpoint and $9 = 'gone'
        and webhook_endpoints.state <> 'gone'
      returning webhook_endpoints.id
    )
    update webhook_deliveries set state = 'dead', ended_at = $6, error_code = $9
    from gone where endpoint = gone.id and state = 'waiting' and webhook_deliveries.id <> $1`,
};

export const WEBHOOK_BACKLOG: Statement<WebhookBacklog> = {
  name: 'webhook-backlog',
  text: `
    select count(*) filter (where state = 'waiting')::int as waiting,
           min(at) filter (where state = 'waiting') as "oldestAt",
           count(*) filter (where state = 'dead')::int as dead,
           count(*) filter (where state = 'sent')::int as sent,
           (select count(*) from webhook_tries where outcome <> 'sent')::int as failed
    from webhook_deliveries`,
};

/** Takes up to $2 that were ended before $1, with their tries. */
export const FORGET_WEBHOOKS: Statement<{ readonly id: number }> = {
  name: 'forget-webhooks',
  text: `
    delete from webhook_deliveries
    where id = any (array(
      select id from webhook_deliveries where state <> 'waiting' and ended_at < $1
      order by ended_at limit $2 for update skip locked))
    returning id`,
};
