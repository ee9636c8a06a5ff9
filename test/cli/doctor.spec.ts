import { County, emptyDatabase, query } from '@hemgang/testing';
import { server } from '../../apps/cli/doctor-checks';
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
        server: 'ok',
        roles: 'ok',
        migrations: 'ok',
        queue: 'ok',
        clock: 'ok',
        definitions: 'ok',
        outbox: 'ok',
        webhooks: 'ok',
        timers: 'ok',
        seeding: 'ok',
        seals: 'ok',
        erasures: 'ok',
      },
    });
  });

  it('says it in words, one line for each thing', async () => {
    const { out } = await hemgang(['doctor'], county.databaseUrl);
    expect(out.split('\n')).toHaveLength(14);
    expect(out).toContain('Databasen svarar.');
    expect(out).toMatch(/^ok +server +PostgreSQL \d+\.\d+/m);
  });

  it.each([
    [{ version: '14.13', major: 14 }, 'fault', 'PostgreSQL 14.13 is too old.'],
    [{ version: '15.0', major: 15 }, 'ok', 'PostgreSQL 15.0.'],
  ])('finds a server that is too old: %j', (found, level, words) => {
    const { level: judged, text } = server(found);
    expect(judged).toBe(level);
    expect(text.en).toContain(words);
  });

  it('finds cases whose process is not here, or says something else here', async () => {
    const { databaseUrl } = county;
    for (let count = 0; count < 4; count += 1) await county.told();
    const change = (set: string) =>
      query(
        databaseUrl,
        `update cases set ${set} where workflow_version = 1
        and id = (select max(id::text)::uuid from cases where workflow_version = 1
                  and definition_hash <> 'other')`,
      );
    await change('workflow_version = 77');
    await change('workflow_version = 77');
    await change(`definition_hash = 'other'`);
    const { code, out } = await hemgang(['doctor'], databaseUrl);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^FEL +definitions +1 ärende följer en annan lydelse av discharge 1 än den som finns här; 2 ärenden följer discharge 77, som inte finns här\.$/m,
    );
  });

  it('does not mind on what a closed case ran', async () => {
    await county.told();
    await query(
      county.databaseUrl,
      `update cases set definition_hash = 'other',
         state = state || jsonb_build_object('closedAt', opened_at)`,
    );
    expect((await examined()).levels).toMatchObject({ definitions: 'ok' });
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

  it('finds a database that does not answer', async () => {
    const { code, levels } = await examined('postgres://nobody:secret@127.0.0.1:1/nothing');
    expect({ code, levels }).toEqual({ code: 1, levels: { workflows: 'ok', database: 'fault' } });
  });

  it('finds a database without tables', async () => {
    const empty = await emptyDatabase();
    try {
      const { code, levels } = await examined(empty.url);
      expect(code).toBe(1);
      expect(levels).toMatchObject({ database: 'ok', server: 'ok', migrations: 'fault' });
    } finally {
      await empty.drop();
    }
  });
});
