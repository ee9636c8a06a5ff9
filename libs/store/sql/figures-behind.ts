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

/** Parts of measure $2 of place $1 from day $3 to $4. */
const PARTS = `f.places @> array[$1] and f.measure = $2 and f.day between $3 and $4`;

/** Whether the unit $5 takes part in a case; whoever only carries out help does not. */
const OF_UNIT = `p.unit = $5 and p.until is null and p.kind <> 'executor'`;

/**
 * Cases behind a figure that the unit $5 takes part in, the latest day first; after day $6 and case $7. From
 * the cases of the unit to their parts, one by one: everything else grows with all that there is.
 */
export const OWN_CASES_BEHIND: Statement<CaseBehind> = {
  name: 'figure-own-cases-behind',
  text: `
    with own as materialized (select distinct p.case_id from parties p where ${OF_UNIT})
    select case_id as "caseId", day::text, count::int8, whole::int8
    from own cross join lateral (
      select max(f.day) as day, sum(f.count) as count, sum(f.whole) as whole
      from figure_parts f where f.case_id = own.case_id and ${PARTS}
    ) part
    where day is not null and ($6::timestamptz is null
      or (day, case_id) < (($6::timestamptz at time zone 'UTC')::date, $7::uuid))
    order by part.day desc, case_id desc
    limit $8`,
};

/** How many others there are: the parts of the figure are read once, and each case of them is looked up. */
export const OTHER_CASES_BEHIND: Statement<{ readonly cases: number }> = {
  name: 'figure-other-cases-behind',
  text: `
    with part as materialized (select f.case_id from figure_parts f where ${PARTS})
    select count(*)::int as cases from (select distinct case_id from part) f
    where not exists (select from parties p where p.case_id = f.case_id and ${OF_UNIT})`,
};
