import { plusMs } from '@hemgang/kernel';
import { CaseStore } from './case-store';
import { dutyRow, following, opening, START, timerRow } from './case-write.fixture';
import { SeedingStore } from './seeding-store';
import { testStore, type TestStore } from './test-store.fixture';
import { TimerStore } from './timer-store';

const at = (minutes: number): string => plusMs(START, minutes * 60_000);

describe('due timers', () => {
  let store: TestStore;
  let timers: TimerStore;
  let cases: CaseStore;
  beforeAll(async () => {
    store = await testStore();
    timers = new TimerStore(store.database);
    cases = new CaseStore(store.database);
  });
  beforeEach(() => store.sql('delete from timers'));
  afterAll(() => store.end());

  /** Cases of one duty each, whose timers fire after these minutes. */
  async function firing(...minutes: readonly number[]): Promise<string[]> {
    const writes = minutes.map((minute) =>
      opening({ duties: [dutyRow('d')], timers: [timerRow('d', at(minute))] }),
    );
    for (const write of writes) expect(await cases.write(write)).toEqual({ kind: 'written' });
    return writes.map(({ caseId }) => caseId);
  }

  it('come in the order in which they are due, and none early', async () => {
    await firing(30, 10, 20, 41);
    const due = await timers.due(at(40), 10);
    expect(due.map(({ fireAt }) => fireAt)).toEqual([at(10), at(20), at(30)]);
  });

  it('come with what their command needs', async () => {
    const [caseId] = await firing(10);
    expect(await timers.due(at(10), 10)).toEqual([
      { caseId, duty: 'd', step: 'first', due: at(10), fireAt: at(10) },
    ]);
  });

  it('tell when the next one fires', async () => {
    expect(await timers.nextFireAt()).toBeNull();
    await firing(30, 10);
    expect(await timers.nextFireAt()).toBe(at(10));
    await timers.due(at(10), 1);
    expect(await timers.nextFireAt()).toBe(at(30));
  });

  it('are shared by sweepers without overlap', async () => {
    await firing(...Array.from({ length: 60 }, (_, n) => n));
    const sweep = async (): Promise<string[]> => {
      const mine: string[] = [];
      for (let due = await timers.due(at(90), 7); due.length > 0;) {
        mine.push(...due.map(({ caseId }) => caseId));
        due = await timers.due(at(90), 7);
      }
      return mine;
    };
    const mine = (await Promise.all([sweep(), sweep(), sweep()])).flat();
    expect(mine).toHaveLength(60);
    expect(new Set(mine).size).toBe(60);
  });

  it('come again when a sweeper has died with them', async () => {
    const [caseId] = await firing(0);
    expect(await timers.due(at(0), 10)).toHaveLength(1);
    expect(await timers.due(plusMs(at(0), 9_999), 10)).toEqual([]);
    expect(await timers.due(plusMs(at(0), 10_000), 10)).toMatchObject([{ caseId }]);
  });

  it('are free at once when their command has set the next one', async () => {
    const write = opening({ duties: [dutyRow('d')], timers: [timerRow('d', at(0))] });
    expect(await cases.write(write)).toEqual({ kind: 'written' });
    await timers.due(at(1), 10);
    const next = following(write, { duties: [dutyRow('d')], timers: [timerRow('d', at(1))] });
    expect(await cases.write(next)).toEqual({ kind: 'written' });
    expect(await timers.due(at(1), 10)).toMatchObject([{ fireAt: at(1) }]);
  });

  it('of a case that is being seeded wait until it has reached the present', async () => {
    const write = opening({
      duties: [dutyRow('d')],
      timers: [timerRow('d', at(0))],
      seeding: true,
    });
    expect(await cases.write(write)).toEqual({ kind: 'written' });
    expect(await timers.due(at(1), 10)).toEqual([]);
    expect(await timers.nextFireAt()).toBeNull();
    await new SeedingStore(store.database).release([write.caseId]);
    expect(await timers.due(at(1), 10)).toMatchObject([{ caseId: write.caseId }]);
  });
});
