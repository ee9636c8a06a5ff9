import { CaseStore } from './case-store';
import type { CaseWrite } from './case-write';
import { dutyRow, following, notice, opening, START, timerRow } from './case-write.fixture';
import { testStore, type TestStore } from './test-store.fixture';

const LATER = '2026-03-02T12:00:00.000Z';

/** Every table that an event writes, and how its rows are told apart when their case is not. */
const TABLES = ['cases', 'events', 'duties', 'timers', 'outbox', 'access_log', 'parties'];

describe('reminders of many cases', () => {
  let store: TestStore;
  let cases: CaseStore;
  beforeAll(async () => {
    store = await testStore();
    cases = new CaseStore(store.database);
  });
  afterAll(() => store.end());

  async function waiting(): Promise<CaseWrite> {
    const write = opening({ duties: [dutyRow('a')], timers: [timerRow('a', START)] });
    expect(await cases.write(write)).toEqual({ kind: 'written' });
    return write;
  }

  /** What firing the timer of the duty writes. @param next when it fires again; null: never */
  function reminder(before: CaseWrite, next: string | null): CaseWrite {
    const base = following(before);
    return {
      ...base,
      duties: [dutyRow('a', { person: 'maria' })],
      timers: next === null ? [] : [timerRow('a', next)],
      outbox: [notice(base.caseId, base.event.seq, 'umea-bistand-norr')],
      access: [{ ...base.access[0]!, caseId: base.caseId, action: 'system:ladder' }],
    };
  }

  /** Its rows in every table, without what is another one's in each case and each transaction. */
  async function rowsOf(caseId: string): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = {};
    for (const table of TABLES) {
      const key = table === 'cases' ? 'id' : 'case_id';
      const rows = await store.sql<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) - '{id,case_id,person_id,tx,position,at}'::text[] as row
         from ${table} t where ${key} = $1 order by 1`,
        [caseId],
      );
      found[table] = rows.map(({ row }) => JSON.stringify(row).replaceAll(caseId, 'the case'));
    }
    return found;
  }

  it('are written as one by one', async () => {
    const [alone, ...together] = [await waiting(), await waiting(), await waiting()];
    expect(await cases.write(reminder(alone, LATER))).toEqual({ kind: 'written' });
    const written = await cases.writeAll(together.map((each) => reminder(each, LATER)));
    expect(written).toEqual(new Set(together.map(({ caseId }) => caseId)));
    const expected = await rowsOf(alone.caseId);
    for (const { caseId } of together) expect(await rowsOf(caseId)).toEqual(expected);
  });

  it('take away a timer that was the last', async () => {
    const [first, second] = [await waiting(), await waiting()];
    await cases.writeAll([reminder(first, null), reminder(second, LATER)]);
    const rows = await store.sql(
      'select case_id as "caseId", fire_at as at from timers where case_id = any ($1)',
      [[first.caseId, second.caseId]],
    );
    expect(rows).toEqual([{ caseId: second.caseId, at: LATER }]);
  });

  it('write nothing of a case that has gone on, and all of the others', async () => {
    const [gone, there] = [await waiting(), await waiting()];
    expect(await cases.write(following(gone))).toEqual({ kind: 'written' });
    const before = await rowsOf(gone.caseId);
    const written = await cases.writeAll([reminder(gone, LATER), reminder(there, LATER)]);
    expect(written).toEqual(new Set([there.caseId]));
    expect(await rowsOf(gone.caseId)).toEqual(before);
  });

  it('do not wait for a case that is just being written', async () => {
    const [held, free] = [await waiting(), await waiting()];
    await store.database.transaction(async (session) => {
      const text = 'select from cases where id = $1 for update';
      await session.run({ name: '', text }, [held.caseId]);
      const written = await cases.writeAll([reminder(held, LATER), reminder(free, LATER)]);
      expect(written).toEqual(new Set([free.caseId]));
    });
  });

  it('are written by one of several who try at once, none twice', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, waiting));
    const tries = await Promise.all(
      [many, [...many].reverse(), many].map((each) =>
        cases.writeAll(each.map((before) => reminder(before, LATER))),
      ),
    );
    const written = tries.flatMap((each) => [...each]);
    expect(new Set(written).size).toBe(written.length);
    for (const { caseId } of many) {
      const events = await store.sql('select seq from events where case_id = $1', [caseId]);
      expect(events).toHaveLength(written.includes(caseId) ? 2 : 1);
    }
  });
});
