import { plusMs } from '@hemgang/kernel';
import { START } from './case-write.fixture';
import { SeedingStore } from './seeding-store';
import { CaseStore } from './case-store';
import { opening } from './case-write.fixture';
import { SessionStore, type NewSession } from './session-store';
import { SignInStore } from './sign-in-store';
import { testStore, type TestStore } from './test-store.fixture';

const END = plusMs(START, 3_600_000);
const MINUTE_MS = 60_000;
const BY = {
  issuer: 'siths',
  subject: 'S-1',
  issuerSession: 'idp-1',
  acr: 'loa3',
  authenticatedAt: START,
};
const NEW: NewSession = {
  staff: 'anna',
  assignment: 'anna-medicin-2',
  purpose: 'care',
  mayActAs: [
    { id: 'anna-medicin-2', purpose: 'care' },
    { id: 'anna-medicin-3', purpose: 'care' },
  ],
  by: null,
  createdAt: START,
  idleMs: 10 * MINUTE_MS,
  expiresAt: END,
  steppedUpUntil: null,
};

describe('sessions', () => {
  let store: TestStore;
  let sessions: SessionStore;
  beforeAll(async () => {
    store = await testStore();
    sessions = new SessionStore(store.database);
  });
  afterAll(() => store.end());

  const found = async (token: string, at = START) => (await sessions.find(token, at)) !== null;

  it('are found by their token until they expire, with all that is known of the sign-in', async () => {
    const idleMs = 100 * MINUTE_MS;
    for (const by of [null, BY]) {
      const token = await sessions.create({ ...NEW, by, idleMs });
      const stored = { ...NEW, by, idleMs, id: expect.any(Number), lastUsedAt: START };
      const looked = { ...stored, directory: expect.any(Number) };
      expect(await sessions.find(token, START)).toEqual(looked);
      expect(await found(token, plusMs(END, -1))).toBe(true);
      expect(await found(token, END)).toBe(false);
    }
  });

  it('end when they are not used, and use is written at most so often', async () => {
    const token = await sessions.create(NEW);
    const { id = 0 } = (await sessions.find(token, START)) ?? {};
    await sessions.touch(id, plusMs(START, MINUTE_MS - 1), MINUTE_MS);
    expect(await found(token, plusMs(START, 10 * MINUTE_MS - 1))).toBe(true);
    expect(await found(token, plusMs(START, 10 * MINUTE_MS))).toBe(false);
    await sessions.touch(id, plusMs(START, MINUTE_MS), MINUTE_MS);
    expect(await found(token, plusMs(START, 10 * MINUTE_MS))).toBe(true);
    expect(await found(token, plusMs(START, 11 * MINUTE_MS))).toBe(false);
  });

  it('end once', async () => {
    const token = await sessions.create(NEW);
    const other = await sessions.create(NEW);
    await sessions.end(token, START);
    await sessions.end(token, END);
    expect(await found(token)).toBe(false);
    expect(await found(other)).toBe(true);
    const ended = await store.sql(`select ended_at as at from sessions where ended_at is not null`);
    expect(ended).toEqual([{ at: START }]);
  });

  it('give their place to one other, under another token, and to nobody when they have ended', async () => {
    const token = await sessions.create(NEW);
    const { id = 0 } = (await sessions.find(token, START)) ?? {};
    const heir = { ...NEW, assignment: 'anna-medicin-3' };
    const heirs = await Promise.all([1, 2, 3].map(() => sessions.replace(id, 'switched', heir)));
    const [won, ...more] = heirs.filter((each) => each !== null);
    expect(more).toEqual([]);
    expect(won).not.toBe(token);
    expect(await found(token)).toBe(false);
    expect(await sessions.find(won ?? '', START)).toMatchObject({ assignment: 'anna-medicin-3' });
  });

  it('are ended by their issuer: one of its sessions, or the whole person', async () => {
    const open = (subject: string, issuerSession: string) =>
      sessions.create({ ...NEW, by: { ...BY, subject, issuerSession } });
    const tokens = [await open('P', 'a'), await open('P', 'b'), await open('Q', 'c')];
    const running = () => Promise.all(tokens.map((token) => found(token)));
    const end = (subject: string | null, session: string | null, issuer = 'siths') =>
      sessions.endOfIssuer(issuer, { subject, session }, START);
    expect(await end(null, null)).toBe(0);
    expect(await end('P', null, 'another')).toBe(0);
    expect(await running()).toEqual([true, true, true]);
    expect(await end(null, 'b')).toBe(1);
    expect(await running()).toEqual([true, false, true]);
    expect(await end('P', null)).toBe(1);
    expect(await running()).toEqual([false, false, true]);
  });

  it('are listed and ended for the assignments of a controller only', async () => {
    const token = await sessions.create({ ...NEW, assignment: 'bo-avd' });
    const [listed, ...more] = await sessions.running(['bo-avd'], START);
    expect(more).toEqual([]);
    const { id = 0 } = listed ?? {};
    expect(await sessions.endOneOf(['anna-medicin-2'], id, START, 'eva')).toBe(false);
    expect(await found(token)).toBe(true);
    expect(await sessions.endOneOf(['bo-avd'], id, START, 'eva')).toBe(true);
    expect(await found(token)).toBe(false);
    expect(await sessions.running(['bo-avd'], START)).toEqual([]);
    const [row] = await store.sql(
      `select ended_why as why, ended_by as by from sessions where id = $1`,
      [id],
    );
    expect(row).toEqual({ why: 'ended-by-admin', by: 'eva' });
  });

  it('are found each by its own token when many ask at once', async () => {
    const assignments = Array.from({ length: 30 }, (_, n) => `anna-${n}`);
    const tokens = await Promise.all(
      assignments.map((assignment) => sessions.create({ ...NEW, assignment })),
    );
    await sessions.end(tokens[7] ?? '', START);
    const asked = [...tokens.reverse(), 'nobody'];
    const all = await Promise.all(asked.map((token) => sessions.find(token, START)));
    const names = all.map((session) => session?.assignment ?? null);
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

describe('sign-ins under way', () => {
  let store: TestStore;
  let signIns: SignInStore;
  beforeAll(async () => {
    store = await testStore();
    signIns = new SignInStore(store.database);
  });
  afterAll(() => store.end());

  const PENDING = { issuer: 'siths', verifier: 'v', nonce: 'n', returnTo: '/', session: null };

  it('are finished once, by the browser that began, at the issuer it went to, in time', async () => {
    const begin = () => signIns.begin(PENDING, START, END);
    const secrets = await begin();
    const other = await begin();
    expect(await signIns.take('siths', { ...secrets, browser: other.browser }, START)).toBeNull();
    expect(await signIns.take('another', secrets, START)).toBeNull();
    expect(await signIns.take('siths', secrets, END)).toBeNull();
    expect(await signIns.take('siths', secrets, START)).toEqual({
      ...PENDING,
      directory: 1,
    });
    expect(await signIns.take('siths', secrets, START)).toBeNull();
  });

  it('that nobody finishes are swept', async () => {
    await signIns.begin(PENDING, START, plusMs(START, 1));
    await signIns.begin(PENDING, END, plusMs(END, 1));
    const left = await store.sql(`select from sign_ins where expires_at <= $1`, [END]);
    expect(left).toEqual([]);
  });

  it('know each logout token once', async () => {
    const use = (jti: string, at = START) => signIns.isFirstUse('siths', jti, at, plusMs(at, 1));
    expect(await use('a')).toBe(true);
    expect(await use('a')).toBe(false);
    expect(await use('b')).toBe(true);
    expect(await signIns.isFirstUse('another', 'a', START, END)).toBe(true);
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
