import type { LocalDate } from '@hemgang/kernel';
import type { Statement } from '../statement';

/** A case, and how much of a figure it is. */
export interface CaseBehind {
  readonly caseId: string;
  /** The last day on which it is part of it. */
  readonly day: LocalDate;
  readonly count: number;
  readonly whole: number;
}

/** One of them, or none; with how many there are that the unit takes no part in. */
export type CaseBehindRow = { readonly others: number } & (
  | CaseBehind
  | { readonly [Key in keyof CaseBehind]: null }
);

/**
 * Cases behind the figure of measure $2 and place $1 from day $3 to $4 that the unit $5 takes part in, the latest
 * day first; after day $6 and case $7. The parts of those days are read once and each case of them is looked up,
 * however many the unit has taken part in through the years. Whoever only carries out help does not take part.
 */
export const CASES_BEHIND_FIGURE: Statement<CaseBehindRow> = {
  name: 'figure-cases-behind',
  text: `
    with part as materialized (
      select f.case_id, max(f.day) as day, sum(f.count) as count, sum(f.whole) as whole
      from figure_parts f
      where f.places @> array[$1] and f.measure = $2 and f.day between $3 and $4
      group by f.case_id
    ), known as materialized (
      select *, exists (
        select from parties p
        where p.case_id = part.case_id and p.unit = $5 and p.until is null
          and p.kind <> 'executor') as own
      from part
    )
    select o.others, case_id as "caseId", day::text, count::int8, whole::int8
    from (select count(*) filter (where not own)::int as others from known) o
    left join (
      select * from known
      where own and ($6::timestamptz is null
        or (day, case_id) < (($6::timestamptz at time zone 'UTC')::date, $7::uuid))
      order by day desc, case_id desc
      limit $8
    ) page on true
    order by page.day desc, case_id desc`,
};
