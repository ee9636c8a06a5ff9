import type { Statement } from '../statement';

/** Numbers of SIPs, but `kallelser`, `kallelserInTime`, `held` and `followUps`. */
export interface StoredSipCounts {
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
 * Whether a call that the law asks for was sent in time is said by its duty, everything else by the
 * log. What has been struck does not count: neither an event nor a whole SIP.
 */
export const SIPS: Statement<StoredSipCounts> = {
  name: 'sip-figures',
  text: `
    with live as (
      select e.case_id, e.type, e.payload, e.given
      from events e join cases c on c.id = e.case_id
      where c.type = 'sip' and c.word <> 'makulerad' and not exists (
        select from events struck
        where struck.case_id = e.case_id and struck.type = 'makulera-event'
          and (struck.payload ->> 'event')::int = e.seq)
    ), sip as (
      select case_id,
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
    ), kallelse as (
      select count(*) as sent,
             count(*) filter (where due_at is null or closed_at <= due_at) as in_time
      from duties where key = 'kallelse' and outcome = 'fulfilled'
        and case_id in (select case_id from sip)
    ), held as (
      select payload ->> 'way' as way, count(*) as count
      from live where type = 'hold-meeting' group by payload ->> 'way'
    )
    select count(*)::int as started,
           (count(*) filter (where not in_stay))::int as "withoutStay",
           (count(*) filter (where offered))::int as offered,
           (count(*) filter (where declined))::int as declined,
           (count(*) filter (where refused))::int as refused,
           (count(*) filter (where consented))::int as consented,
           (count(*) filter (where called))::int as called,
           (select sent from kallelse)::int as kallelser,
           (select in_time from kallelse)::int as "kallelserInTime",
           (select coalesce(jsonb_object_agg(way, count), '{}') from held) as held,
           (count(*) filter (where established))::int as established,
           (count(*) filter (where follow_ups > 0))::int as "followedUp",
           coalesce(sum(follow_ups), 0)::int as "followUps",
           (count(*) filter (where closed))::int as closed
    from sip`,
};
