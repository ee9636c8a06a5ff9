import { plusMs } from '@hemgang/kernel';
import { CaseStore } from './case-store';
import type { CaseWrite } from './case-write';
import { following, notice, opening, START } from './case-write.fixture';
import { OutboxStore, type ClaimedRow } from './outbox-store';
import { testStore, type TestStore } from './test-store.fixture';

const A = 'umea-bistand-norr';
const B = 'ersboda-halsocentral';
const NOW = '2026-03-02T10:00:00.000Z';
const SOON = plusMs(NOW, 9_999);
const LATER = plusMs(NOW, 10_000);

describe('the outbox', () => {
  let store: TestStore;
  let outbox: OutboxStore;
  let cases: CaseStore;
  beforeAll(async () => {
    store = await testStore();
    outbox = new OutboxStore(store.database);
    cases = new CaseStore(store.database);
  });
  beforeEach(() => store.sql('delete from outbox'));
  afterAll(() => store.end());

  /** A case whose events, one after another, each have a notice for these receivers. */
  async function caseFor(...receivers: readonly (readonly string[])[]): Promise<string> {
    const first = opening();
    const { caseId } = first;
    let write: CaseWrite = first;
    for (const [index, names] of receivers.entries()) {
      const seq = index + 1;
      const rows = names.map((name, n) => notice(caseId, seq, name, n + 1));
      write = { ...(seq === 1 ? first : following(write)), outbox: rows };
      expect(await cases.write(write)).toEqual({ kind: 'written' });
    }
    return caseId;
  }

  const told = (rows: readonly ClaimedRow[]): string[] =>
    rows.map(({ seq, receiver }) => `${seq} ${receiver}`);
  const ids = (rows: readonly { id: number }[]): number[] => rows.map(({ id }) => id);

  it('hands out a new row once, with everything it says', async () => {
    const caseId = await caseFor([A]);
    const rows = await outbox.claim(10, NOW);
    expect(rows).toEqual([
      {
        ...notice(caseId, 1, A),
        id: expect.any(Number),
        caseId,
        seq: 1,
        createdAt: START,
        attempts: 1,
      },
    ]);
    expect(await outbox.claim(10, SOON)).toEqual([]);
  });

  it('keeps the order per case and receiver inside a batch', async () => {
    await caseFor([A], [B], [A]);
    expect(told(await outbox.claim(10, NOW))).toEqual([`1 ${A}`, `2 ${B}`, `3 ${A}`]);
  });

  it('holds a row back while an earlier one of its case and receiver is out', async () => {
    await caseFor([A], [A], [B]);
    const first = await outbox.claim(1, NOW);
    expect(told(first)).toEqual([`1 ${A}`]);
    expect(told(await outbox.claim(10, SOON))).toEqual([`3 ${B}`]);
    await outbox.handleNotices(ids(first), SOON);
    expect(told(await outbox.claim(10, SOON))).toEqual([`2 ${A}`]);
  });

  it('holds a row back while an earlier one is another kind of work: jobs overtake each other', async () => {
    const first = opening();
    const { caseId } = first;
    const draft = {
      key: `${caseId}.1.2`,
      receiver: A,
      job: 'draft-incident' as const,
      task: { because: 'wrong-person' as const },
    };
    const rows = [notice(caseId, 1, A), draft, notice(caseId, 1, A, 3), notice(caseId, 1, B, 4)];
    expect(await cases.write({ ...first, outbox: rows })).toEqual({ kind: 'written' });
    const batch = async (now: string) => {
      const claimed = await outbox.claim(10, now);
      return claimed.map(({ key }) => key.slice(-1));
    };
    expect(await batch(NOW)).toEqual(['1', '4']);
    expect(await batch(NOW)).toEqual([]);
    await store.sql(`delete from outbox where key = $1`, [`${caseId}.1.1`]);
    expect(await batch(NOW)).toEqual(['2']);
    await store.sql(`delete from outbox where key = $1`, [`${caseId}.1.2`]);
    expect(await batch(NOW)).toEqual(['3']);
  });

  it('does not hold back another case of the same receiver', async () => {
    await caseFor([A]);
    await caseFor([A]);
    await outbox.claim(1, NOW);
    expect(told(await outbox.claim(10, NOW))).toEqual([`1 ${A}`]);
  });

  it('hands a row out again when its effect is missing after ten seconds', async () => {
    await caseFor([A], [A]);
    await outbox.claim(1, NOW);
    expect(await outbox.claim(10, SOON)).toEqual([]);
    const again = await outbox.claim(10, LATER);
    expect(again.map(({ seq, attempts }) => [seq, attempts])).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });

  it('shares between relays without overlap and without passing a row that is held', async () => {
    for (let n = 0; n < 40; n += 1) await caseFor([A, B], [A]);
    const relay = async (): Promise<ClaimedRow[]> => {
      const mine: ClaimedRow[] = [];
      for (let rows = await outbox.claim(7, NOW); rows.length > 0;) {
        mine.push(...rows);
        await outbox.handleNotices(ids(rows), NOW);
        rows = await outbox.claim(7, NOW);
      }
      return mine;
    };
    const mine = await Promise.all(Array.from({ length: 4 }, relay));
    mine.push(await relay());
    const all = mine.flat();
    expect(all).toHaveLength(120);
    expect(new Set(ids(all)).size).toBe(120);
    const order = await store.sql<{ seqs: number[] }>(
      `select array_agg(seq order by id) as seqs from notices where unit = $1
       group by case_id having count(*) = 2`,
      [A],
    );
    expect(order).toContainEqual({ seqs: [1, 2] });
    expect(order.filter(({ seqs }) => seqs[0]! > seqs[1]!)).toEqual([]);
  });

  it('does not let a batch of waiting rows starve the others', async () => {
    await caseFor([A], [A], [A], [A], [A]);
    await outbox.claim(1, NOW);
    await caseFor([B]);
    expect(told(await outbox.claim(2, NOW))).toEqual([`1 ${B}`]);
  });

  it('does not pass a row that another relay has locked at this moment', async () => {
    const caseId = await caseFor([A], [A]);
    await store.database.transaction(async (other) => {
      const text = `select id from outbox where case_id = $1 and seq = 1 for update`;
      await other.run({ name: 'hold', text }, [caseId]);
      expect(await outbox.claim(10, NOW)).toEqual([]);
    });
    expect(await outbox.claim(10, NOW)).toHaveLength(2);
  });

  it('turns rows into notices once, however often they are handled', async () => {
    const caseId = await caseFor([A]);
    const rows = await outbox.claim(10, NOW);
    const results = await Promise.all(
      Array.from({ length: 5 }, () => outbox.handleNotices(ids(rows), NOW)),
    );
    expect(results.flat()).toEqual([{ id: expect.any(Number), unit: A }]);
    expect(await outbox.handleNotices(ids(rows), NOW)).toEqual([]);
    const notices = await store.sql(`select key, unit from notices where case_id = $1`, [caseId]);
    expect(notices).toEqual([{ key: `${caseId}.1.1`, unit: A }]);
    expect(await outbox.claim(10, LATER)).toEqual([]);
  });

  it('parks a row, goes on without it, and takes it back in line', async () => {
    await caseFor([A], [A]);
    const [first] = await outbox.claim(1, NOW);
    await outbox.park([first!.id], 'UNIT_UNKNOWN', NOW);
    expect(await outbox.handleNotices([first!.id], NOW)).toEqual([]);
    expect(told(await outbox.claim(10, NOW))).toEqual([`2 ${A}`]);
    expect(await outbox.parked(10)).toEqual([
      { ...first, parkedAt: NOW, errorCode: 'UNIT_UNKNOWN' },
    ]);
    expect(await outbox.backlog()).toEqual({ waiting: 1, oldestAt: expect.any(String), parked: 1 });
    await outbox.redrive([first!.id]);
    expect(told(await outbox.claim(10, NOW))).toEqual([`1 ${A}`]);
    expect(await outbox.parked(10)).toEqual([]);
  });

  it('counts what waits and since when', async () => {
    expect(await outbox.backlog()).toEqual({ waiting: 0, oldestAt: null, parked: 0 });
    await caseFor([A, B]);
    expect(await outbox.backlog()).toEqual({ waiting: 2, oldestAt: START, parked: 0 });
  });

  it('shows a unit its notices, the latest first, page by page', async () => {
    const unit = 'lycksele-bistand';
    const reader = { unit, controller: 'lycksele-social', staff: 'bo' };
    const notices = (cursor: string | null, limit: number) =>
      store.database.read(reader, (query) => query.notices(reader, cursor, limit));
    await caseFor([unit], [unit], [unit]);
    await outbox.handleNotices(ids(await outbox.claim(10, NOW)), NOW);
    const first = await notices(null, 2);
    if (first.kind !== 'page') throw new Error(first.kind);
    expect(first.items.map(({ seq }) => seq)).toEqual([3, 2]);
    const rest = await notices(first.next, 2);
    if (rest.kind !== 'page') throw new Error(rest.kind);
    expect(rest.items.map(({ seq }) => seq)).toEqual([1]);
    expect(rest.next).toBeNull();
    expect(await notices('rubbish', 10)).toEqual({ kind: 'bad-cursor' });
  });
});
