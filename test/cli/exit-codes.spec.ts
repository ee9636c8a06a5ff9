import { emptyDatabase, testDatabase, type TestDatabase } from '@hemgang/testing';
import { hemgang } from './run';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(120_000);

/** Never connected to. */
const NOWHERE = 'postgres://nobody:geheim@127.0.0.1:1/nothing';

const ALL = [
  'migrate',
  'seed',
  'simulate',
  'case show',
  'clock',
  'clock advance',
  'directory import',
  'unit close',
  'access review',
  'payment case',
  'payment compare',
  'payment rates add',
  'payment rates list',
  'doctor',
  'workflow plan',
  'workflow apply',
  'workflow undo',
];

describe('hemgang', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });

  afterAll(() => database.drop());

  it.each([['--help'], ['-h'], ['help'], []])('lists every command: %s', async (...args) => {
    const { code, out } = await hemgang(args, NOWHERE);
    expect(code).toBe(0);
    for (const name of ALL) expect(out).toContain(`hemgang ${name}`);
  });

  it.each([
    [['sprutan']],
    [['case']],
    [['case', 'show']],
    [['case', 'show', 'inte-ett-id']],
    [['case', 'show', '00000000-0000-4000-8000-000000000000']],
    [['seed']],
    [['seed', '--until-ready', '--rest']],
    [['doctor', '--rest']],
    [['doctor', '--days', '3']],
    [['simulate']],
    [['simulate', '--days', '30']],
    [['simulate', '--days', '--seed', '7']],
    [['doctor', 'alla']],
    [['--personnummer', '194605299817']],
    [['doctor', '--lang', 'fi']],
    [['workflow']],
    [['workflow', 'apply', 'discharge']],
    [['workflow', 'plan', 'discharge', 'sprutan']],
    [['workflow', 'undo', 'discharge', '99']],
    [['payment', 'compare']],
    [['payment', 'case']],
    [['payment', 'case', 'inte-ett-id']],
    [['payment', 'case', '00000000-0000-4000-8000-000000000000']],
    [['payment', 'rates']],
    [['payment', 'rates', 'list', '2026']],
    [['payment', 'rates', 'add', '--year', '2026', '--kronor', '12300']],
    [['clock', 'advance']],
    [['clock', 'advance', '3']],
    [['clock', 'advance', '0d']],
    [['clock', 'advance', '-1d']],
    [['clock', 'advance', '999999d']],
    [['directory', 'import']],
    [['directory', 'import', 'ingenstans.json']],
    [['unit', 'close', 'ingenstans']],
    [['unit', 'close', 'ingenstans', 'heller-inte']],
  ])('answers bad input with 2 and one sentence: %s', async (args) => {
    const { code, out, err } = await hemgang(args, database.url);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^\S.*[^\s]$/);
    expect(err).not.toMatch(/\n|194605299817|sprutan|inte-ett-id/);
  });

  it.each([
    ['seed', '--until-ready'],
    ['clock', 'advance', '1d'],
  ])('refuses in production what belongs to a demo: %s %s', async (...args) => {
    const { code, err } = await hemgang(args, database.url, { mode: 'production' });
    expect(code).toBe(2);
    expect(err).toContain('övningsläge');
  });

  it('says what to do when the database has no tables', async () => {
    const empty = await emptyDatabase();
    try {
      const { code, err } = await hemgang(['clock'], empty.url);
      expect(code).toBe(2);
      expect(err).toBe(
        'Databasen saknar något som den här versionen behöver. Kör hemgang migrate.',
      );
    } finally {
      await empty.drop();
    }
  });

  it('names a wrong setting, never its value', async () => {
    const { code, err } = await hemgang(['clock'], 'mysql://geheim', { mode: 'lek' });
    expect(code).toBe(2);
    expect(err).toContain('HEMGANG_MODE');
    expect(err).toContain('DATABASE_URL');
    expect(err).not.toMatch(/geheim|lek\b/);
  });

  it('prints one JSON document with --json, also about what went wrong', async () => {
    const shown = await hemgang(['clock', '--json'], database.url);
    expect(JSON.parse(shown.out)).toEqual({ now: expect.stringMatching(/Z$/) });
    const refused = await hemgang(['clock', 'advance', 'x', '--json'], database.url);
    expect(JSON.parse(refused.out)).toEqual({ error: refused.err });
  });

  it('speaks English when asked', async () => {
    expect((await hemgang(['--help', '--lang', 'en'], NOWHERE)).out).toContain('for operators');
  });
});

describe('hemgang clock advance', () => {
  it('moves the time of everybody forward', async () => {
    const database = await testDatabase();
    try {
      const now = async (): Promise<number> =>
        Date.parse(JSON.parse((await hemgang(['clock', '--json'], database.url)).out).now);
      const before = await now();
      for (const step of ['3d', '12h', '90m']) {
        expect((await hemgang(['clock', 'advance', step], database.url)).code).toBe(0);
      }
      const hours = ((await now()) - before) / 3_600_000;
      expect(hours).toBeGreaterThanOrEqual(85.5);
      expect(hours).toBeLessThan(85.6);
    } finally {
      await database.drop();
    }
  });
});

describe('hemgang migrate', () => {
  it('makes an empty database ready and may be repeated', async () => {
    const empty = await emptyDatabase();
    try {
      for (const _time of [1, 2]) {
        expect((await hemgang(['migrate'], empty.url)).code).toBe(0);
      }
      expect((await hemgang(['doctor'], empty.url)).code).toBe(0);
    } finally {
      await empty.drop();
    }
  });
});
