import type { LocalDate } from '@hemgang/kernel';
import { readCursor, writeCursor } from './cursor';
import type { Database } from './database';
import { pageOf, type BadCursor, type Page } from './page';
import { ALLOW_BITMAPS, LARGE, SHARE_OF_PARTS, WHOLE } from './sql/cases-behind';
import { OTHER_CASES_BEHIND, OWN_CASES_BEHIND, type CaseBehind } from './sql/figures-behind';

/** Which figure, of which stretch of days, both ends among them. */
export interface AskedFigure {
  readonly place: string;
  readonly measure: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The cases that a figure is made of (record 40). */
export class FigureCaseStore {
  constructor(private readonly database: Database) {}

  /** Those that the unit takes part in, the latest day first. */
  async own(
    { place, measure, from, to }: AskedFigure,
    unit: string,
    cursor: string | null,
    limit: number,
  ): Promise<Page<CaseBehind> | BadCursor> {
    const after = cursor === null ? [null, null] : readCursor(cursor, ['instant', 'uuid']);
    if (after === null) return { kind: 'bad-cursor' };
    const values = [place, measure, from, to, unit, ...after, limit + 1];
    return pageOf(
      await this.database.run(OWN_CASES_BEHIND, values),
      limit,
      (row) => row,
      ({ day, caseId }) => writeCursor([`${day}T00:00:00.000Z`, caseId]),
    );
  }

  /** How many there are that the unit does not take part in. */
  async others({ place, measure, from, to }: AskedFigure, unit: string): Promise<number> {
    const values = [place, measure, from, to, unit];
    return this.database.transaction(async (session) => {
      const span = [place, [measure], from, to, WHOLE];
      const [of] = await session.run(SHARE_OF_PARTS, span);
      // All parts in the order of their pages, or the few of the place; in between the days alone.
      const isBetween = place !== WHOLE && (of?.share ?? 0) >= LARGE;
      if (!isBetween) await session.run(ALLOW_BITMAPS, []);
      const [row] = await session.run(OTHER_CASES_BEHIND, values);
      return row?.cases ?? 0;
    });
  }
}
