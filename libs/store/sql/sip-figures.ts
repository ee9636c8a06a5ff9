import type { Statement } from '../statement';

/** SIPs that one unit has started. Numbers of SIPs, but `kallelser`, `kallelserInTime`, `held` and `followUps`. */
export interface StoredSipCounts {
  /** Who has started them. */
  readonly unit: string;
  readonly started: number;
  readonly withoutStay: number;
  readonly offered: number;
  readonly declined: number;
  readonly refused: number;
  readonly consented: number;
  readonly called: number;
  readonly kallelser: number;
  readonly kallelserInTime: number;
  /** Meetings by the way in which they met; a way in which nobody has met is left out. */
  readonly held: Readonly<Record<string, number>>;
  readonly established: number;
  readonly followedUp: number;
  readonly followUps: number;
  readonly closed: number;
}

/**
 * The SIPs that were started from $1 until $2, unit by unit. Whether a call that the law asks for was sent in time
 * is said by its duty, everything else by the log. What has been struck does not count: neither an event nor a whole SIP.
 */
export const SIPS: Statement<StoredSipCounts> = {
  name: 'sip-figures',
  text: `
    with live as (
      select e.case_id, e.type, e.seq, e.actor, e.payload, e.given
      from events e join cases c on c.id = e.case_id
      where c.type = 'sip' and c.word <> 'makulerad'
        and c.opened_at >= $1 and c.opened_at < $2 and not exists (
        select from events struck
        where struck.case_id = e.case_id and struck.type = 'makulera-event'
          and (struck.payload ->> 'event')::int = e.seq)
    ), kallelse as (
      select case_id, count(*) as sent,
             count(*) filter (where due_at is null or closed_at <= due_at) as in_time
      from duties where key = 'kallelse' and outcome = 'fulfilled' group by case_id
    ), sip as (
      select case_id,
        max(actor ->> 'unit') filter (where seq = 1) as unit,
        bool_or(given ? 'stay') as in_stay,
        bool_or(type = 'offer-sip') as offered,
        bool_or(type = 'decline-sip') as declined,
        bool_or(type = 'refuse-sip') as refused,
        bool_or(type in ('record-consent', 'record-attitude')) as consented,
        bool_or(type = 'call') as called,
        bool_or(type = 'establish-plan') as established,
        count(*) filter (where type = 'follow-up') as follow_ups,
        bool_or(type = 'close-sip') as closed
      from live group by case_id
    ), held as (
      select unit, jsonb_object_agg(way, count) as ways
      from (
        select unit, payload ->> 'way' as way, count(*) as count
        from live join sip using (case_id)
        where type = 'hold-meeting' group by unit, payload ->> 'way'
      ) met
      group by unit
    )
    select sip.unit,
           count(*)::int as started,
           (count(*) filter (where not in_stay))::int as "withoutStay",
           (count(*) filter (where offered))::int as offered,
           (count(*) filter (where declined))::int as declined,
           (count(*) filter (where refused))::int as refused,
           (count(*) filter (where consented))::int as consented,
           (count(*) filter (where called))::int as called,
           coalesce(sum(kallelse.sent), 0)::int as kallelser,
           coalesce(sum(kallelse.in_time), 0)::int as "kallelserInTime",
           coalesce((select ways from held where held.unit = sip.unit), '{}') as held,
           (count(*) filter (where established))::int as established,
           (count(*) filter (where follow_ups > 0))::int as "followedUp",
           coalesce(sum(follow_ups), 0)::int as "followUps",
           (count(*) filter (where closed))::int as closed
    from sip left join kallelse using (case_id)
    group by sip.unit order by sip.unit`,
};
