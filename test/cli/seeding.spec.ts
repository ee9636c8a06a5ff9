import { Seeder, type Life } from '@hemgang/cases';
import { DEMO_COUNTY } from '@hemgang/demo';
import { County, query, testDatabase } from '@hemgang/testing';
import { demoLives } from '../../apps/cli/demo-lives';
import { hemgang } from './run';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(240_000);

const SOME = 5;
const HOUR_MS = 3_600_000;

interface CaseRow {
  readonly id: string;
  readonly version: number;
  readonly openedAt: string;
  readonly word: string;
}

describe('seeding', () => {
  let county: County;
  let seeder: Seeder;
  const lives = demoLives().lives.slice(0, SOME);
  /** The present of the last run: the clock goes on while lives are lived and looked at. */
  let present: string;

  beforeEach(async () => {
    county = await County.open();
    const { service } = county;
    seeder = new Seeder(service, (progress) => service.seeding.record(progress));
  });

  afterEach(() => county.close());

  /** Lives through `of`, from where an earlier run has come, until `stopping`. */
  async function run(
    of: readonly Life[],
    stopping = new AbortController().signal,
    lanes = 2,
    reminds = false,
  ) {
    const begun = await seeder.begin(of.length, DEMO_COUNTY);
    if (typeof begun === 'string') return begun;
    const upTo = of.length;
    const onLived = (): void => undefined;
    present = county.service.clock.now();
    const now = (): string => present;
    const run = { lives: of, upTo, now, lanes, gently: false, stopping, onLived };
    return seeder.run(begun, { ...run, reminds });
  }

  /** The same lives, but the nth is interrupted when it has just been opened. */
  function interrupted(nth: number): { lives: Life[]; stopping: AbortSignal } {
    const stop = new AbortController();
    let asked = 0;
    const wrapped = lives.map((life, index) => ({
      ...life,
      steps(openedAt: string) {
        // First asked for the opening, then for what follows it.
        if (index === nth && (asked += 1) === 2) stop.abort();
        return life.steps(openedAt);
      },
    }));
    return { lives: wrapped, stopping: stop.signal };
  }

  async function caseOf(life: Life, opening = 0): Promise<CaseRow | undefined> {
    const [found] = await query<CaseRow>(
      county.databaseUrl,
      `select c.id, c.version, to_json(c.opened_at) #>> '{}' as "openedAt", word
       from cases c join idempotency i on i.case_id = c.id where i.key = $1`,
      [`${life.key}-${opening}`],
    );
    return found;
  }

  /** Each case holds exactly the steps of its stay that have come, beside the reminders. */
  async function expectLived(life: Life): Promise<void> {
    const { openedAt } = (await caseOf(life))!;
    const lived = life.steps(new Date(openedAt).toISOString()).filter(({ at }) => at <= present);
    for (const nth of new Set(lived.map((step) => step.of))) {
      const { id } = (await caseOf(
        life,
        lived.findIndex((step) => step.of === nth),
      ))!;
      const events = await query<{ type: string; at: Date }>(
        county.databaseUrl,
        `select type, recorded_at as at from events
         where case_id = $1 and actor ->> 'system' is null order by seq`,
        [id],
      );
      expect(events.map(({ type, at }) => [type, new Date(at).toISOString()])).toEqual(
        lived.filter((step) => step.of === nth).map(({ command, at }) => [command, at]),
      );
    }
  }

  async function timersLive(caseId: string): Promise<boolean[]> {
    const rows = await query<{ live: boolean }>(
      county.databaseUrl,
      'select distinct live from timers where case_id = $1',
      [caseId],
    );
    return rows.map(({ live }) => live);
  }

  it('lives each case to the present, and then hands its reminders over', async () => {
    const progress = await run(lives);
    expect(progress).toMatchObject({ done: SOME, total: SOME });
    expect(progress).not.toMatchObject({ finishedAt: null });
    for (const life of lives) {
      await expectLived(life);
      expect(await timersLive((await caseOf(life))!.id)).not.toContain(false);
    }
  });

  it('that is interrupted goes on where it was and repeats nothing', async () => {
    const { lives: those, stopping } = interrupted(3);
    const stopped = await run(those, stopping);
    expect(stopped).toMatchObject({ finishedAt: null });
    const { done } = stopped as { done: number };
    expect(done).toBeLessThanOrEqual(3);
    const broken = (await caseOf(lives[3]!))!;
    expect(broken.version).toBe(1);
    expect(await timersLive(broken.id)).not.toContain(true);

    // Begun now it would have begun at another time; it goes on from when it did begin.
    await county.service.advanceClock(26 * HOUR_MS);
    expect(await run(lives)).toMatchObject({ done: SOME });
    for (const life of lives.slice(done)) await expectLived(life);
    expect((await caseOf(lives[3]!))!.id).toBe(broken.id);
    const admissions = await Promise.all(
      lives.map(async (life) => {
        const { openedAt } = (await caseOf(life))!;
        const steps = life.steps(new Date(openedAt).toISOString());
        return steps.filter(({ command, at }) => command === 'admit' && at <= present).length;
      }),
    );
    const cases = await query(county.databaseUrl, 'select from cases');
    expect(cases).toHaveLength(admissions.reduce((sum, count) => sum + count));
  });

  it('that was killed before it could note its progress repeats nothing either', async () => {
    await run(lives);
    await county.service.seeding.record({ done: 0, total: SOME, finishedAt: null });
    expect(await run(lives, undefined, 1)).toMatchObject({ done: SOME });
    for (const life of lives) await expectLived(life);
  });

  it('leaves a case to those who have gone on with it', async () => {
    const { lives: those, stopping } = interrupted(0);
    await run(those, stopping, 1);
    const { id } = (await caseOf(lives[0]!))!;
    const nurse = lives[0]!.steps('2026-11-01T10:00:00.000Z')[0]!.by;
    await county.give(id, 'register-death', nurse);

    expect(await run(lives)).toMatchObject({ done: SOME });
    expect((await caseOf(lives[0]!))!.version).toBe(2);
    await expectLived(lives[1]!);
  });

  it('fails loudly when the script and the process do not agree, and names no patient', async () => {
    const [first] = lives as [Life];
    const wrong: Life = {
      ...first,
      steps: (openedAt) =>
        first
          .steps(openedAt)
          .map((step, index) =>
            index === 1 ? { ...step, command: 'take-over', names: null } : step,
          ),
    };
    await expect(run([wrong])).rejects.toThrow(
      `${first.key}: step 1 (take-over) was refused with ROLE_NOT_ALLOWED`,
    );
  });

  it('touches no database that holds other cases, and none that is finished', async () => {
    await county.admit();
    expect(await run(lives)).toBe('holds-other-cases');
    const { code, out } = await hemgang(['seed', '--rest'], county.databaseUrl);
    expect({ code, out }).toEqual({
      code: 0,
      out: 'Databasen innehåller redan ärenden. Inget har fyllts på.',
    });
    expect(await query(county.databaseUrl, 'select from cases')).toHaveLength(1);

    const finishedAt = county.service.clock.now();
    await county.service.seeding.record({ done: 1, total: 1, finishedAt });
    const again = await hemgang(['seed', '--until-ready', '--json'], county.databaseUrl);
    expect(JSON.parse(again.out)).toEqual({ nothing: 'finished' });
  });
});

describe('hemgang seed --until-ready', () => {
  it('leaves more than a hundred open cases in every state, with work for the named people', async () => {
    const database = await testDatabase();
    try {
      const { code, out } = await hemgang(['seed', '--until-ready', '--json'], database.url);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ finishedAt: null, stopped: false });
      const words = await query<{ word: string; count: number }>(
        database.url,
        `select word, count(*)::int as count from cases
           where type = 'discharge' and state ->> 'closedAt' is null
           group by word order by word`,
      );
      expect(words.map(({ word }) => word)).toEqual([
        'admitted',
        'left',
        'planning',
        'utskrivningsklar',
      ]);
      expect(words.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(100);
      const sips = await query(database.url, `select from cases where type = 'sip'`);
      expect(sips.length).toBeGreaterThan(5);
      const facts = await query(database.url, `select from outbox where job = 'tell-case'`);
      expect(facts).toEqual([]);
      const units = ['nus-medicin-2', 'umea-bistand-norr', 'ersboda-halsocentral'];
      for (const unit of units) {
        const duties = await query(
          database.url,
          'select from duties where unit = $1 and closed_seq is null',
          [unit],
        );
        expect(duties.length).toBeGreaterThan(10);
      }
    } finally {
      await database.drop();
    }
  });
});
