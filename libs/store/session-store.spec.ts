import { plusMs } from '@hemgang/kernel';
import { START } from './case-write.fixture';
import { SeedingStore } from './seeding-store';
import { CaseStore } from './case-store';
import { opening } from './case-write.fixture';
import { SessionStore } from './session-store';
import { testStore, type TestStore } from './test-store.fixture';

const END = plusMs(START, 3_600_000);
const NEW = { assignment: 'anna-medicin-2', createdAt: START, expiresAt: END };

describe('sessions', () => {
  let store: TestStore;
  let sessions: SessionStore;
  beforeAll(async () => {
    store = await testStore();
    sessions = new SessionStore(store.database);
  });
  afterAll(() => store.end());

  it('are found by their token until they expire', async () => {
    const token = await sessions.create(NEW);
    expect(await sessions.find(token, START)).toEqual({ ...NEW, id: expect.any(Number) });
    expect(await sessions.find(token, plusMs(END, -1))).not.toBeNull();
    expect(await sessions.find(token, END)).toBeNull();
  });

  it('end once', async () => {
    const token = await sessions.create(NEW);
    const other = await sessions.create(NEW);
    await sessions.end(token, START);
    await sessions.end(token, END);
    expect(await sessions.find(token, START)).toBeNull();
    expect(await sessions.find(other, START)).not.toBeNull();
    const ended = await store.sql(`select ended_at as at from sessions where ended_at is not null`);
    expect(ended).toEqual([{ at: START }]);
  });

  it('are found each by its own token when many ask at once', async () => {
    const assignments = Array.from({ length: 30 }, (_, n) => `anna-${n}`);
    const tokens = await Promise.all(
      assignments.map((assignment) => sessions.create({ ...NEW, assignment })),
    );
    await sessions.end(tokens[7] ?? '', START);
    const asked = [...tokens.reverse(), 'nobody'];
    const found = await Promise.all(asked.map((token) => sessions.find(token, START)));
    const names = found.map((session) => session?.assignment ?? null);
    const expected = [...assignments.reverse(), null];
    expect(names).toEqual(expected.map((name) => (name === 'anna-7' ? null : name)));
  });

  it('are not found by what was never a token', async () => {
    for (const text of ['', 'x', '\0', 'ü'.repeat(5_000)]) {
      expect(await sessions.find(text, START)).toBeNull();
      await sessions.end(text, START);
    }
  });

  it('leave nothing in the database that could be used as a token', async () => {
    const token = await sessions.create(NEW);
    expect(token).toMatch(/^[\w-]{43}$/);
    const [row] = await store.sql<{ found: number }>(
      `select count(*) as found from sessions s
       where s::text like '%' || $1 || '%'
          or s::text like '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%'
          or encode(token_hash, 'hex') = $2`,
      [token, Buffer.from(token, 'base64url').toString('hex')],
    );
    expect(row).toEqual({ found: 0 });
  });
});

describe('the seeding', () => {
  let store: TestStore;
  let seeding: SeedingStore;
  beforeAll(async () => {
    store = await testStore();
    seeding = new SeedingStore(store.database);
  });
  afterAll(() => store.end());

  it('is remembered with how far it has come', async () => {
    expect(await seeding.load()).toBeNull();
    const half = { done: 50, total: 100, finishedAt: null };
    await seeding.record(half);
    expect(await seeding.load()).toEqual(half);
    const whole = { done: 100, total: 100, finishedAt: END };
    await seeding.record(whole);
    expect(await seeding.load()).toEqual(whole);
  });

  it('may begin only where there is no case', async () => {
    expect(await seeding.isEmpty()).toBe(true);
    expect(await new CaseStore(store.database).write(opening())).toEqual({ kind: 'written' });
    expect(await seeding.isEmpty()).toBe(false);
  });
});
