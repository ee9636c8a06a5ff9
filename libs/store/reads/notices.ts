import type { Instant } from '@hemgang/kernel';
import { readCursor, writeCursor } from '../cursor';
import { pageOf, type BadCursor, type Page } from '../page';
import type { Queryable, Statement } from '../statement';

/** Something a unit was told, in the application. Ids and kinds only. */
export interface NoticeRow {
  readonly id: number;
  readonly unit: string;
  readonly caseId: string;
  readonly seq: number;
  readonly entry: string;
  readonly duty: string | null;
  readonly audience: string | null;
  readonly createdAt: Instant;
  /** Whom the case is about, and its version: for the access log. Null when the unit has left it. */
  readonly person: string | null;
  readonly version: number | null;
}

export const NOTICES: Statement<NoticeRow> = {
  name: 'notices-of-unit',
  text: `
    select n.id, unit, case_id as "caseId", seq, entry, duty, audience, created_at as "createdAt",
           c.person_id as person, c.version
    from (select * from notices
          where unit = $1 and ($2::bigint is null or id < $2)
          order by id desc
          limit $3) as n
    left join cases c on c.id = n.case_id and exists (
      select from parties p where p.case_id = n.case_id and p.unit = $1 and p.until is null)
    order by n.id desc`,
};

/** The unit's notices, the latest first. */
export async function readNotices(
  session: Queryable,
  unit: string,
  cursor: string | null,
  limit: number,
): Promise<Page<NoticeRow> | BadCursor> {
  const after = cursor === null ? [null] : readCursor(cursor, ['number']);
  if (after === null) return { kind: 'bad-cursor' };
  const rows = await session.run(NOTICES, [unit, ...after, limit + 1]);
  return pageOf(
    rows,
    limit,
    (row) => row,
    (row) => writeCursor([String(row.id)]),
  );
}
