import type { Instant } from '@hemgang/kernel';
import type { Statement } from '../statement';

/** What is late at a unit, in stays and other cases that go on. */
export interface LateOfUnit {
  readonly unit: string;
  readonly count: number;
  /** The earliest due time that has passed. */
  readonly worstDueAt: Instant;
}

/** How well a unit's open stays are documented, counted. */
export interface QualityOfUnit {
  readonly unit: string;
  /** Stays of which nothing has been noted since a time. */
  readonly silent: number;
  /** Stays of a patient with a reserve number. */
  readonly reserve: number;
}

/**
 * Duties whose time has passed at $2: those of the units $1, and those that others have in cases that
 * one of these is a party of and sees whole: an executor does not, nor does anybody see what opened
 * with a notice that secrecy hinders. Looks at open duties alone, in the words of their index, and at
 * their cases one by one (`offset 0`).
 */
export const LATE: Statement<LateOfUnit> = {
  name: 'late-of-units',
  text: `
    select d.unit, count(*)::int as count, min(d.due_at) as "worstDueAt"
    from duties d
    where d.closed_at is null and coalesce(d.due_at, 'infinity'::timestamptz) < $2
      and (d.unit = any ($1::text[]) or (
        exists (
          select from parties p
          where p.case_id = d.case_id and p.unit = any ($1::text[]) and p.until is null
            and p.kind <> 'executor' offset 0)
        and not exists (
          select from duties u
          where u.case_id = d.case_id and u.opened_seq = d.opened_seq and u.key = 'underrattelse'
          offset 0)))
    group by d.unit order by count(*) desc, d.unit`,
};

/**
 * Open stays that the units $1 are parties of, by unit: those whose latest event was noted before $2,
 * and those whose patient has a reserve number. From each unit's own list, as `stays-on-ward`.
 */
export const QUALITY: Statement<QualityOfUnit> = {
  name: 'quality-of-units',
  text: `
    select p.unit,
           (count(distinct c.id) filter (where e.recorded_at < $2))::int as silent,
           (count(distinct c.id) filter (where n.number_kind = 'reservnummer'))::int as reserve
    from parties p
    -- One by one, as in homecomings.
    cross join lateral (
      select id, version, person_id from cases
      where id = p.case_id and ended_at is null offset 0) c
    join events e on e.case_id = c.id and e.seq = c.version
    join persons n on n.id = c.person_id
    where p.unit = any ($1::text[]) and p.case_type = 'discharge' and p.until is null
    group by p.unit order by p.unit`,
};
