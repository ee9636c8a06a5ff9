import type { Instant } from '@hemgang/kernel';
import { readCursor, writeCursor } from './cursor';
import type { Database } from './database';
import { pageOf, type BadCursor, type Page } from './page';
import type { Statement } from './statement';

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
  /** When somebody at the unit marked it as read. */
  readonly readAt: Instant | null;
}

const OF_UNIT: Statement<NoticeRow> = {
  name: 'notices-of-unit',
  text: `
    select id, unit, case_id as "caseId", seq, entry, duty, audience,
           created_at as "createdAt", read_at as "readAt"
    from notices
    where unit = $1 and ($2::bigint is null or id < $2)
    order by id desc
    limit $3`,
};

/** The unit is part of the condition: nobody marks another unit's notices. */
const MARK_READ: Statement<never> = {
  name: 'mark-notices-read',
  text: `
    update notices set read_at = $3
    where id = any ($2::bigint[]) and unit = $1 and read_at is null`,
};

/** The notices inside the application, per unit. Rows are added by `OutboxStore`. */
export class NoticeStore {
  constructor(private readonly database: Database) {}

  /** The unit's notices, the latest first. */
  async of(
    unit: string,
    cursor: string | null,
    limit: number,
  ): Promise<Page<NoticeRow> | BadCursor> {
    const after = cursor === null ? [null] : readCursor(cursor, ['number']);
    if (after === null) return { kind: 'bad-cursor' };
    const rows = await this.database.run(OF_UNIT, [unit, ...after, limit + 1]);
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => writeCursor([String(row.id)]),
    );
  }

  /** Marks the unit's notices among `ids` as read; one that is read keeps its first time. */
  async markRead(unit: string, ids: readonly number[], now: Instant): Promise<void> {
    await this.database.run(MARK_READ, [unit, ids, now]);
  }
}
