import { County, emptyDatabase } from '@hemgang/testing';
import { hemgang } from './run';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(120_000);

interface Finding {
  readonly about: string;
  readonly level: string;
}

const HOUR_MS = 3_600_000;

describe('hemgang doctor', () => {
  let county: County;

  beforeEach(async () => {
    county = await County.open();
    await hemgang(['migrate'], county.databaseUrl);
  });

  afterEach(() => county.close());

  async function examined(databaseUrl = county.databaseUrl) {
    const { code, out } = await hemgang(['doctor', '--json'], databaseUrl);
    const { findings } = JSON.parse(out) as { findings: Finding[] };
    return { code, levels: Object.fromEntries(findings.map((each) => [each.about, each.level])) };
  }

  it('finds nothing wrong with a healthy service, and looks at everything', async () => {
    await county.told();
    expect(await examined()).toEqual({
      code: 0,
      levels: {
        workflows: 'ok',
        database: 'ok',
        migrations: 'ok',
        queue: 'ok',
        clock: 'ok',
        outbox: 'ok',
        timers: 'ok',
        seeding: 'ok',
      },
    });
  });

  it('says it in words, one line for each thing', async () => {
    const { out } = await hemgang(['doctor'], county.databaseUrl);
    expect(out.split('\n')).toHaveLength(8);
    expect(out).toContain('Databasen svarar.');
  });

  it('finds notices and reminders that nobody carries on', async () => {
    await county.told();
    await county.service.advanceClock(48 * HOUR_MS);
    const { code, levels } = await examined();
    expect(code).toBe(1);
    expect(levels).toMatchObject({ outbox: 'fault', timers: 'fault', database: 'ok' });
  });

  it('finds a notice that has been laid aside', async () => {
    await county.told();
    const { outbox, clock } = county.service;
    const rows = await outbox.claim(10, clock.now());
    await outbox.park([rows[0]!.id], 'NO_HANDLER', clock.now());
    const { code, levels } = await examined();
    expect(code).toBe(1);
    expect(levels['outbox']).toBe('fault');
  });

  it('warns of a county that is not complete, and takes its delays for what they are', async () => {
    await county.told();
    await county.service.seeding.record({ done: 3, total: 9, finishedAt: null });
    await county.service.advanceClock(48 * HOUR_MS);
    const { code, levels } = await examined();
    expect(code).toBe(0);
    expect(levels).toMatchObject({ outbox: 'warning', timers: 'warning', seeding: 'warning' });
  });

  it('finds a database without tables', async () => {
    const empty = await emptyDatabase();
    try {
      const { code, levels } = await examined(empty.url);
      expect(code).toBe(1);
      expect(levels).toMatchObject({ database: 'ok', migrations: 'fault' });
    } finally {
      await empty.drop();
    }
  });
});
