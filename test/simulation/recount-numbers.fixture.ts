import { addDays, daysBetween, type LocalDate } from '@hemgang/kernel';
import { query } from '@hemgang/testing';

/** The county's number of each day, added up. */
export interface OfDays {
  readonly kind: string;
  readonly sum: number;
  readonly days: number;
}

/** Day by day from the rows that were entered, both ends among them; a day without a number counts for nothing. */
export function numbersOfDays(url: string, from: string, to: string): Promise<OfDays[]> {
  return query<OfDays>(
    url,
    `select kind, sum(value)::int as sum, count(*)::int as days
     from generate_series($1::date, $2::date, interval '1 day') as day
     cross join (values ('available-beds'), ('residents-65')) as named (kind)
     cross join lateral (
       select value from county_numbers as n
       where n.kind = named.kind and n.place = 'county' and n.valid_from <= day
       order by valid_from desc, id desc limit 1
     ) as holding
     group by kind order by kind`,
    [from, to],
  );
}

/**
 * The days of the year that most of what was counted lies in, and how many were waited on them: in one
 * stretch, so that nothing is hidden for its few cases. The days waited are recounted by themselves.
 */
export async function daysOfAYear(url: string, today: LocalDate) {
  const [counted] = await query<{ first: LocalDate }>(
    url,
    `select min(day)::text as first from figure_sums where place = 'county' and parts > 0`,
  );
  const first = counted!.first;
  const turn: LocalDate = `${today.slice(0, 'YYYY'.length)}-01-01`;
  const isEarlier = first < turn && daysBetween(first, turn) > daysBetween(turn, today);
  const to = isEarlier ? addDays(turn, -1) : today;
  const from = isEarlier || first > turn ? first : turn;
  const [sum] = await query<{ beds: number }>(
    url,
    `select sum(count)::int as beds from figure_sums
     where place = 'county' and measure = 'beds' and day between $1 and $2`,
    [from, to],
  );
  return { from, to, beds: sum!.beds };
}
