import type { Instant, LocalDate } from '@hemgang/kernel';
import type { Statement } from '../statement';

/** How far figures have been reckoned. */
export interface FigureHead {
  /** Of the definitions. */
  readonly version: number;
  /** The last event that has been passed; transaction ids stay text: they are 64 bits. */
  readonly tx: string;
  readonly position: number;
  /** The local day on which open cases were reckoned last; null: never. */
  readonly day: LocalDate | null;
  /** What is gone through case by case: every case, or the open ones on a new day. */
  readonly walk: 'all' | 'open' | null;
  /** The last case that the walk has passed. */
  readonly walkAfter: string;
  readonly reckonedAt: Instant | null;
  /** The timeline that it was last written on, and the one that the database is on now. */
  readonly timeline: string;
  readonly here: string;
}

/** Read for a change; no row while another one reckons. */
export const LOCKED_HEAD: Statement<FigureHead> = {
  name: 'figure-head-locked',
  text: `
    select version, event_tx as tx, event_position as position, day::text as day, walk,
           walk_after as "walkAfter", reckoned_at as "reckonedAt", timeline,
           timeline_here() as here
    from figure_head for update skip locked`,
};

export const RECKONED_AT: Statement<Pick<FigureHead, 'reckonedAt'>> = {
  name: 'figure-reckoned-at',
  text: `select reckoned_at as "reckonedAt" from figure_head`,
};

export const WRITE_HEAD: Statement<never> = {
  name: 'figure-head-write',
  text: `
    update figure_head set
      version = $1, event_tx = $2, event_position = $3, day = $4, walk = $5, walk_after = $6,
      reckoned_at = $7, timeline = timeline_here()`,
};

/** The newest event behind which nothing can appear any more (see `StreamFeed`). */
export const NEWEST_EVENT: Statement<Pick<FigureHead, 'tx' | 'position'>> = {
  name: 'figure-newest-event',
  text: `
    select tx::text, position from events
    where tx < pg_snapshot_xmin(pg_current_snapshot())
    order by events.tx desc, events.position desc limit 1`,
};

/** The next events, oldest first: only of which case they are. */
export const EVENTS_AFTER: Statement<
  Pick<FigureHead, 'tx' | 'position'> & { readonly caseId: string }
> = {
  name: 'figure-events-after',
  text: `
    select case_id as "caseId", tx::text, position from events
    where (tx, position) > ($1::text::xid8, $2::bigint)
      and tx < pg_snapshot_xmin(pg_current_snapshot())
    order by events.tx, events.position limit $3`,
};

/** The next cases by id. */
export const CASES_AFTER: Statement<{ readonly id: string }> = {
  name: 'figure-cases-after',
  text: `select id from cases where id > $1 and person_id is not null order by id limit $2`,
};

/**
 * The next cases by id of which time alone may change what they are part of: those that are not over, and
 * those in which something is owed. Two short ranges, so that cases that are over cost nothing.
 */
export const OPEN_CASES_AFTER: Statement<{ readonly id: string }> = {
  name: 'figure-open-cases-after',
  text: `
    (select id from cases where id > $1 and ended_at is null order by id limit $2)
    union
    (select distinct case_id from duties
     where case_id > $1 and closed_at is null order by case_id limit $2)
    order by id limit $2`,
};

export const CLEAR: Statement<never> = {
  name: 'figure-clear',
  text: `with gone as (delete from figure_parts) delete from figure_sums`,
};

/**
 * Puts the parts $2 in the place of all earlier ones of the cases $1, and changes the sums by the
 * difference. A sum that comes to nothing stays, as nothing.
 */
export const REPLACE_PARTS: Statement<never> = {
  name: 'figure-parts-replace',
  text: `
    with old as (
      delete from figure_parts where case_id = any ($1::uuid[])
      returning measure, day, places, count, whole
    ), new as (
      insert into figure_parts (case_id, measure, day, places, count, whole)
      select "caseId", measure, day, places, count, whole
      from jsonb_to_recordset($2) as r (
        "caseId" uuid, measure text, day date, places text[], count bigint, whole bigint)
      returning measure, day, places, count, whole
    ), difference as (
      select place, measure, day, sum(parts) as parts, sum(count) as count, sum(whole) as whole
      from (
        select 1 as parts, measure, day, places, count, whole from new
        union all
        select -1, measure, day, places, -count, -whole from old
      ) as changed, unnest(places) as place
      group by place, measure, day
    )
    insert into figure_sums as s (place, measure, day, parts, count, whole)
    select place, measure, day, parts, count, whole from difference
    where parts <> 0 or count <> 0 or whole <> 0
    on conflict (place, measure, day) do update set
      parts = s.parts + excluded.parts, count = s.count + excluded.count,
      whole = s.whole + excluded.whole`,
};

/** A stretch of days of one measure, added up. */
export interface FigureSum {
  readonly measure: string;
  /** The first day of the stretch. */
  readonly from: LocalDate;
  readonly parts: number;
  readonly count: number;
  readonly whole: number;
}

/** Sums by stretches ($5: `week`, `month`, `year` or `millennium`) of place $1 and measures $2 from day $3 to $4. */
export const SUMS: Statement<FigureSum> = {
  name: 'figure-sums',
  text: `
    select measure, date_trunc($5, day::timestamp)::date::text as from, sum(parts)::int8 as parts,
           sum(count)::int8 as count, sum(whole)::int8 as whole
    from figure_sums
    where place = $1 and measure = any ($2::text[]) and day between $3 and $4
    group by measure, date_trunc($5, day::timestamp)`,
};

/** How counts of single parts spread: half of them are at most the median, nine of ten at most `p90`. */
export interface FigureSpread {
  readonly measure: string;
  readonly median: number;
  readonly p90: number;
}

/** Over the days $3 to $4 of place $1 and measures $2: for those with few parts, since each is read. */
export const SPREADS: Statement<FigureSpread> = {
  name: 'figure-spreads',
  text: `
    select measure, percentile_disc(0.5) within group (order by count)::int as median,
           percentile_disc(0.9) within group (order by count)::int as p90
    from figure_parts
    where places @> array[$1] and measure = any ($2::text[]) and day between $3 and $4
    group by measure`,
};

/** The first day on which anything is counted of a place; null: nothing is. */
export const FIRST_DAY: Statement<{ readonly day: LocalDate | null }> = {
  name: 'figure-first-day',
  // Measure by measure the first day of it: all days of a place grow with the years.
  text: `
    with recursive counted as (
      (select measure from figure_sums where place = $1 order by measure limit 1)
      union all
      select (select s.measure from figure_sums s
              where s.place = $1 and s.measure > c.measure order by s.measure limit 1)
      from counted c where c.measure is not null
    )
    select min(first.day)::text as day
    from counted c cross join lateral (
      select s.day from figure_sums s
      where s.place = $1 and s.measure = c.measure and s.parts > 0 order by s.day limit 1
    ) first`,
};
