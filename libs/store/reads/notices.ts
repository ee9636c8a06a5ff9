import type { Instant } from '@hemgang/kernel';
import { readCursor, writeCursor } from '../cursor';
import { pageOf, type BadCursor, type Page } from '../page';
import type { Queryable, Statement } from '../statement';
import type { StoredTrailEvent } from './deliveries';
import { actedOn, trailOf } from './trail';

/** Something a unit was told, in the application. Ids and kinds only. */
export interface NoticeRow {
  readonly id: number;
  readonly unit: string;
  readonly caseId: string;
  readonly seq: number;
  readonly entry: string;
  readonly duty: string | null;
  /** Whom a reminder speaks to; null: it is none. */
  readonly audience: 'owner' | 'watch' | 'manager' | 'sender' | null;
  readonly createdAt: Instant;
  /** Whom the case is about, and its version: for the access log. Null when the unit has left it. */
  readonly person: string | null;
  readonly version: number | null;
  /** Null when the unit has left the case. */
  readonly caseType: string | null;
  /** Which kind of duty it tells of; null: none, or the unit has left the case. */
  readonly kind: string | null;
  readonly trail: readonly NoticeTrailEvent[];
}

/** What left for the reader herself because of a notice, and that her unit has seen the case since. */
export interface NoticeTrailEvent extends Omit<StoredTrailEvent, 'kind'> {
  readonly kind: StoredTrailEvent['kind'] | 'seen';
}

/** As in UNREAD: the condition on the action is that of the index access_log_seen, word for word. */
const SEEN = `
  select 'seen', min(a.at), null, null
  from events v join access_log a on a.case_id = v.case_id
  where v.case_id = n.case_id and v.seq = n.seq and a.unit = n.unit and a.unit is not null
    and (a.action = 'read:case' or a.action like 'command:%') and a.at >= v.recorded_at
  having min(a.at) is not null`;

/** Whose notices are read. */
export interface NoticeReader {
  readonly unit: string;
  readonly staff: string;
}

export const NOTICES: Statement<NoticeRow> = {
  name: 'notices-of-unit',
  text: `
    select n.id, unit, case_id as "caseId", seq, entry, duty, audience, created_at as "createdAt",
           c.person_id as person, c.version, c.type as "caseType",
           (select key from duties u where u.case_id = n.case_id and u.id = n.duty) as kind,
           ${trailOf(`
             select e.kind, e.at, e.reason, e.id as position
             from deliveries d join delivery_events e on e.delivery = d.id
             where d.case_id = n.case_id and d.notice = n.id and d.staff = $4
             union all ${SEEN}
             union all ${actedOn('n')}`)} as trail
    from (select * from notices
          where unit = $1 and ($2::bigint is null or id < $2)
          order by id desc
          limit $3) as n
    left join cases c on c.id = n.case_id and exists (
      select from parties p where p.case_id = n.case_id and p.unit = $1 and p.until is null)
    order by n.id desc`,
};

/** The notices of the reader's unit, the latest first. @param reader her unit, and who she is there */
export async function readNotices(
  session: Queryable,
  { unit, staff }: NoticeReader,
  cursor: string | null,
  limit: number,
): Promise<Page<NoticeRow> | BadCursor> {
  const after = cursor === null ? [null] : readCursor(cursor, ['number']);
  if (after === null) return { kind: 'bad-cursor' };
  const rows = await session.run(NOTICES, [unit, ...after, limit + 1, staff]);
  return pageOf(
    rows,
    limit,
    (row) => row,
    (row) => writeCursor([String(row.id)]),
  );
}
