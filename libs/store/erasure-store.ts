import type { Instant } from '@hemgang/kernel';
import { appendAccess } from './access-log';
import type { AccessLine } from './case-write';
import { LOWEST_ID } from './cursor';
import type { Database } from './database';
import { LOG_ENDS } from './sql/access-reading';
import {
  ADD_ERASURE,
  BEGIN_ERASURE,
  CASES_END,
  CASES_OF_SAME_PERSON,
  DUE_LINES,
  ERASE_BESIDE,
  ERASE_CONTENTS,
  ERASE_FILES,
  ERASE_LINES,
  ERASE_PATIENTS_OF_LINES,
  ERASE_PERSONS,
  ERASE_REVIEWED_LINES,
  ERASE_SALTS,
  ERASURE_GROUND,
  ERASURE_IDS,
  ERASURES,
  HELD_CASES,
  NOTE_ERASED_ON,
  PERSON_OF_CASE,
  type DueLine,
  type ErasureGround,
  type HeldCase,
} from './sql/erasures';
import { ERASE_STAFF, type StaffCounts } from './sql/staff-erasures';
import type { Queryable } from './statement';

/** Numbers of sealed lines, each range with both its ends. */
export type LineRanges = readonly (readonly [number, number])[];

/** An erasure as it is kept: how much went by which rule, and nobody's name. */
export interface ErasureRow {
  readonly id: string;
  readonly at: Instant;
  readonly controller: string;
  readonly rule: string;
  /** What an authority has decided, as it is filed; null: the rule alone. */
  readonly decision: string | null;
  /** What was due before this moment. */
  readonly before: Instant;
  readonly counts: Readonly<Record<string, number>>;
  /** Sealed lines whose rows went. */
  readonly lines: LineRanges;
  /** SHA-256 of the canonical text of all the others, hexadecimal. */
  readonly digest: string;
}

/** What of the files of a few persons goes. */
export interface ErasureScope {
  /** The erasure that is carried out. */
  readonly id: string;
  readonly controller: string;
  readonly cases: readonly string[];
  readonly persons: readonly string[];
  /** Copies recorded before. */
  readonly before: Instant;
  readonly at: Instant;
}

/** Whose rows about staff go. */
export interface StaffScope {
  readonly controller: string;
  readonly units: readonly string[];
  /** What was noted before. */
  readonly before: Instant;
  /** Assignments that ended before. */
  readonly endedBefore: Instant;
}

/** Cases looked at in one statement. */
const PAGE = 1_000;

/** Numbers of the access log looked at in one statement. */
const WINDOW = 20_000;

/** What is due for erasure, and taking it away. Events are never touched. */
export class ErasureStore {
  /** @param writer the role that may remove content; lines of the log are removed by the other */
  constructor(
    private readonly database: Database,
    private readonly writer: Database,
  ) {}

  /** Every case of which the controller holds content about a person, by id. */
  async *heldCases(controller: string, units: readonly string[]): AsyncGenerator<HeldCase, void> {
    for (let after = LOWEST_ID; ;) {
      const rows = await this.database.run(HELD_CASES, [after, PAGE, controller, units]);
      yield* rows.map(({ end: _, ...row }) => row);
      const [page] = await this.database.run(CASES_END, [after, PAGE]);
      if (page?.end == null) return;
      after = page.end;
    }
  }

  /** All that the controller holds of the person of a case. */
  casesOfSamePerson(
    caseId: string,
    controller: string,
  ): Promise<readonly { readonly person: string; readonly caseId: string }[]> {
    return this.database.run(CASES_OF_SAME_PERSON, [caseId, controller]);
  }

  /** Whom a case is about; null: there is no such case, or it is about nobody. */
  async personOf(caseId: string): Promise<string | null> {
    const [row] = await this.database.run(PERSON_OF_CASE, [caseId]);
    return row?.person ?? null;
  }

  /** Lines of the access log of the units that were written before, oldest first. */
  async *dueLines(units: readonly string[], before: Instant): AsyncGenerator<DueLine, void> {
    const [ends] = await this.database.run(LOG_ENDS, []);
    const last = ends?.last ?? 0;
    for (let after = (ends?.first ?? 1) - 1; after < last; after += WINDOW) {
      const to = after + WINDOW;
      yield* await this.database.run(DUE_LINES, [units, before, after, WINDOW, to]);
    }
  }

