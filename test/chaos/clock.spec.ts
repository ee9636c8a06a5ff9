import { HOUR_MS, instant, MINUTE_MS, SECOND_MS } from '@hemgang/kernel';
import { waitUntil } from '@hemgang/dev-services';
import { County, IS_FULL, recordFinding } from '@hemgang/testing';
import { ApiServer } from '../api/api-server.fixture';
import {
  lookAt,
  sleep,
  TurnedWorker,
  type Fired,
  type Look,
  type WallClock,
} from './clock.fixture';

jest.setTimeout(10 * 60_000);

const DAY_MS = 24 * HOUR_MS;

/** So long before a reminder is due it is looked whether it comes too early. */
const BEFORE_MS = 1_200;

/** A clock that is looked at every ten seconds, and a busy machine. */
const FIRED_WITHIN_MS = 20 * SECOND_MS;
const WARNED_WITHIN_MS = 30 * SECOND_MS;

/** What happens to the machine's clock, one after another; `npm test` tries the worst. */
const TURNS: readonly {
  readonly name: string;
  readonly wall: WallClock;
  readonly full: boolean;
}[] = [
  { name: 'an hour ahead', wall: { aheadMs: HOUR_MS }, full: false },
  { name: 'an hour behind', wall: { aheadMs: -HOUR_MS }, full: true },
  { name: 'a day ahead', wall: { aheadMs: DAY_MS }, full: true },
  { name: 'a day behind', wall: { aheadMs: -DAY_MS }, full: false },
  { name: 'right again', wall: { aheadMs: 0 }, full: false },
  { name: 'standing still', wall: { frozen: true }, full: true },
  { name: 'right after it had stood still', wall: { aheadMs: 0 }, full: true },
];

/** Ten minutes before the clocks of Sweden are put forward, and back. */
const CLOCK_CHANGES = ['2027-03-28T00:50:00.000Z', '2027-10-31T00:50:00.000Z'];

describe('a machine whose clock is wrong', () => {
  let county: County;
  let worker: TurnedWorker;
  const fired: Fired[] = [];
  const faults: string[] = [];
  /** Fired although the database had not said so. */
  let early = 0;

  beforeAll(async () => {
    county = await County.open();
    await county.openAtAllHours();
    worker = await TurnedWorker.start(county.databaseUrl, { aheadMs: 10 * MINUTE_MS });
  });

  afterAll(async () => {
    recordFinding('clock', {
      promise: "The machine's clock jumps, stands still and is wrong; both clock changes",
      figures: {
        reminders: fired.length,
        'fired early': early,
        'lateness max, ms': Math.round(Math.max(0, ...fired.map(lateness))),
        'warnings, s': worker.warnings.map(({ skewMs }) => Math.round(skewMs / 1_000)).join(' '),
        faults: faults.length,
      },
    });
    await worker.stop();
    await county.close();
  });

  const lateness = ({ firedFor, recordedAt }: Fired): number => recordedAt - firedFor;

  const advanceUntil = async (ms: number): Promise<void> => {
    const byMs = Math.floor(ms - Date.parse(county.service.clock.now()));
    if (byMs > 0) await county.service.advanceClock(byMs);
  };

  /**
   * Waits for the next reminder of a case, and watches that it does not come too early.
   * @param before how it stood when the reminder had certainly not come
   */
  const watchNext = async (caseId: string, what: string, before: Look): Promise<void> => {
    if (before.next === null) throw new Error('The case has nothing to remind of.');
    const { next } = before;
    const isFired = async (): Promise<boolean> => {
      const look = await lookAt(county.databaseUrl, caseId);
      const isThere = look.fired.length > before.fired.length;
      // The look was taken when the database's time was `now`: what is there by then came before.
      if (isThere && look.now < next) early += 1;
      return isThere;
    };
    if (!(await waitUntil(isFired, FIRED_WITHIN_MS + BEFORE_MS))) faults.push(`${what}: lost`);
    const { fired: now } = await lookAt(county.databaseUrl, caseId);
    const come = now.slice(before.fired.length);
    if (come.some((each) => lateness(each) < 0)) faults.push(`${what}: early`);
    fired.push(...come);
  };

  /** Goes to just before the next reminder of a case, and watches it. */
  const goAndWatch = async (caseId: string, what: string): Promise<void> => {
    const before = await lookAt(county.databaseUrl, caseId);
    await advanceUntil((before.next ?? 0) - BEFORE_MS);
    await watchNext(caseId, what, before);
  };

  const watchNew = async (what: string): Promise<void> => {
    const { caseId } = await county.told();
    await goAndWatch(caseId, what);
  };

  const warned = (aheadMs: number): Promise<boolean> =>
    waitUntil(() => {
      const last = worker.warnings.at(-1);
      return last !== undefined && Math.abs(last.skewMs - aheadMs) < 5_000;
    }, WARNED_WITHIN_MS);

  it('says that it differs ten minutes from the database, and reminds in time', async () => {
    expect(await warned(10 * MINUTE_MS)).toBe(true);
    await watchNew('ten minutes ahead');
    expect(worker.warnings).toHaveLength(1);
    expect([early, faults]).toEqual([0, []]);
  });

  it.each(TURNS.filter(({ full }) => IS_FULL || !full))(
    'reminds in time, and says so, when its clock is $name',
    async ({ name, wall }) => {
      const told = worker.warnings.length;
      await worker.turn(wall);
      await watchNew(name);
      expect([early, faults]).toEqual([0, []]);
      // Each advance of the demo's clock has it look at the database at once.
      if ('aheadMs' in wall) {
        expect(await warned(wall.aheadMs)).toBe(true);
        expect(worker.warnings).toHaveLength(told + 1);
        expect(worker.warnings.at(-1)?.isSkewed).toBe(wall.aheadMs !== 0);
      } else {
        expect(await waitUntil(() => worker.warnings.length > told, WARNED_WITHIN_MS)).toBe(true);
        expect(worker.warnings.at(-1)?.skewMs).toBeLessThan(-2_000);
      }
    },
  );

  it('is not early when it has slept, and looks again within ten seconds', async () => {
    const { caseId } = await county.told();
    const before = await lookAt(county.databaseUrl, caseId);
    await sleep(county.databaseUrl, Math.floor((before.next ?? 0) - before.now));
    await watchNext(caseId, 'slept', before);
    await county.service.clock.refresh();
    expect([early, faults]).toEqual([0, []]);
    expect(lateness(fired.at(-1)!)).toBeLessThan(FIRED_WITHIN_MS);
  });

  it.each(CLOCK_CHANGES)('reminds in time across the clock change after %s', async (at) => {
    await advanceUntil(Date.parse(at));
    const { caseId } = await county.told();
    // Its first reminders lie beyond the change, which happens while it waits.
    const first = await lookAt(county.databaseUrl, caseId);
    expect(instant(first.next ?? 0) > at).toBe(true);
    await goAndWatch(caseId, at);
    await goAndWatch(caseId, at);
    expect([early, faults]).toEqual([0, []]);
  });
});

describe('the figures of a machine whose clock is wrong', () => {
  it('name the skew', async () => {
    const api = await ApiServer.start();
    const wall = jest
      .spyOn(Date, 'now')
      .mockImplementation(() => performance.timeOrigin + performance.now() + HOUR_MS);
    await api.county.service.clock.refresh();
    wall.mockRestore();
    const { text } = await api.get('/metrics');
    const skew = Number(/^hemgang_clock_skew_seconds (\S+)$/m.exec(text)?.[1]);
    expect(Math.abs(skew - 3_600)).toBeLessThan(5);
    await api.stop();
  });
});
