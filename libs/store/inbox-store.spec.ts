import { randomUUID } from 'node:crypto';
import { CaseStore } from './case-store';
import type { CaseWrite } from './case-write';
import {
  everything,
  following,
  notice,
  opening,
  START,
  type StayWrite,
} from './case-write.fixture';
import { InboxStore } from './inbox-store';
import { OutboxStore } from './outbox-store';
import { testStore, type TestStore } from './test-store.fixture';

const NOW = '2026-03-02T10:00:00.000Z';

describe('the inbox of a case', () => {
  let store: TestStore;
  let cases: CaseStore;
  let outbox: OutboxStore;
  let inbox: InboxStore;
  beforeAll(async () => {
    store = await testStore();
    cases = new CaseStore(store.database);
    outbox = new OutboxStore(store.database);
    inbox = new InboxStore(store.database);
  });
  beforeEach(() => store.sql('delete from outbox'));
  afterAll(() => store.end());

  async function opened(change: Partial<StayWrite> = {}): Promise<StayWrite> {
    const write = opening(change);
    expect(await cases.write(write)).toEqual({ kind: 'written' });
    return write;
  }

  /** A case whose events tell the target this fact, one after another. */
  async function telling(target: string, count: number): Promise<CaseWrite> {
    const caseId = randomUUID();
    const rows = (seq: number) => [
      {
        key: `${caseId}.${seq}.1`,
        receiver: target,
        job: 'tell-case' as const,
        task: { fact: 'readmitted', payload: { at: NOW } },
      },
    ];
    let write: CaseWrite = await opened({ caseId, outbox: rows(1) });
    for (let seq = 2; seq <= count; seq += 1) {
      write = { ...following(write), outbox: rows(seq) };
      expect(await cases.write(write)).toEqual({ kind: 'written' });
    }
    return write;
  }

  const claimed = async () => (await outbox.claim(10, NOW)).map(({ id }) => id);
  const facts = async (target: string) =>
    store.sql(
      `select fact, source_seq as "sourceSeq", target_seq as "targetSeq" from inbox
       where target = $1 order by source_seq`,
      [target],
    );

  it('finds what is to be told, in order, with when it happened', async () => {
    const target = await opened();
    const source = await telling(target.caseId, 2);
    const ids = await claimed();
    expect(await inbox.waiting(ids)).toEqual([
      {
        outboxId: ids[0],
        source: source.caseId,
        seq: 1,
        target: target.caseId,
        fact: 'readmitted',
        payload: { at: NOW },
        occurredAt: START,
        newest: null,
      },
      expect.objectContaining({ outboxId: ids[1], seq: 2, newest: null }),
    ]);
  });

  it('takes a fact and its event together, once', async () => {
    const target = await opened();
    await telling(target.caseId, 2);
    const ids = await claimed();
    const [first] = await inbox.waiting(ids);
    const next = following(target);
    expect(await inbox.receive(first!, next)).toBe('received');
    expect(await facts(target.caseId)).toEqual([
      { fact: 'readmitted', sourceSeq: 1, targetSeq: 2 },
    ]);
    expect(await cases.events(target.caseId, 1, 10)).toHaveLength(1);
    expect(await inbox.waiting(ids)).toEqual([expect.objectContaining({ seq: 2, newest: 1 })]);
    const before = await everything(store);
    expect(await inbox.receive(first!, following(next))).toBe('told');
    expect(await everything(store)).toEqual(before);
  });

  it('writes nothing at all when another command won the version', async () => {
    const target = await opened();
    await telling(target.caseId, 1);
    const [fact] = await inbox.waiting(await claimed());
    const before = await everything(store);
    expect(await inbox.receive(fact!, following(following(target)))).toBe('stale');
    expect(await everything(store)).toEqual(before);
  });

  it('notes a fact that changes nothing, however often', async () => {
    const target = await opened();
    await telling(target.caseId, 1);
    const ids = await claimed();
    const [fact] = await inbox.waiting(ids);
    await Promise.all([inbox.note(fact!, NOW), inbox.note(fact!, NOW)]);
    await inbox.note(fact!, NOW);
    expect(await facts(target.caseId)).toEqual([
      { fact: 'readmitted', sourceSeq: 1, targetSeq: null },
    ]);
    expect(await inbox.waiting(ids)).toEqual([]);
  });

  it('leaves notices to those who deliver them, and they leave facts alone', async () => {
    const target = await opened({ outbox: [] });
    const sender = await opened();
    const { caseId } = sender;
    const told = following(sender);
    await cases.write({ ...told, outbox: [notice(caseId, 2, 'umea-bistand-norr')] });
    await telling(target.caseId, 1);
    const ids = await claimed();
    expect(ids).toHaveLength(2);
    expect(await inbox.waiting(ids)).toHaveLength(1);
    expect(await outbox.handleNotices(ids, NOW)).toHaveLength(1);
    expect(await inbox.waiting(ids)).toHaveLength(1);
  });
});
