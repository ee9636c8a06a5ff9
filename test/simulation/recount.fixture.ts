import { addDays, localDate, type Instant } from '@hemgang/kernel';
import { query } from '@hemgang/testing';

/** What a figure is made of. */
export interface Counted {
  readonly count: number;
  readonly whole: number;
}

export interface Line {
  readonly caseId: string;
  readonly seq: number;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The kept sums of the county, over all days. */
export async function keptSums(url: string): Promise<Record<string, Counted>> {
  const rows = await query<Counted & { measure: string }>(
    url,
    `select measure, sum(count)::int as count, sum(whole)::int as whole from figure_sums
     where place = 'county' group by measure order by measure`,
  );
  return byMeasure(rows);
}

/** The same, counted in the plainest way from the raw log and from the duties that follow from it. */
export async function recounted(url: string, today: string): Promise<Record<string, Counted>> {
  return byMeasure([
    ...(await query<Counted & { measure: string }>(url, DUTIES, [today])),
    ...(await query<Counted & { measure: string }>(url, EVENTS)),
    ...(await query<Counted & { measure: string }>(url, SIPS)),
    ...(await query<Counted & { measure: string }>(url, REHAB)),
    ...waited(await query<Line>(url, LINES), today),
  ]);
}

/** What is kept of each municipality's own duties with a time, over all days. */
export async function keptOfMunicipalities(url: string): Promise<Record<string, Counted>> {
  const rows = await query<Counted & { measure: string }>(
    url,
    `select place || ' ' || measure as measure, sum(count)::int as count, sum(whole)::int as whole
     from figure_sums
     where place ~ '^municipality:[0-9]+$' and measure in (
       'duties-in-time', 'notice-in-time', 'information-in-time', 'contact-in-time',
       'taken-over-in-time', 'kallelse-in-time')
     group by place, measure`,
  );
  return byMeasure(rows);
}

/** The same out of the duties of its own units: what each party can count by itself. */
export async function recountedOfMunicipalities(
  url: string,
  today: string,
): Promise<Record<string, Counted>> {
  return byMeasure(
    await query<Counted & { measure: string }>(url, DUTIES_BY_MUNICIPALITY, [today]),
  );
}

export function byMeasure(
  rows: readonly (Counted & { readonly measure: string })[],
): Record<string, Counted> {
  return Object.fromEntries(
    rows
      .filter(({ count, whole }) => count > 0 || whole > 0)
      .map(({ measure, count, whole }) => [measure, { count, whole }]),
  );
}

/** With the municipality whose unit the owner is. */
const COUNTED_DUTIES = `
  with duty as (
    select d.key, d.since, d.due_at, d.closed_at,
           case when length(h.code) = 4 then 'municipality:' || h.code end as municipality,
           d.outcome = 'fulfilled' as done,
           coalesce(d.outcome = 'fulfilled' and d.closed_at <= d.due_at, false) as in_time
    from duties d join cases c on c.id = d.case_id
    left join units u on u.id = d.unit left join controllers o on o.id = u.controller
    left join huvudmen h on h.id = o.huvudman
    where c.person_id is not null
  ), counted as (
    select * from duty where due_at is not null and (done or (
      closed_at is null and (due_at at time zone 'Europe/Stockholm')::date < $1::date))
  ), named (key, measure) as (values
    ('inskrivningsmeddelande', 'notice-in-time'), ('utskrivningsinformation', 'information-in-time'),
    ('fast-vardkontakt', 'contact-in-time'), ('overtagande', 'taken-over-in-time'),
    ('kallelse', 'kallelse-in-time'))`;

const DUTIES = `
  ${COUNTED_DUTIES}
  select measure, count(*) filter (where in_time)::int as count, count(*)::int as whole
  from counted join named using (key) group by measure
  union all
  select 'duties-in-time', count(*) filter (where in_time)::int, count(*)::int from counted
  union all
  select 'kvittens-minutes',
         sum(floor(extract(epoch from greatest(closed_at - since, interval '0')) / 60))::int,
         count(*)::int
  from duty where key = 'kvittens' and done`;

const DUTIES_BY_MUNICIPALITY = `
  ${COUNTED_DUTIES}, of_it as (
    select municipality, measure, in_time from counted join named using (key)
    union all
    select municipality, 'duties-in-time', in_time from counted
  )
  select municipality || ' ' || measure as measure,
         count(*) filter (where in_time)::int as count, count(*)::int as whole
  from of_it where municipality is not null group by municipality, measure`;

/** Events of stays that hold: not those of stays entered in error, nor what has been struck. */
export const LIVE = `
  live as (
    select e.case_id, e.seq, e.type, e.machine, e.occurred_at, e.recorded_at, e.payload, e.given
    from events e join cases c on c.id = e.case_id
    where c.type = 'discharge' and c.word <> 'makulerad' and not exists (
      select from events struck
      where struck.case_id = e.case_id and struck.type = 'makulera-event'
        and (struck.payload ->> 'event')::int = e.seq)
  )`;

const EVENTS = `
  with ${LIVE}, stay as (
    select case_id,
           count(*) filter (where type = 'change-expected-discharge') as changes,
           max(seq) filter (where type = 'send-inskrivningsmeddelande')
             > coalesce(max(seq) filter (where type in ('no-need', 'move-wrong-person')), 0) as told,
           bool_or(type in ('discharge', 'transfer-to-region', 'register-death')) as ended,
           min(occurred_at) filter (where type = 'discharge') as left_at
    from live group by case_id
  ), back as (
    select distinct (a.given -> 'previous' ->> 'case')::uuid as case_id, a.occurred_at
    from live a where a.type = 'admit' and a.given -> 'previous' ->> 'case' is not null
  )
  select 'withdrawn' as measure,
         count(*) filter (where type = 'withdraw-utskrivningsklar')::int as count,
         count(*) filter (where type = 'mark-utskrivningsklar')::int as whole
  from live
  union all
  select 'date-changes', sum(changes)::int, count(*)::int from stay where told and ended
  union all
  select 'readmitted', count(back.case_id)::int, count(*)::int
  from stay left join back using (case_id)
  where told and left_at is not null
  union all
  select 'late-changes',
         count(*) filter (where least(planned, planned_before) <= registered + 1)::int, count(*)::int
  from (
    select type, planned, (recorded_at at time zone 'Europe/Stockholm')::date as registered,
           lag(planned) over (partition by case_id order by seq) as planned_before
    from (
      select *, ((payload ->> 'expectedDischargeAt')::timestamptz
                  at time zone 'Europe/Stockholm')::date as planned
      from live where payload ? 'expectedDischargeAt' and type in (
        'send-inskrivningsmeddelande', 'change-expected-discharge', 'report-discharge-not-carried-out')
    ) as plan
  ) as change
  where type = 'change-expected-discharge' and planned_before is not null`;

const SIPS = `
  with happened as (
    select e.case_id, e.seq, e.type, e.payload from events e join cases c on c.id = e.case_id
    where c.type = 'sip' and c.word <> 'makulerad' and c.person_id is not null and not exists (
      select from events struck
      where struck.case_id = e.case_id and struck.type = 'makulera-event'
        and (struck.payload ->> 'event')::int = e.seq)
  ), named (type, measure) as (values
    ('offer-sip', 'sip-offered'), ('decline-sip', 'sip-declined'), ('call', 'sip-called'),
    ('hold-meeting', 'sip-held'), ('follow-up', 'sip-followed-up'))
  select measure,
         (select count(distinct case_id) from happened where happened.type = named.type)::int as count,
         (select count(distinct case_id) from happened)::int as whole
  from named
  union all
  select 'sip-at-home', count(*) filter (where way = 'home')::int, count(*)::int
  from (
    select distinct on (case_id) payload ->> 'way' as way from happened
    where type = 'hold-meeting' order by case_id, seq desc
  ) as held`;

/** Of each handover and step what was said last and holds. */
const REHAB = `
  with ${LIVE}, said as (
    select distinct on (case_id, machine, payload ->> 'step')
           case_id, machine, payload ->> 'step' as step, (payload ->> 'on')::date as day
    from live where type = 'register-rehab'
    order by case_id, machine, payload ->> 'step', seq desc
  )
  select measure, sum(ended.day - said.day)::int as count, count(*)::int as whole
  from said
  join said as ended using (case_id, machine)
  join (values ('assessment', 'rehab-to-assessment'), ('first-measure', 'rehab-to-measure'))
    as named (step, measure) on named.step = ended.step
  where said.step = 'referral' group by measure`;

export const LINES = `
  with ${LIVE}
  select case_id as "caseId", seq, type, occurred_at as "occurredAt", payload
  from live order by case_id, seq`;

/** Goes through each stay day by day. */
export function waited(lines: readonly Line[], today: string) {
  const stays = new Map<string, Line[]>();
  for (const line of lines) stays.set(line.caseId, [...(stays.get(line.caseId) ?? []), line]);
  const sums = { beds: 0, days: 0, ofADay: 0, ready: 0 };
  const causes = new Map<string, number>();
  for (const stay of stays.values()) {
    const days = new Set<string>();
    const why = new Map<string, string>();
    let since: string | null = null;
    let hasEnded = false;
    let wasTold = false;
    const until = (end: string): void => {
      for (let day = since; day !== null && day < end; day = addDays(day, 1)) days.add(day);
    };
    for (const { type, occurredAt, payload } of stay) {
      const day = localDate(new Date(occurredAt).toISOString());
      if (type === 'no-need') {
        days.clear();
        [since, wasTold] = [null, false];
      }
      if (type === 'set-delay-cause') {
        const { firstDay, lastDay, cause } = payload as Readonly<Record<string, string>>;
        for (let on = firstDay!; on <= lastDay!; on = addDays(on, 1)) why.set(on, cause!);
      }
      const isHeldBack = payload['secrecyHinders'] === true;
      if ((type === 'mark-utskrivningsklar' && !isHeldBack) || type === 'notify-utskrivningsklar') {
        [since, wasTold] = [since ?? day, true];
      }
      if (type === 'withdraw-utskrivningsklar') {
        until(day);
        since = null;
      }
      if (ENDS.includes(type) && !hasEnded) {
        const at = payload['leftAt'] ?? payload['diedAt'];
        until(typeof at === 'string' ? localDate(at) : day);
        [since, hasEnded] = [null, true];
      }
      if (type === 'report-discharge-not-carried-out') hasEnded = false;
    }
    until(today);
    for (const on of days) {
      const cause = `cause:${why.get(on) ?? 'okand'}`;
      causes.set(cause, (causes.get(cause) ?? 0) + 1);
    }
    sums.beds += days.size;
    if (!hasEnded || !wasTold) continue;
    sums.ready += 1;
    sums.days += days.size;
    sums.ofADay += Number(days.size > 0);
  }
  const { beds, days, ofADay, ready } = sums;
  return [
    ...[...causes].map(([measure, count]) => ({ measure, count, whole: 0 })),
    { measure: 'cause-unknown', count: causes.get('cause:okand') ?? 0, whole: beds },
    { measure: 'beds', count: beds, whole: 0 },
    { measure: 'ready-days', count: days, whole: ofADay },
    { measure: 'ready-days-all', count: days, whole: ready },
  ];
}

const ENDS = ['discharge', 'transfer-to-region', 'register-death'];
