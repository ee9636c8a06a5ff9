import { ClockStore } from './clock-store';
import { DatabaseClock } from './database-clock';
import { Doorbell } from './doorbell';
import { openDatabase } from './open-database';
import { testStore, type TestStore } from './test-store.fixture';
import { until } from './until.fixture';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('the clock of the database', () => {
  let store: TestStore;
  let clock: DatabaseClock;
  /** What this machine's own clock shows; right, unless a test turns it. */
  let wallMs: () => number;
  const told: [seconds: number, isSkewed: boolean][] = [];
  const options = {
    wallMs: () => wallMs(),
    onSkew: (skewMs: number, isSkewed: boolean) =>
      // Plus nothing, so that no zero is negative.
      void told.push([Math.round(skewMs / 1_000) + 0, isSkewed]),
  };
  beforeEach(async () => {
    wallMs = Date.now;
    told.length = 0;
    store = await testStore();
    clock = await DatabaseClock.start(store.database, options);
  });
  afterEach(async () => {
    clock.stop();
    await store.end();
  });

  async function databaseMs(): Promise<number> {
    const [row] = await store.sql<{ ms: number }>(
      `select extract(epoch from clock_timestamp())::float8 * 1000 as ms`,
    );
    return row!.ms;
  }

  it('tells the time of the database and carries it on', async () => {
    for (let round = 0; round < 3; round += 1) {
      const before = await databaseMs();
      const now = Date.parse(clock.now());
      const after = await databaseMs();
      expect(now).toBeGreaterThanOrEqual(before - 1_000);
      expect(now).toBeLessThanOrEqual(after + 1_000);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const early = clock.now();
    expect(await until(() => clock.now(), (now) => now > early)).not.toBe(early); // prettier-ignore
  });

  it('moves forward by the offset of the demo once it has looked again', async () => {
    const before = Date.parse(clock.now());
    expect(await new ClockStore(store.database).advance(3 * DAY_MS)).toBe(3 * DAY_MS);
    await clock.refresh();
    const moved = Date.parse(clock.now()) - before;
    expect(moved).toBeGreaterThanOrEqual(3 * DAY_MS);
    expect(moved).toBeLessThan(3 * DAY_MS + 5_000);
  });

  it('never goes back, also when the database does', async () => {
    const demo = new ClockStore(store.database);
    await demo.advance(DAY_MS);
    await clock.refresh();
    const ahead = clock.now();
    await store.sql('update clock set offset_ms = 0');
    await clock.refresh();
    expect(clock.now()).toBe(ahead);
    expect(clock.now()).toBe(ahead);
    await demo.advance(2 * DAY_MS);
    await clock.refresh();
    expect(clock.now() > ahead).toBe(true);
  });

  it('is carried on while the database cannot be reached', async () => {
    const before = clock.now();
    await store.sql('alter table clock rename to gone');
    await clock.refresh();
    expect(clock.now() >= before).toBe(true);
    await store.sql('alter table gone rename to clock');
  });

  it('announces a new offset to every process', async () => {
    const doorbell = new Doorbell(store.database);
    doorbell.listen((topic) => topic === 'clock' && void clock.refresh());
    const before = Date.parse(clock.now());
    await new ClockStore(store.database).advance(DAY_MS);
    const moved = await until(
      () => Date.parse(clock.now()) - before,
      (ms) => ms >= DAY_MS,
    );
    expect(moved).toBeGreaterThanOrEqual(DAY_MS);
    await doorbell.close();
  });

  it.each([0, -1, 0.5, Number.NaN])('refuses to move by %s', async (ms) => {
    await expect(new ClockStore(store.database).advance(ms)).rejects.toThrow(RangeError);
  });

  const ahead = (ms: number) => () => Date.now() + ms;

  it('says nothing of a machine whose clock is right', async () => {
    await clock.refresh();
    expect(told).toEqual([]);
    expect(Math.abs(clock.skewMs)).toBeLessThan(1_000);
  });

  it.each([
    ['an hour ahead', HOUR_MS],
    ['an hour behind', -HOUR_MS],
    ['a day ahead', DAY_MS],
    ['a day behind', -DAY_MS],
    ['ten minutes ahead', HOUR_MS / 6],
  ])(
    'tells once that the machine is %s, and when it is right again; time goes on',
    async (_, ms) => {
      const before = Date.parse(clock.now());
      wallMs = ahead(ms);
      await clock.refresh();
      await clock.refresh();
      expect(told).toEqual([[ms / 1_000, true]]);
      expect(Math.abs(clock.skewMs - ms)).toBeLessThan(1_000);
      const now = Date.parse(clock.now());
      expect(now).toBeGreaterThanOrEqual(before);
      expect(now).toBeLessThanOrEqual(await databaseMs());
      wallMs = Date.now;
      await clock.refresh();
      await clock.refresh();
      expect(told).toEqual([
        [ms / 1_000, true],
        [0, false],
      ]);
    },
  );

  it('tells of a clock that stands still each time that it is half as much further off', async () => {
    const seconds = [1, 3, 4, 6, 8, 10, 14, 20, 28, 40];
    for (const each of seconds) {
      wallMs = ahead(-each * 1_000);
      await clock.refresh();
    }
    expect(told.map(([skew]) => skew)).toEqual([-3, -6, -10, -20, -40]);
  });

  it('is never ahead of the database, however long the question waits for a connection', async () => {
    const { url: databaseUrl } = store;
    const one = { databaseUrl, poolSize: 1, applicationName: 'hemgang-test' };
    const database = await openDatabase(one);
    const slow = await DatabaseClock.start(database, options);
    for (const isBusy of [false, true, false]) {
      const busy = isBusy ? database.run({ name: '', text: 'select pg_sleep(0.5)' }, []) : null;
      await Promise.all([busy, slow.refresh()]);
      const now = Date.parse(slow.now());
      expect(now).toBeLessThanOrEqual(await databaseMs());
      expect(now).toBeGreaterThan((await databaseMs()) - 5_000);
    }
    slow.stop();
    await database.close();
  });

  it('is late after the machine has slept, never early, until it looks again', async () => {
    const asleepMs = HOUR_MS;
    // The database has gone on for an hour while this machine's counter stood still.
    await new ClockStore(store.database).advance(asleepMs);
    const late = Date.parse(clock.now());
    expect(late).toBeLessThan((await databaseMs()) + asleepMs - HOUR_MS / 2);
    await clock.refresh();
    expect(Date.parse(clock.now())).toBeLessThanOrEqual((await databaseMs()) + asleepMs);
    expect(Date.parse(clock.now())).toBeGreaterThan((await databaseMs()) + asleepMs - 5_000);
  });
});
