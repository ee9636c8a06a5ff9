import { derivedUrls } from '@hemgang/config';
import { recordFinding, times } from '@hemgang/testing';
import { CaseStore } from '../case-store';
import { following, notice, opening, START } from '../case-write.fixture';
import type { Reader } from '../database';
import { openDatabases, type Databases } from '../databases';
import { OutboxStore } from '../outbox-store';
import type { Query } from '../query';
import { testStore, type TestStore } from '../test-store.fixture';

/** Tens of thousands of readings beside other suites. */
jest.setTimeout(900_000);

const UNITS = 8;
const CASES_OF_EACH = 3;
/** Readers at one time; each connection serves fifty of them, in turn and together. */
const AT_ONCE = 200;
const CONNECTIONS = 4;
const READS = times({ quick: 4_000, full: 40_000 });
/** Every so many reads one asks outside of any context. */
const WITHOUT_EVERY = 20;

const unitOf = (n: number): string => `unit-${n % UNITS}`;
const readerOf = (n: number): Reader => ({
  unit: unitOf(n),
  controller: `controller-${n % UNITS}`,
  staff: `staff-${n % UNITS}`,
});

const COUNT = { name: 'count-cases', text: 'select count(*)::int as n from cases' };

describe('readers of different units on a few connections', () => {
  let store: TestStore;
  let databases: Databases;
  const caseIds: string[] = [];

  beforeAll(async () => {
    store = await testStore();
    databases = await openDatabases({
      ...{ databases: derivedUrls(store.url), poolSize: CONNECTIONS },
      applicationName: 'hemgang-test',
    });
    const cases = new CaseStore(databases.writes);
    for (let n = 0; n < UNITS * CASES_OF_EACH; n += 1) {
      const parties = [
        { unit: unitOf(n), handover: null, kind: 'discharge', since: START, until: null },
      ];
      const first = opening({ parties });
      caseIds.push(first.caseId);
      await cases.write({ ...first, outbox: [notice(first.caseId, 1, unitOf(n))] });
      await cases.write(following(first));
    }
    const outbox = new OutboxStore(databases.works);
    const rows = await outbox.claim(caseIds.length, START);
    await outbox.handleNotices(rows.map(({ id }) => id), START); // prettier-ignore
  });

  afterAll(async () => {
    await databases.close();
    await store.end();
  });

  /** What a reader is told of a unit, asked for with that unit's own name. */
  const noticesOf = async (reader: Reader, unit: string, isAtOnce: boolean): Promise<number> => {
    const work = async (query: Query): Promise<{ readonly count: number }> => {
      const page = await query.notices({ unit, staff: 'anna' }, null, CASES_OF_EACH + 1);
      if (page.kind !== 'page') throw new Error('no cursor was given');
      return { count: page.items.length };
    };
    const { reads } = databases;
    const told = isAtOnce ? reads.readAtOnce(reader, work) : reads.read(reader, work);
    return (await told).count;
  };

  it('never see what another one sees, and nothing outside of a context', async () => {
    const wrong: string[] = [];
    let next = 0;
    let foreign = 0;
    let without = 0;
    const reading = async (): Promise<void> => {
      for (let n = next++; n < READS; n = next++) {
        if (n % WITHOUT_EVERY === 0) {
          const [row] = await databases.reads.run<{ n: number }>(COUNT, []);
          without += 1;
          if (row?.n !== 0) wrong.push(`${n}: outside of a context`);
          continue;
        }
        const isOwn = n % 3 === 0;
        if (!isOwn) foreign += 1;
        const asked = isOwn ? unitOf(n) : unitOf(n + 1);
        const count = await noticesOf(readerOf(n), asked, n % 10 !== 1);
        if (count !== (isOwn ? CASES_OF_EACH : 0)) wrong.push(`${n}: ${asked} ${count}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, reading));
    recordFinding('walls-pool', {
      promise: 'Readers of different units over a small pool: nobody sees what is another’s',
      figures: { reads: READS, foreign, 'without a context': without, leaks: wrong.length },
    });
    expect(wrong).toEqual([]);
  });

  it('see the whole of their own cases and nothing of others, when they fail in between, too', async () => {
    const fail = databases.reads.read(readerOf(0), async (query) => {
      await query.caseView(caseIds[0]!);
      throw new Error('stop');
    });
    await expect(fail).rejects.toThrow('stop');
    const views = await Promise.all(
      caseIds.map((id) => databases.reads.readAtOnce(readerOf(1), (q) => q.caseView(id, true))),
    );
    const seen = views.map((view) => view?.log.length ?? null);
    expect(seen).toEqual(caseIds.map((_, n) => (unitOf(n) === unitOf(1) ? 2 : null)));
  });
});
