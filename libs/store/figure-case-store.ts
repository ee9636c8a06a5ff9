import type { LocalDate } from '@hemgang/kernel';
import { readCursor, writeCursor } from './cursor';
import type { Database } from './database';
import { isLargePlace } from './large-place';
import { pageOf, type BadCursor, type Page } from './page';
import { ALLOW_BITMAPS } from './sql/cases-behind';
import { CASES_BEHIND_FIGURE, type CaseBehind } from './sql/figures-behind';

/** Which figure, of which stretch of days, both ends among them. */
export interface AskedFigure {
  readonly place: string;
  readonly measure: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A page of the cases that the unit takes part in. */
export interface CasesOfFigure extends Page<CaseBehind> {
  /** How many there are that it does not take part in. */
  readonly others: number;
}

/** The cases that a figure is made of (record 40). */
export class FigureCaseStore {
  constructor(private readonly database: Database) {}

  /** Those that the unit takes part in, the latest day first, and how many others there are. */
  async behind(
    { place, measure, from, to }: AskedFigure,
    unit: string,
    cursor: string | null,
    limit: number,
  ): Promise<CasesOfFigure | BadCursor> {
    const after = cursor === null ? [null, null] : readCursor(cursor, ['instant', 'uuid']);
    if (after === null) return { kind: 'bad-cursor' };
    return this.database.transaction(async (session) => {
      // All parts in the order of their pages, or the few of the place; in between the days alone.
      const isBetween = await isLargePlace(session, { place, measures: [measure], from, to });
      if (!isBetween) await session.run(ALLOW_BITMAPS, []);
      const values = [place, measure, from, to, unit, ...after, limit + 1];
      const rows = await session.run(CASES_BEHIND_FIGURE, values);
      const cases = rows.flatMap((row) => (row.caseId === null ? [] : [row]));
      const own = pageOf(
        cases,
        limit,
        ({ caseId, day, count, whole }) => ({ caseId, day, count, whole }),
        ({ day, caseId }) => writeCursor([`${day}T00:00:00.000Z`, caseId]),
      );
      return { ...own, others: rows[0]?.others ?? 0 };
    });
  }
}
