import type { Instant } from '@hemgang/kernel';

/** A spärr in force at the reader's controller. */
export interface HeededBlock {
  readonly id: number;
  readonly unit: string;
  readonly releasedUntil: Instant | null;
}

/** Of case `c`: until when the reader has opened its patient's cases in an emergency. */
export const OPENED_UNTIL = `
  select max(until) from emergency_openings o
  where o.person = c.person_id and o.staff = current_setting('hemgang.staff')
    and o.unit = current_setting('hemgang.unit')`;

/** Of case `c`: the spärrar at the reader's controller, and what the reader may read all the same. */
export const HEEDED_BLOCKS = `
  select coalesce(json_agg(k), '[]') from (
    select b.id, b.unit,
           (select max(r.until) from block_releases r
            where r.block = b.id and r.kind <> 'shown'
              and r.staff = current_setting('hemgang.staff')
              and r.unit = current_setting('hemgang.unit')) as "releasedUntil"
    from blocks b
    where b.person = c.person_id and b.controller = current_setting('hemgang.controller')
      and b.ended_at is null
    order by b.id) as k`;

/** Of case `c`: since when its patient objects to what the reader's controller discloses. */
export const OBJECTION_SINCE = `
  select since from objections j
  where j.person = c.person_id and j.controller = current_setting('hemgang.controller')
    and j.ended_at is null`;
