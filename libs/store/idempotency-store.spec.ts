import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { START } from './case-write.fixture';
import { IdempotencyStore } from './idempotency-store';
import { SeedingStore } from './seeding-store';
import { testStore, type TestStore } from './test-store.fixture';

const DAY_MS = 24 * HOUR_MS;
const CASE_ID = '00000000-0000-4000-8000-000000000777';

describe('idempotency keys', () => {
  let store: TestStore;
  let keys: IdempotencyStore;
  beforeAll(async () => {
    store = await testStore();
    keys = new IdempotencyStore(store.database);
  });
  beforeEach(() => store.sql('delete from idempotency'));
  afterAll(() => store.end());

  /** Keys used so many milliseconds after the beginning. */
  async function used(...afterMs: readonly number[]): Promise<void> {
    await store.sql(
      `insert into idempotency (caller, key, body_hash, case_id, version, status, created_at)
       select 'anna', ms::text, decode(repeat('0', 64), 'hex'), $1, 1, 200,
              $2::timestamptz + ms * interval '1 millisecond'
       from unnest($3::bigint[]) ms`,
      [CASE_ID, START, afterMs],
    );
  }

  const kept = async (): Promise<number[]> => {
    const rows = await store.sql<{ key: string }>('select key from idempotency');
    return rows.map(({ key }) => Number(key)).sort((a, b) => a - b);
  };

  it('are kept for 30 days and not for longer', async () => {
    await used(0, 1, 2);
    expect(await keys.removeExpired(plusMs(START, 30 * DAY_MS), 10)).toBe(0);
    expect(await keys.removeExpired(plusMs(START, 30 * DAY_MS + 2), 10)).toBe(2);
    expect(await kept()).toEqual([2]);
  });

  it('go in batches, the oldest first', async () => {
    await used(4, 2, 3, 1);
    const later = plusMs(START, 60 * DAY_MS);
    expect(await keys.removeExpired(later, 3)).toBe(3);
    expect(await kept()).toEqual([4]);
    expect(await keys.removeExpired(later, 3)).toBe(1);
    expect(await keys.removeExpired(later, 3)).toBe(0);
  });

  it('are removed once by several at once', async () => {
    await used(...Array.from({ length: 100 }, (_, n) => n));
    const later = plusMs(START, 60 * DAY_MS);
    const removed = await Promise.all(
      Array.from({ length: 10 }, () => keys.removeExpired(later, 10)),
    );
    const sum = removed.reduce((a, b) => a + b, 0);
    expect(sum).toBe(100 - (await kept()).length);
    expect(sum).toBeGreaterThan(0);
  });

  it('stay while seeding, which finds its own again, has not reached the present', async () => {
    const seeding = new SeedingStore(store.database);
    const later = plusMs(START, 60 * DAY_MS);
    await used(0);
    await seeding.record({ done: 1, total: 2, finishedAt: null });
    expect(await keys.removeExpired(later, 10)).toBe(0);
    await seeding.record({ done: 2, total: 2, finishedAt: later });
    expect(await keys.removeExpired(later, 10)).toBe(1);
  });
});
