import { query } from '@hemgang/testing';

/** Judgements that hold, and whether each was withdrawn afterwards: before the next one. */
const JUDGED = `
  with said as (
    select e.case_id, e.seq, e.type,
           (e.recorded_at at time zone 'Europe/Stockholm')::date as day,
           lead(e.type) over (partition by e.case_id order by e.seq) as next
    from events e join cases c on c.id = e.case_id
    where c.type = 'discharge' and c.word <> 'makulerad'
      and e.type in ('mark-utskrivningsklar', 'withdraw-utskrivningsklar')
      and not exists (
        select from events struck
        where struck.case_id = e.case_id and struck.type = 'makulera-event'
          and (struck.payload ->> 'event')::int = e.seq)
  ), judged as (
    select case_id, seq, day, next is not distinct from 'withdraw-utskrivningsklar' as withdrawn
    from said where type = 'mark-utskrivningsklar'
  )`;

interface Year {
  readonly to: string;
  readonly count: number;
  readonly whole: number;
}

/**
 * Judgements withdrawn in the twelve whole months that end with each month, out of the raw log.
 * @param began the first day of the first month
 */
export function recountedYears(url: string, began: string, today: string): Promise<Year[]> {
  return query<Year>(
    url,
    `${JUDGED}
     select (month - interval '1 day')::date::text as to,
            count(*) filter (where withdrawn)::int as count, count(*)::int as whole
     from generate_series($1::date + interval '1 year', $2::date, interval '1 month') as month
     join judged on day < month::date and day >= (month - interval '1 year')::date
     group by month order by month`,
    [began, today],
  );
}

/** Days from each withdrawn judgement to the next, out of the raw log. */
export async function recountedBetween(url: string): Promise<readonly number[]> {
  const rows = await query<{ days: number | null }>(
    url,
    `${JUDGED}
     select day - lag(day) over (order by day, case_id, seq) as days
     from judged where withdrawn order by day, case_id, seq`,
  );
  return rows.flatMap(({ days }) => (days === null ? [] : [days]));
}
