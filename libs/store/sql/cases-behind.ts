import type { LocalDate } from '@hemgang/kernel';
import type { Statement } from '../statement';

/** Of how many cases a figure is made: exactly where they are few, otherwise at least so many as to be many. */
export interface CasesBehind {
  readonly measure: string;
  /** The first day of the stretch. */
  readonly from: LocalDate;
  readonly cases: number;
}

/** The place that every part belongs to; another name for it costs time, and changes no figure. */
export const WHOLE = 'county';
/** From this share on, reading on until the place turns up is quicker than asking for it. */
export const LARGE = 0.1;

/** Many cases; so many parts of a stretch are looked at first, in order to find that it is of many. */
const MANY = 5;
const LOOKED_AT = 32;

/**
 * For a place that has much of what there is. Of each stretch ($5) some parts are read in the order of the index;
 * nearly always they are of many cases already, and then their number is that of the parts: who is hidden
 * depends on few and many, and on which is the smallest. Only where they are of few is every part read.
 */
export const CASES_BEHIND_LARGE: Statement<CasesBehind> = {
  name: 'figure-cases-behind-large',
  text: `
    select s.measure, s.from::text, (case
        when s.parts < ${MANY} then s.parts
        when first.cases >= ${MANY} then s.parts
        when s.parts <= ${LOOKED_AT} then first.cases
        else (
          select count(distinct case_id) from figure_parts f
          where f.measure = s.measure and f.day between s.first and s.last
            and f.places @> array[$1])
      end)::int as cases
    from (
      select measure, date_trunc($5, day::timestamp)::date as from, sum(parts) as parts,
             min(day) as first, max(day) as last
      from figure_sums
      where place = $1 and measure = any ($2::text[]) and day between $3 and $4 and parts > 0
      group by measure, date_trunc($5, day::timestamp)
    ) s cross join lateral (
      select count(distinct case_id) as cases from (
        select f.case_id from figure_parts f
        where f.measure = s.measure and f.day between s.first and s.last
          and f.places @> array[$1] and s.parts >= ${MANY}
        limit ${LOOKED_AT}
      ) looked
    ) first`,
};

/** For a place that has little of what there is: its parts, found by the place. */
export const CASES_BEHIND_SMALL: Statement<CasesBehind> = {
  name: 'figure-cases-behind-small',
  text: `
    select measure, "from"::text, count(*)::int as cases
    from (
      select distinct measure, date_trunc($5, day::timestamp)::date as "from", case_id
      from figure_parts
      where places @> array[$1] and measure = any ($2::text[]) and day between $3 and $4
    ) known
    group by measure, "from"`,
};

/**
 * An index of places can only be read as a bitmap, and whether that is worth while depends on the values: what
 * the pool forbids is allowed until the transaction ends.
 */
export const ALLOW_BITMAPS: Statement<unknown> = {
  name: 'allow-bitmaps',
  text: `
    select set_config('enable_bitmapscan', 'on', true),
           set_config('plan_cache_mode', 'force_custom_plan', true)`,
};

/** How much of all parts of the measures $2 from day $3 to $4 belongs to place $1; $5 is the place of all. */
export const SHARE_OF_PARTS: Statement<{ readonly share: number | null }> = {
  name: 'figure-share-of-parts',
  text: `
    select (sum(parts) filter (where place = $1))::float8
             / nullif(sum(parts) filter (where place = $5), 0) as share
    from figure_sums
    where place in ($1, $5) and measure = any ($2::text[]) and day between $3 and $4`,
};
