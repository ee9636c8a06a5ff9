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
const PARTS = `places @> array[$1] and measure = $2 and day between $3 and $4`;

/** Whether the unit $5 takes part in the case; whoever only carries out help does not. */
const OWN = `exists (
        select from parties p
        where p.case_id = f.case_id and p.unit = $5 and p.until is null and p.kind <> 'executor')`;

/** Cases behind a figure that the unit $5 takes part in, the latest day first; after day $6 and case $7. */
export const OWN_CASES_BEHIND: Statement<CaseBehind> = {
  name: 'figure-own-cases-behind',
  text: `
    select case_id as "caseId", max(day)::text as day, sum(count)::int8 as count,
           sum(whole)::int8 as whole
    from figure_parts f
    where ${PARTS} and ${OWN}
    group by case_id
    having $6::timestamptz is null
      or (max(day), case_id) < (($6::timestamptz at time zone 'UTC')::date, $7::uuid)
    order by max(day) desc, case_id desc
    limit $8`,
};

/** How many others there are. */
export const OTHER_CASES_BEHIND: Statement<{ readonly cases: number }> = {
  name: 'figure-other-cases-behind',
  text: `
    select count(distinct case_id)::int as cases from figure_parts f
    where ${PARTS} and not ${OWN}`,
};
