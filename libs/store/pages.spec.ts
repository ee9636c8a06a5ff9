import { plusMs } from '@hemgang/kernel';
import { CaseStore } from './case-store';
import type { DutyRow } from './case-write';
import { dutyRow, following, opening, personRow, START, WARD } from './case-write.fixture';
import { readCursor, writeCursor } from './cursor';
import type { BadCursor, Page } from './page';
import type { WorklistFilter, WorklistRow } from './reads/worklist';
import { testStore, type TestStore } from './test-store.fixture';

const UNIT = 'umea-bistand-norr';
const OTHER_UNIT = 'umea-hemsjukvard';
const NOW = plusMs(START, 3_600_000);

/** All items of a list, page by page. */
async function allOf<Item>(
  page: (cursor: string | null) => Promise<Page<Item> | BadCursor>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const next: Page<Item> | BadCursor = await page(cursor);
    if (next.kind !== 'page') throw new Error(next.kind);
    items.push(...next.items);
    cursor = next.next;
  } while (cursor !== null);
  return items;
}

describe('pages', () => {
  let store: TestStore;
  let cases: CaseStore;
  beforeAll(async () => {
    store = await testStore();
    cases = new CaseStore(store.database);
  });
  afterAll(() => store.end());

  function worklist(
    units: readonly string[],
    filter: Partial<WorklistFilter> = {},
    limit = 3,
  ): Promise<WorklistRow[]> {
    return allOf((cursor) =>
      store.database.read('system', (query) =>
        query.worklist(units, { now: NOW, reader: 'maria', ...filter }, cursor, limit),
      ),
    );
  }

  describe('of the cases of a unit', () => {
    const opened = Array.from({ length: 13 }, (_, n) => {
      // Four cases were opened in the same moment: there the case decides the order.
      const openedAt = plusMs(START, Math.min(n, 9) * 1_000);
      const write = opening({ person: null });
      const person = personRow({ name: `Patient ${n}` });
      return { ...write, personId: person.id, person, state: { ...write.state, openedAt } };
    });
    beforeAll(async () => {
      for (const write of opened) expect(await cases.write(write)).toEqual({ kind: 'written' });
    });

    const casesOf = (unit: string, limit: number) =>
      allOf((cursor) =>
        store.database.read('system', (query) => query.casesOf(unit, 'discharge', cursor, limit)),
      );

    it.each([1, 2, 4, 13, 50])(
      'are complete, in order and without repeats, %i a page',
      async (n) => {
        const listed = await casesOf(WARD, n);
        const expected = opened
          .map(({ caseId, state, person }) => [state.openedAt, caseId, person.name])
          .sort()
          .reverse();
        const found = listed.map(({ case: { id, openedAt }, person }) => [
          openedAt,
          id,
          person?.name,
        ]);
        expect(found).toEqual(expected);
      },
    );

    it('hold a case once although its unit is a party twice', async () => {
      const [first] = opened;
      const again = { unit: WARD, handover: 'h2-1', kind: 'ward', since: START, until: null };
      expect(await cases.write(following(first!, { parties: [again] }))).toEqual({
        kind: 'written',
      });
      expect(await casesOf(WARD, 5)).toHaveLength(opened.length);
    });

    it('are empty for a unit that is no party', async () => {
      expect(await casesOf('lycksele-bistand', 5)).toEqual([]);
    });

    it('hold what a line shows', async () => {
      const [line] = await casesOf(WARD, 50);
      expect(line).toMatchObject({
        case: { type: 'discharge', version: 1, word: 'admitted', endedAt: null, state: { seq: 1 } },
      });
    });
  });

  describe('of a worklist', () => {
    const minutes = (n: number) => plusMs(START, n * 60_000);
    const duties: DutyRow[] = [
      ...[10, 20, 30, 40, 40, 40, 70, 80].map((n, index) =>
        dutyRow(`h1-1.kvittens.${index}`, { due: minutes(n) }),
      ),
      ...[1, 2, 3].map((n) => dutyRow(`h1-1.no-due.${n}`, { due: null, key: 'no-due' })),
      dutyRow('h1-1.taken.1', { due: minutes(50), person: 'maria' }),
      dutyRow('h1-1.other.1', { due: minutes(45), unit: OTHER_UNIT }),
      dutyRow('h1-1.closed.1', { closedAt: START, closedSeq: 1, outcome: 'fulfilled' }),
    ];
    beforeAll(async () => {
      expect(await cases.write(opening({ duties }))).toEqual({ kind: 'written' });
    });

    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
    const open = (unit: readonly string[], rows = duties) =>
      ids(
        rows
          .filter((duty) => unit.includes(duty.unit) && duty.closedAt === null)
          .sort((a, b) => ((a.due ?? 'z') + a.id < (b.due ?? 'z') + b.id ? -1 : 1)),
      );

    it.each([1, 2, 5, 50])(
      'are complete, the soonest due first, without repeats, %i a page',
      async (limit) => {
        expect(ids(await worklist([UNIT], {}, limit))).toEqual(open([UNIT]));
        const both = [UNIT, OTHER_UNIT];
        expect(ids(await worklist(both, {}, limit))).toEqual(open(both));
        expect(ids(await worklist([...both, UNIT], {}, limit))).toEqual(open(both));
      },
    );

    it('say what is overdue by the clock of the reader', async () => {
      const overdue = duties.filter(({ due }) => due !== null && due < NOW);
      const rest = duties.filter(({ due }) => due === null || due >= NOW);
      expect(ids(await worklist([UNIT], { overdue: true }))).toEqual(open([UNIT], overdue));
      expect(ids(await worklist([UNIT], { overdue: false }))).toEqual(open([UNIT], rest));
      const atStart = await worklist([UNIT], { now: START, overdue: true });
      expect(atStart).toEqual([]);
    });

    it('can be asked for one kind of duty and for those somebody has taken', async () => {
      expect(await worklist([UNIT], { key: 'no-due' })).toHaveLength(3);
      expect(ids(await worklist([UNIT], { mine: 'maria' }))).toEqual(['h1-1.taken.1']);
      expect(await worklist([UNIT], { mine: 'anna' })).toEqual([]);
    });

    it('hold a duty as it was written, with its case and patient', async () => {
      const [row] = await worklist([OTHER_UNIT]);
      expect(row).toEqual({
        ...duties.find(({ unit }) => unit === OTHER_UNIT),
        text: null,
        seenAt: null,
        seenBy: null,
        seenByReader: false,
        breached: false,
        overdue: true,
        caseId: expect.any(String),
        caseType: 'discharge',
        caseVersion: 1,
        caseWord: 'admitted',
        workflowVersion: 1,
        patient: expect.objectContaining({ name: 'Okänd patient' }),
      });
    });
  });

  it.each([
    ['rubbish', 'rubbish'],
    ['no text', ''],
    ['JSON of another kind', Buffer.from('{"a":1}').toString('base64url')],
    ['parts of other kinds', writeCursor(['x', 'y', 'z'])],
    ['an impossible day', writeCursor(['2026-13-45T00:00:00.000Z', 'a'])],
    ['too few parts', writeCursor([START])],
  ])('answer a cursor of %s with a refusal', async (_, cursor) => {
    const answers = await store.database.read('system', (query) =>
      Promise.all([
        query.casesOf(WARD, 'discharge', cursor, 10),
        query.worklist([UNIT], { now: NOW, reader: 'maria' }, cursor, 10),
      ]),
    );
    expect(answers).toEqual([{ kind: 'bad-cursor' }, { kind: 'bad-cursor' }]);
  });

  it('have cursors that are read back as they were written, and only as what they are', () => {
    const cursor = writeCursor([START, 'h1-1.kvittens.åäö', '12']);
    expect(readCursor(cursor, ['instant', 'id', 'number'])).toEqual([
      START,
      'h1-1.kvittens.åäö',
      '12',
    ]);
    expect(readCursor(cursor, ['instant', 'id', 'uuid'])).toBeNull();
    expect(readCursor(writeCursor(['infinity']), ['due'])).toEqual(['infinity']);
    expect(readCursor(writeCursor(['infinity']), ['instant'])).toBeNull();
    expect(readCursor(writeCursor(['a\0']), ['id'])).toBeNull();
    expect(readCursor(writeCursor(['9'.repeat(19)]), ['number'])).toBeNull();
  });
});
