import { monthPlan } from '@hemgang/demo';
import { contentsOf, County, query, testDatabase, type TestDatabase } from '@hemgang/testing';
import { monthTable } from '../../apps/cli/simulate-table';
import { hemgang } from '../cli/run';
import { simulatedMonth } from './simulated-month.fixture';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(300_000);

const WISH = ['simulate', '--days', '1', '--seed', '7'];

describe('hemgang simulate', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });

  afterAll(() => database.drop());

  it.each([
    [['--days', '0', '--seed', '7'], '--days 30'],
    [['--days', '367', '--seed', '7'], '--days 30'],
    [['--days', '2.5', '--seed', '7'], '--days 30'],
    [['--days', 'trettio', '--seed', '7'], '--days 30'],
    [['--seed', '7'], '--days 30'],
    [['--days', '1', '--seed', 'sju'], '--seed 7'],
    [['--days', '1', '--seed', '1234567890'], '--seed 7'],
    [['--days', '1'], '--seed 7'],
    [['--days', '1', '--seed', '7', 'mer'], 'hemgang simulate'],
  ])('refuses what it cannot read and writes nothing: %s', async (args, right) => {
    const before = await contentsOf(database.url);
    const { code, out, err } = await hemgang(['simulate', ...args], database.url);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(right);
    expect(await contentsOf(database.url)).toEqual(before);
  });

  it('refuses outside demo mode and writes nothing', async () => {
    const before = await contentsOf(database.url);
    const { code, err } = await hemgang(WISH, database.url, { mode: 'production' });
    expect({ code, err }).toEqual({ code: 2, err: 'Länet simuleras bara i övningsläge.' });
    expect(await contentsOf(database.url)).toEqual(before);
  });

  it('refuses a database that holds cases or was seeded, and writes nothing', async () => {
    const county = await County.open();
    try {
      await county.admit();
      const before = await contentsOf(county.databaseUrl);
      const full = await hemgang([...WISH, '--lang', 'en'], county.databaseUrl);
      expect(full).toMatchObject({ code: 2, out: '' });
      expect(full.err).toContain('holds cases already');
      expect(await contentsOf(county.databaseUrl)).toEqual(before);
    } finally {
      await county.close();
    }
    const seeded = await County.open();
    try {
      await seeded.service.seeding.record({ done: 0, total: 9, finishedAt: null });
      const before = await contentsOf(seeded.databaseUrl);
      expect((await hemgang(WISH, seeded.databaseUrl)).code).toBe(2);
      expect(await contentsOf(seeded.databaseUrl)).toEqual(before);
    } finally {
      await seeded.close();
    }
  });

  it('that is stopped says that the county is half, and is not taken up again', async () => {
    const stopped = await testDatabase();
    try {
      const stop = new AbortController();
      stop.abort();
      const { code, err } = await hemgang(WISH, stopped.url, { stopping: stop.signal });
      expect(code).toBe(2);
      expect(err).toContain('Simuleringen avbröts');
      expect(await query(stopped.url, 'select from seeding')).toEqual([]);
    } finally {
      await stopped.drop();
    }
  });

  it('gives the same events for the same seed, and others for another', async () => {
    const [first, again, other] = [
      await simulatedMonth(2, 7),
      await simulatedMonth(2, 7),
      await simulatedMonth(2, 8),
    ];
    await Promise.all([first, again, other].map((month) => month.database.drop()));
    expect(first.told.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(again.told.digest).toBe(first.told.digest);
    expect(again.told).toEqual({ ...first.told, seconds: again.told.seconds });
    expect(other.told.digest).not.toBe(first.told.digest);
    // Two days are too few to judge.
    expect(first.told.turns.filter(({ reached }) => reached !== null)).toEqual([]);
  });

  it('shows how far it has come, and then what happened', async () => {
    const { code, out } = await hemgang(WISH, database.url);
    expect(code).toBe(0);
    expect(out).toMatch(/^Länet lever från /);
    expect(out).toMatch(/^\[#*·*\] +\d+ %$/m);
    expect(out).toMatch(/^1 dygn med frö 7: \d+ vårdtillfällen/m);
    expect(out).toMatch(/^ {2}felsänt +\d+ +\d+,\d % +minst 3,0 %$/m);
    expect(out).toContain('Andelarna bedöms från 28 dygn.');
    expect(out).toMatch(/^ {2}Umeå kommun +\d+$/m);
    // The county is in place: `npm start` goes on with it and adds nothing.
    const again = await hemgang(['seed', '--rest', '--json'], database.url);
    expect(JSON.parse(again.out)).toEqual({ nothing: 'finished' });
  });

  it('finds it wrong when too little of the turns of real life has happened', async () => {
    const county = await County.open();
    try {
      await county.admit();
      const month = monthPlan({ days: 30, seed: 7, now: county.service.clock.now() });
      const outcome = await monthTable(
        county.service,
        { days: 30, seed: 7, month, seconds: 1 },
        'en',
      );
      if (outcome.code === 2) throw new Error('cannot');
      expect(outcome.code).toBe(1);
      expect(outcome.lines.filter((line) => line.endsWith('NOT REACHED'))).toHaveLength(7);
    } finally {
      await county.close();
    }
  });
});
