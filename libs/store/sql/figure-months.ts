import type { LocalDate } from '@hemgang/kernel';
import type { Statement } from '../statement';
import type { FigureSum } from './figures';

/** A month of one measure, added up. */
export interface FigureMonth extends FigureSum {
  /** How many unwanted events there were, by day; null: none, or they were not asked for. */
  readonly unwanted: Readonly<Record<LocalDate, number>> | null;
}

/**
 * Sums by month of place $1 and measures $2 from day $3 to $4, and the days of unwanted events: those that
 * are counted ($5), or the rest of the whole ($6). One range of the primary key for each measure.
 */
export const MONTHS: Statement<FigureMonth> = {
  name: 'figure-months',
  text: `
    select measure, date_trunc('month', day::timestamp)::date::text as from,
           sum(parts)::int8 as parts, sum(count)::int8 as count, sum(whole)::int8 as whole,
           jsonb_object_agg(day::text, unwanted) filter (where unwanted > 0) as unwanted
    from (
      select measure, day, parts, count, whole,
             case when measure = any ($5::text[]) then count
                  when measure = any ($6::text[]) then whole - count end as unwanted
      from figure_sums
      where place = $1 and measure = any ($2::text[]) and day between $3 and $4
    ) as days
    group by measure, date_trunc('month', day::timestamp)`,
};
