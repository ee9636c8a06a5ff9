import type { Instant } from '@hemgang/kernel';
import { readCursor, writeCursor } from './cursor';
import type { Database } from './database';
import { pageOf, type BadCursor, type Page } from './page';
import {
  AVVIKELSE_COUNTS,
  AVVIKELSE_LINES,
  type AvvikelseCount,
  type AvvikelseLine,
} from './sql/avvikelser';

/** Which avvikelser are looked at: those of a period of which one of the units is a side. */
export interface PatternScope {
  readonly from: Instant;
  /** Not included. */
  readonly until: Instant;
  readonly units: readonly string[];
  readonly now: Instant;
}

/** What went wrong between huvudmän, counted. No words and nobody's name. */
export class AvvikelsePatternStore {
  constructor(private readonly database: Database) {}

  counts({ from, until, units, now }: PatternScope): Promise<readonly AvvikelseCount[]> {
    return this.database.run(AVVIKELSE_COUNTS, [from, until, units, now]);
  }

  /** Those that have one of the values in what they are counted by, the latest first. */
  async lines(
    { from, until, units, now }: PatternScope,
    bar: { readonly by: string; readonly values: readonly string[] },
    cursor: string | null,
    limit: number,
  ): Promise<Page<AvvikelseLine> | BadCursor> {
    const after = cursor === null ? [null, null] : readCursor(cursor, ['instant', 'uuid']);
    if (after === null) return { kind: 'bad-cursor' };
    const scope = [from, until, units, now];
    const values = [...scope, bar.by, bar.values, ...after, limit + 1];
    const rows = await this.database.run(AVVIKELSE_LINES, values);
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ at, id }) => writeCursor([at, id]),
    );
  }
}
