import { ClockStore } from './clock-store';
import { DatabaseClock } from './database-clock';
import { Doorbell } from './doorbell';
import { testStore, type TestStore } from './test-store.fixture';
import { until } from './until.fixture';

const DAY_MS = 86_400_000;

describe('the clock of the database', () => {
  let store: TestStore;
  let clock: DatabaseClock;
  const skews: number[] = [];
  beforeEach(async () => {
    store = await testStore();
    clock = await DatabaseClock.start(store.database, { onSkew: (skewMs) => skews.push(skewMs) });
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

  it('warns of a machine whose clock is wrong, and of no other', async () => {
    expect(skews).toEqual([]);
    // As if this machine's clock stood a day ahead.
    const { timeOrigin } = performance;
    const origin = jest
      .spyOn(performance, 'timeOrigin', 'get')
      .mockReturnValue(timeOrigin + DAY_MS);
    await clock.refresh();
    await clock.refresh();
    origin.mockRestore();
    expect(skews).toEqual([expect.any(Number)]);
    expect(Math.abs(skews[0]! - DAY_MS)).toBeLessThan(5_000);
  });
});
