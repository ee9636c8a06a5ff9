import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { CaseStore } from './case-store';
import { following, opening, WARD } from './case-write.fixture';
import { writeCursor } from './cursor';
import { StreamFeed, type StreamEvent } from './stream-feed';
import { testStore, type TestStore } from './test-store.fixture';
import { until } from './until.fixture';

const INSERT_EVENT = `
  insert into events (case_id, seq, tx, type, occurred_at, recorded_at,
                      actor, payload, given, digests, hash)
  values ($1, 1, pg_current_xact_id(), 'admit', '2026-03-02', '2026-03-02',
          '{}', '{}', '{}', '{}', decode(repeat('0', 64), 'hex'))`;

describe('the stream of events', () => {
  let store: TestStore;
  let feed: StreamFeed;
  let cases: CaseStore;
  beforeAll(async () => {
    store = await testStore();
    feed = new StreamFeed(store.database);
    cases = new CaseStore(store.database);
  });
  /** Until nothing of the test before is held back any more. */
  beforeEach(async () => {
    const [last] = await store.sql<{ tx: string; position: number }>(
      'select tx::text, position from events order by tx desc, position desc limit 1',
    );
    const end = last && writeCursor([last.tx, String(last.position)]);
    await until(
      () => feed.head(),
      (head) => end === undefined || head === end,
    );
  });
  afterAll(() => store.end());

  async function after(cursor: string, limit = 100): Promise<readonly StreamEvent[]> {
    const batch = await feed.after(cursor, limit);
    if (batch.kind !== 'events') throw new Error(batch.kind);
    return batch.events;
  }

  /**
   * Waits for that many events: a transaction in any database of the server, such as that of a
   * test beside this one, may hold them back for a moment.
   */
  function afterAtLeast(cursor: string, count: number): Promise<readonly StreamEvent[]> {
    return until(
      () => after(cursor),
      (events) => events.length >= count,
    );
  }

  /** A transaction left open after its event was written. */
  async function slowWriter(caseId: string): Promise<Client> {
    const client = new Client({ connectionString: store.url });
    await client.connect();
    await client.query('begin');
    await client.query(INSERT_EVENT, [caseId]);
    return client;
  }

  it('begins before the first event and tells each with the units of its case', async () => {
    const start = await feed.head();
    expect(await after(start)).toEqual([]);
    const first = opening();
    await cases.write(first);
    await cases.write(following(first));
    const events = await afterAtLeast(start, 2);
    expect(events.map(({ caseId, version, units }) => [caseId, version, units])).toEqual([
      [first.caseId, 1, [WARD]],
      [first.caseId, 2, [WARD]],
    ]);
    expect(await after(events[0]!.cursor)).toEqual(events.slice(1));
    expect(await feed.head()).toBe(events[1]!.cursor);
    expect(await after(start, 1)).toEqual(events.slice(0, 1));
  });

  it('never steps over an event that commits late', async () => {
    const start = await feed.head();
    const late = randomUUID();
    const slow = await slowWriter(late);
    const quick = opening();
    expect(await cases.write(quick)).toEqual({ kind: 'written' });
    // The quick event has the higher number and is committed, but must wait for the slow one.
    expect(await after(start)).toEqual([]);
    expect(await feed.head()).toBe(start);
    await slow.query('commit');
    await slow.end();
    const seen = (await afterAtLeast(start, 2)).map(({ caseId }) => caseId);
    expect(seen).toEqual([late, quick.caseId]);
  });

  it('goes on when a slow transaction is rolled back', async () => {
    const start = await feed.head();
    const slow = await slowWriter(randomUUID());
    const quick = opening();
    await cases.write(quick);
    await slow.query('rollback');
    await slow.end();
    expect(await afterAtLeast(start, 1)).toMatchObject([{ caseId: quick.caseId }]);
  });

  it('gives every event once to a reader who reads while others write', async () => {
    let cursor = await feed.head();
    const seen: string[] = [];
    const readOn = async () => {
      const events = await after(cursor, 5);
      seen.push(...events.map(({ caseId }) => caseId));
      cursor = events.at(-1)?.cursor ?? cursor;
    };
    const writers = Array.from({ length: 8 }, async () => {
      for (let n = 0; n < 20; n += 1) await cases.write(opening());
    });
    const written = Promise.all(writers);
    await until(readOn, () => seen.length >= 160);
    await written;
    await readOn();
    expect(seen).toHaveLength(160);
    expect(new Set(seen).size).toBe(160);
  });

  it.each([
    ['malformed', 'rubbish'],
    ['empty', ''],
    ['of another list', writeCursor([randomUUID()])],
    ['not of this database', writeCursor(['999999999', '3'])],
    ['with a number too large', writeCursor(['9'.repeat(30), '3'])],
  ])('answers a cursor that is %s with a reset to the head', async (_, cursor) => {
    const head = await feed.head();
    expect(await feed.after(cursor, 10)).toEqual({ kind: 'reset', cursor: head });
    expect(await feed.after(head, 10)).toEqual({ kind: 'events', events: [] });
  });
});