  /**
   * Takes content, what is kept beside the cases, and the facts of persons nobody holds anything of;
   * all or nothing. Its entry and its line of the access log are written with it.
   * @param told makes both from what went
   * @returns null when there was nothing to take
   */
  eraseContents(
    scope: ErasureScope,
    told: (counts: Readonly<Record<string, number>>) => Told,
  ): Promise<ErasureRow | null> {
    return this.writer.transaction(async (session) => {
      const { id, controller, cases, persons, before, at } = scope;
      await session.run(BEGIN_ERASURE, [id]);
      const [gone] = await session.run(ERASE_CONTENTS, [controller, cases, before]);
      const [taken] = await session.run(ERASE_FILES, [cases]);
      const [more] = await session.run(ERASE_BESIDE, [controller, persons, before, at]);
      const erased = await session.run(ERASE_PERSONS, [persons, at]);
      const counts = {
        cases: gone?.cases ?? 0,
        copies: gone?.copies ?? 0,
        files: taken?.files ?? 0,
        beside: more?.beside ?? 0,
        persons: erased.length,
      };
      if (counts.copies + counts.beside + counts.persons === 0) return null;
      return note(session, told(counts));
    });
  }

  /**
   * Takes lines of the access log with the salts of their seals, all or nothing.
   * @returns null when another process has carried out the same order
   */
  eraseLines(lines: readonly DueLine[], { erasure, line }: Told): Promise<ErasureRow | null> {
    return this.database.transaction(async (session) => {
      const ids = lines.map(({ id }) => id);
      await session.run(BEGIN_ERASURE, [erasure.id]);
      if ((await note(session, { erasure, line })) === null) return null;
      await session.run(ERASE_REVIEWED_LINES, [ids]);
      await session.run(ERASE_PATIENTS_OF_LINES, [ids]);
      await session.run(ERASE_LINES, [ids]);
      await session.run(ERASE_SALTS, [ids]);
      return erasure;
    });
  }

  /**
   * Takes rows about staff whose time has gone, all or nothing, with its entry and its line.
   * @returns null when there was nothing to take
   */
  eraseStaff(
    scope: StaffScope,
    told: (counts: Readonly<Record<string, number>>) => Told,
  ): Promise<ErasureRow | null> {
    return this.database.transaction(async (session) => {
      const counts = await takeStaff(session, scope);
      const sum = Object.values(counts).reduce((all, each) => all + each, 0);
      return sum === 0 ? null : note(session, told(counts));
    });
  }

  /** What would go of staff: it is taken, counted, and put back. */
  async countStaff(scope: StaffScope): Promise<StaffCounts> {
    let counts: StaffCounts | null = null;
    const putBack = new Error('counted');
    await this.database
      .transaction(async (session) => {
        counts = await takeStaff(session, scope);
        throw putBack;
      })
      .catch((error: unknown) => {
        if (error !== putBack) throw error;
      });
    if (counts === null) throw new Error('Nothing was counted.');
    return counts;
  }

  /** Every erasure, oldest first. */
  async all(): Promise<readonly ErasureRow[]> {
    const rows = await this.database.run(ERASURES, []);
    return rows.map((row) => ({ ...row, lines: rangesOf(row.lines) }));
  }

  /** Every erasure that has been carried out in this database. */
  async ids(): Promise<ReadonlySet<string>> {
    const rows = await this.database.run(ERASURE_IDS, []);
    return new Set(rows.map(({ id }) => id));
  }

  /** Where the database lies, and whether it has been restored since erasures were last repeated. */
  async ground(): Promise<ErasureGround> {
    const [row] = await this.database.run(ERASURE_GROUND, []);
    if (row === undefined) throw new Error('The timeline of the database is missing.');
    return row;
  }

  /** Notes that on this timeline everything that was ever erased has been erased. */
  async noteErasedOn(timeline: string): Promise<void> {
    await this.database.run(NOTE_ERASED_ON, [timeline]);
  }
}

/** How an erasure is told: its own entry, and the line of the access log that is sealed. */
export interface Told {
  readonly erasure: ErasureRow;
  readonly line: AccessLine;
}

async function takeStaff(
  session: Queryable,
  { controller, units, before, endedBefore }: StaffScope,
): Promise<StaffCounts> {
  const [counts] = await session.run(ERASE_STAFF, [controller, units, before, endedBefore]);
  if (counts === undefined) throw new Error('Nothing was counted.');
  return { ...counts };
}

/** @returns null when the erasure is there already */
async function note(session: Queryable, { erasure, line }: Told): Promise<ErasureRow | null> {
  const { lines, ...row } = erasure;
  const ranges = lines.map(([from, to]) => `[${from},${to}]`).join(',');
  const said = JSON.stringify({ ...row, lines: `{${ranges}}` });
  const [added] = await session.run(ADD_ERASURE, [said]);
  if (added === undefined) return null;
  await appendAccess(session, [line]);
  return erasure;
}

/** As PostgreSQL writes them: `{[3,5),[9,10)}`, the end not included. */
function rangesOf(text: string): LineRanges {
  return [...text.matchAll(/\[(\d+),(\d+)\)/g)].map(
    ([, from, to]) => [Number(from), Number(to) - 1] as const,
  );
}
