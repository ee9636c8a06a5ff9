import { randomUUID } from 'node:crypto';
import { openService, type Service } from '@hemgang/cases';
import { derivedUrls } from '@hemgang/config';
import { HOUR_MS } from '@hemgang/kernel';
import { contentsOf, County, query, times } from '@hemgang/testing';
import { hemgang } from '../cli/run';
import {
  faultsOfLife,
  live,
  livesInTheMiddle,
  Shelf,
  upgraded,
  type StoredLife,
} from './live-cases.fixture';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(900_000);

/** The whole count takes a minute to live through. */
const CASES = times({ quick: 30, full: 500 });
/** A few stories are short enough to have ended by now: how many depends on the hour and the day of the week. */
const SPARE = times({ quick: 10, full: 50 });

const TYPE_AND_VERSION = ['discharge', '2'];

interface Moved {
  readonly moved: number;
  readonly left: readonly { readonly caseId: string; readonly why: { readonly sv: string } }[];
  readonly stopped: boolean;
}

interface Planned {
  readonly totals: Readonly<Record<string, number>>;
  readonly cases: readonly { readonly caseId: string }[];
}

describe(`a new version of the process, with ${CASES} live cases`, () => {
  const registry = upgraded();
  let county: County;
  let shelf: Shelf;
  /** The service after the upgrade. */
  let service: Service;
  let before: readonly StoredLife[];

  beforeAll(async () => {
    county = await County.open();
    shelf = await Shelf.at(county.databaseUrl);
    await live(county.service, livesInTheMiddle(CASES + SPARE));
    await county.openAtAllHours();
    const options = {
      databases: derivedUrls(county.databaseUrl),
      mode: 'demo' as const,
      poolSize: 8,
      applicationName: 'hemgang-test-upgraded',
      warn: () => undefined,
    };
    service = await openService(options, registry);
    await remindHalf();
    await takeSome();
    before = await shelf.open();
  });

  afterAll(async () => {
    await service.close();
    await shelf.close();
    await county.close();
  });

  /** Some reminders have gone out, others are owed because the worker stands still. */
  async function remindHalf(): Promise<void> {
    const due = await service.timers.due(service.clock.now(), CASES);
    for (const timer of due) expect(await service.reminders.fire(timer)).toBe('fired');
  }

  /** People have taken duties by name. */
  async function takeSome(): Promise<void> {
    const rows = await query<{ case_id: string; id: string; unit: string }>(
      county.databaseUrl,
      'select case_id, id, unit from duties where closed_seq is null order by case_id, id',
    );
    const own = rows.filter(({ unit }) => hasAccounts(unit));
    for (const { case_id: caseId, id, unit } of own.filter((_, index) => index % 5 === 0)) {
      await county.give(caseId, 'take', somebodyAt(unit), { duty: id });
    }
  }

  /** Outside nobody takes a duty: the ward speaks for them. */
  function hasAccounts(unit: string): boolean {
    return county.service.directory().unit(unit)?.external === null;
  }

  function somebodyAt(unit: string): string {
    const [assignment] = county.service.directory().assignmentsOf(unit);
    if (assignment === undefined) throw new Error(`nobody works at ${unit}`);
    return assignment.id;
  }

  async function run(name: string, stopping?: AbortSignal): Promise<{ code: number; data: Moved }> {
    const more = { registry, ...(stopping === undefined ? {} : { stopping }) };
    const args = ['workflow', name, ...TYPE_AND_VERSION, '--json'];
    const { code, out } = await hemgang(args, county.databaseUrl, more);
    return { code, data: JSON.parse(out) as Moved };
  }

  const faults = (lives: readonly StoredLife[]) =>
    lives.flatMap((each) => faultsOfLife(registry, each));

  const outbox = () => contentsOf(county.databaseUrl).then((tables) => tables['outbox']);

  it('finds the cases whole, in many situations', () => {
    expect(before.length).toBeGreaterThanOrEqual(CASES);
    expect(faults(before)).toEqual([]);
    const duties = before.flatMap(({ state }) => state.duties);
    for (const key of ['planering', 'kvittens', 'svar', 'beredskap', 'patientsammanfattning']) {
      expect(duties.map((duty) => duty.key)).toContain(key);
    }
    expect(duties.filter(({ person }) => person !== undefined).length).toBeGreaterThan(10);
    expect(duties.filter(({ passed = 0 }) => passed > 0).length).toBeGreaterThan(5);
  });

  it('is planned without touching anything', async () => {
    const tables = await contentsOf(county.databaseUrl, 'access_log');
    const args = ['workflow', 'plan', ...TYPE_AND_VERSION];
    const { code, out } = await hemgang([...args, '--json'], county.databaseUrl, { registry });
    expect(code).toBe(0);
    const { totals, cases } = JSON.parse(out) as Planned;
    expect(totals).toMatchObject({ cases: before.length, hindered: 0, closing: 0 });
    for (const count of ['kept', 'moved', 'opened', 'closed', 'becomeOverdue']) {
      expect(totals[count]).toBeGreaterThan(0);
    }
    expect(cases.map(({ caseId }) => caseId)).toEqual(before.map(({ id }) => id));
    const words = await hemgang(args, county.databaseUrl, { registry });
    expect(words.out).toContain('live.reception.planningOwed → live.reception.readinessOwed');
    expect(words.out).toMatch(/- Börja planera insatserna · .+ \(eftergivet\)/);
    expect(words.out).toMatch(/\+ Ge patienten läkemedelslistan · .+ · /);
    expect(words.out).toMatch(/~ Kvittera det som .+ → .+/);
    expect(words.out).toContain('BLIR FÖRSENAD');
    expect(words.out.split('\n').at(-1)).toMatch(
      new RegExp(
        `^Ärenden: ${before.length}, hindrade 0, .* blir försenade ${totals.becomeOverdue}\\.$`,
      ),
    );
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(tables);
  });

  it('takes every case over, also when it is stopped and run again', async () => {
    const told = await outbox();
    const stop = new AbortController();
    let seen = 0;
    const counting = service.onRing((topic) => {
      if (topic === 'stream' && (seen += 1) === 2) stop.abort();
    });
    const first = await run('apply', stop.signal);
    counting();
    expect(first).toMatchObject({ code: 1, data: { stopped: true, left: [] } });
    const second = await run('apply');
    expect(second).toMatchObject({ code: 0, data: { stopped: false, left: [] } });
    expect(first.data.moved + second.data.moved).toBe(before.length);
    expect(await run('apply')).toMatchObject({ code: 0, data: { moved: 0 } });
    expect(await outbox()).toBe(told);

    const after = await shelf.open();
    expect(faults(after)).toEqual([]);
    after.forEach((life, index) => expectNothingLost(before[index]!, life));
  });

  /** No duty, no timer and no kvittens is lost by the migration alone. */
  function expectNothingLost(old: StoredLife, now: StoredLife): void {
    expect(now).toMatchObject({ id: old.id, version: old.version + 1, workflowVersion: 2 });
    expect(now.word).toBe(old.word);
    for (const duty of old.state.duties) {
      const kept = now.state.duties.find(({ id }) => id === duty.id);
      const { person, since, unit } = duty;
      if (duty.key === 'planering') {
        const row = now.duties.find(({ id }) => id === duty.id);
        expect([kept, row?.outcome, row?.closedSeq]).toEqual([undefined, 'waived', now.version]);
      } else {
        expect([kept?.person, kept?.since, kept?.unit]).toEqual([person, since, unit]);
      }
    }
    for (const [id, { context }] of Object.entries(old.state.machines)) {
      expect(now.state.machines[id]?.context).toEqual(context);
    }
    const { recordedAt } = now.events.at(-1)!;
    const wereOwed = old.timers.filter(({ fireAt }) => fireAt <= recordedAt);
    for (const { duty, fireAt, due } of now.timers) {
      // What fires at once was owed before, or speaks before the due time.
      if (fireAt > recordedAt || due > recordedAt) continue;
      expect(wereOwed.map((timer) => timer.duty)).toContain(duty);
    }
  }

  it('is told in words to those who read a case', async () => {
    const { id, state } = before.find(({ state: each }) => each.duties.length > 3)!;
    const ward = state.machines['discharge']?.context['unit'] as string;
    const reader = county.reader(somebodyAt(ward));
    const view = await service.views.case('discharges', id, reader);
    expect(view).toMatchObject({ id, state: expect.any(String), why: expect.any(String) });
    const page = { cursor: null, limit: 200 };
    const events = await service.views.events('discharges', id, reader, page);
    if (!('items' in events)) throw new Error(events.code);
    expect(events.items.at(-1)).toMatchObject({
      type: 'workflow-migrated',
      title: 'Ärendet följer nu nya regler',
      facts: {},
      actor: { system: 'workflow', person: null },
    });
    const { code, out } = await hemgang(['case', 'show', id], county.databaseUrl, { registry });
    expect(code).toBe(0);
    expect(out).toContain('Ärendet följer nu nya regler');
  });

  it('is undone to what was before, to the letter', async () => {
    expect(await run('undo')).toMatchObject({ code: 0, data: { moved: before.length, left: [] } });
    const after = await shelf.open();
    expect(faults(after)).toEqual([]);
    after.forEach(({ state, duties, timers, version, hash, word }, index) => {
      const old = before[index]!;
      expect({ state, version, hash, word, timers }).toEqual({
        state: { ...old.state, seq: old.version + 2 },
        version: old.version + 2,
        hash: old.hash,
        word: old.word,
        timers: old.timers,
      });
      const had = duties.filter(({ openedSeq }) => openedSeq <= old.version);
      expect(had).toEqual(old.duties);
      const added = duties.filter(({ openedSeq }) => openedSeq > old.version);
      for (const duty of added) expect(duty.outcome).toBe('withdrawn');
    });
    expect(await run('undo')).toMatchObject({ code: 0, data: { moved: 0 } });
  });

  it('loses no command that comes in between, and no command loses anything', async () => {
    const answers = new Map<string, string[]>();
    const commanded = Promise.all([
      // Some go the same way through the cases as the migration does, others come to meet it.
      commandsIn(
        before.filter((_, index) => index % 3 === 0),
        answers,
      ),
      commandsIn(
        before.filter((_, index) => index % 3 === 1),
        answers,
      ),
      commandsIn(before.filter((_, index) => index % 3 === 2).reverse(), answers),
    ]);
    const applied = await run('apply');
    await commanded;
    expect(applied).toMatchObject({ code: 0, data: { left: [] } });
    const after = await shelf.open();
    expect(faults(after)).toEqual([]);
    expect(after.every(({ workflowVersion }) => workflowVersion === 2)).toBe(true);
    after.forEach(({ events, version }, index) => {
      const old = before[index]!;
      const news = events.slice(old.version + 2).map(({ type }) => type);
      expect(news.sort()).toEqual([...answers.get(old.id)!, 'workflow-migrated'].sort());
      expect(version).toBe(old.version + 2 + news.length);
    });
    // Both orders have happened, or nothing was tried.
    const orders = after.map(({ events }) => events.at(-1)?.type === 'workflow-migrated');
    expect(new Set(orders)).toEqual(new Set([true, false]));
  });

  async function commandsIn(
    lives: readonly StoredLife[],
    answers: Map<string, string[]>,
  ): Promise<void> {
    for (const life of lives) answers.set(life.id, await commandIn(life));
  }

  /** Somebody takes a duty and hands it back, while the case goes over. @returns what was taken */
  async function commandIn({ id, state }: StoredLife): Promise<string[]> {
    const duty = state.duties.find(({ key, unit }) => key !== 'planering' && hasAccounts(unit));
    if (duty === undefined) return [];
    const taken: string[] = [];
    for (const name of ['take', 'release']) {
      const incoming = { body: { duty: duty.id }, key: randomUUID() };
      const reader = county.reader(somebodyAt(duty.unit));
      const answer = await service.commands.give('discharges', id, name, incoming, reader);
      if (!answer.ok) throw new Error(answer.refusal.code);
      taken.push(name);
    }
    return taken;
  }

  it('leaves cases in which something has happened since where they are, and says so', async () => {
    const lives = await shelf.open();
    const goneOn = lives.filter(({ events }) => events.at(-1)?.type !== 'workflow-migrated');
    const { code, data } = await run('undo');
    expect(code).toBe(1);
    expect(data.moved).toBe(lives.length - goneOn.length);
    expect(data.left.map(({ caseId }) => caseId)).toEqual(goneOn.map(({ id }) => id));
    expect(data.left[0]?.why.sv).toBe('något har hänt i ärendet sedan dess');
    expect(faults(await shelf.open())).toEqual([]);
  });

  it('fires the reminders of every version', async () => {
    await service.advanceClock(48 * HOUR_MS);
    const due = await service.timers.due(service.clock.now(), CASES * 20);
    expect(due.length).toBeGreaterThan(CASES);
    for (const timer of due) expect(await service.reminders.fire(timer)).toBe('fired');
    expect(faults(await shelf.open())).toEqual([]);
  });
});
