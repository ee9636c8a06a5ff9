import { isRefusal, replayed, WorkflowRegistry } from '@hemgang/cases';
import { DEMO_COUNTY, monthPlan, storyScript } from '@hemgang/demo';
import { Directory } from '@hemgang/directory';
import { addDays, escaped, HOUR_MS, localDate, plusMs } from '@hemgang/kernel';
import { DIGEST_HOURS } from '@hemgang/notify';
import { County, IS_FULL, query, settled, SUSANNE } from '@hemgang/testing';
import { dischargeContext } from '@workflows/discharge';
import { handoverWord } from '@workflows/handover';
import { patientSheetPage } from '../../apps/api/pages/patient-sheet-page';
import { faultsOfLife, Shelf, type StoredLife } from '../versions/live-cases.fixture';
import { daysOfAYear, numbersOfDays } from './recount-numbers.fixture';
import {
  keptOfMunicipalities,
  keptSums,
  recounted,
  recountedOfMunicipalities,
} from './recount.fixture';
import { keptCrossings, recountedCrossings } from './recount-crossings.fixture';
import { leaksIn, postEverything, type Outside } from './outside.fixture';
import { simulatedMonth, type SimulatedMonth } from './simulated-month.fixture';

/** In the quick run some stories are over already, and most go on. */
const DAYS = IS_FULL ? 30 : 5;
const SEED = 7;

/** Mails in a day; somebody who gets more reads none of them. */
const READABLE = 60;

/** A whole month takes minutes, also when other suites keep both processors busy. */
jest.setTimeout(IS_FULL ? 1_800_000 : 300_000);

/** What a receiver's side may have become in a case that is closed. */
const ACCOUNTED_FOR = [
  'taken-over',
  'stays-on',
  'nothing-owed',
  'rejected',
  'withdrawn',
  'removed',
  'ended',
];

describe('after a simulated month', () => {
  let month: SimulatedMonth;
  let lives: readonly StoredLife[];
  const registry = new WorkflowRegistry();
  const county = new Directory(DEMO_COUNTY);

  beforeAll(async () => {
    month = await simulatedMonth(DAYS, SEED);
    const shelf = await Shelf.at(month.database.url);
    lives = await shelf.lives();
    await shelf.close();
  });

  afterAll(() => month.database.drop());

  it('the county has met what real counties meet, as often', () => {
    const { turns, stays } = month.told;
    expect(stays / DAYS).toBeGreaterThan(15);
    expect(stays / DAYS).toBeLessThan(25);
    expect(turns.filter(({ least }) => least !== null)).toHaveLength(7);
    const reached = turns.flatMap((turn) => (turn.reached === null ? [] : [turn.reached]));
    expect(reached).toEqual(IS_FULL ? Array.from({ length: 7 }, () => true) : []);
    expect(month.ran.code).toBe(0);
  });

  it('every case replays from its log to what is stored of it, and no timer is lost', () => {
    expect(lives.filter(({ state }) => state.type === 'discharge')).toHaveLength(month.told.stays);
    expect(lives.some(({ state }) => state.type === 'sip')).toBe(true);
    expect(lives.filter(({ state }) => state.type === 'settlement')).toHaveLength(4);
    expect(lives.flatMap((life) => faultsOfLife(registry, life))).toEqual([]);
  });

  it('every patient can be told who comes, at which number, and when or that nobody knows yet', async () => {
    const living = await County.at(month.database.url);
    const faults: string[] = [];
    let receivers = 0;
    for (const { id, state } of lives.filter((life) => life.state.type === 'discharge')) {
      const { unit } = dischargeContext(state);
      const by = county.rows.assignments.find(
        (each) => each.unit === unit && each.roles.includes('ward-staff'),
      );
      const sheet = await living.service.views.sheet('discharges', id, living.reader(by?.id ?? ''));
      if (isRefusal(sheet)) continue;
      const page = patientSheetPage(sheet, { language: 'sv', print: 'a4' }, false);
      if (!page.includes(sheet.ward.phone)) faults.push(`${id}: no number for the day`);
      for (const receiver of sheet.receivers) {
        receivers += 1;
        const { name, phone } = receiver.unit;
        const said = `<bdi>${escaped(name)}</bdi>, <bdi class="number">${escaped(phone)}</bdi>`;
        if (phone === '' || !page.includes(said)) faults.push(`${id}: ${name} without a number`);
      }
      const times = page.split(/<dt>När<\/dt>\s*<dd>/).slice(1);
      if (times.length !== sheet.receivers.length + 1 || times.some((each) => each.startsWith('<')))
        faults.push(`${id}: a receiver without when`);
    }
    await living.close();
    expect(faults).toEqual([]);
    expect(receivers).toBeGreaterThan(50);
  });

  it('no timer that was due has not fired, and all the others are live', async () => {
    const late = await query(
      month.database.url,
      'select case_id, duty from timers where fire_at <= $1 or not live',
      [month.told.until],
    );
    expect(late).toEqual([]);
  });

  it('every reminder has come at its time, or at once when it was late from the beginning', () => {
    const fired = lives.flatMap(({ events }) =>
      events.filter(({ type }) => type === 'ladder').map((event) => ({ event, events })),
    );
    expect(fired.length).toBeGreaterThan(100);
    const wrong = fired.filter(({ event: { seq, occurredAt, recordedAt }, events }) => {
      const before = events[seq - 2];
      return recordedAt !== occurredAt && recordedAt !== before?.recordedAt;
    });
    expect(wrong.map(({ event }) => event)).toEqual([]);
  });

  it('no duty has been without exactly one owner at any instant', () => {
    const faults = lives.flatMap((life) =>
      replayed(registry, life.state.type, life.events).flatMap(({ state }) => {
        const ids = state.duties.map(({ id }) => id);
        const ownerless = state.duties.filter(({ unit }) => county.unit(unit) === undefined);
        return [
          ...(new Set(ids).size === ids.length ? [] : [`${life.id}: a duty twice`]),
          ...ownerless.map(({ id }) => `${life.id}: ${id} has no owner`),
        ];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('every case that is over is closed', async () => {
    const opened = await query<{ key: string; id: string }>(
      month.database.url,
      'select key, case_id as id from idempotency where version = 1',
    );
    const { until } = month.told;
    const { stories } = monthPlan({ days: DAYS, seed: SEED, now: plusMs(until, HOUR_MS) });
    const over = stories
      .filter(({ story, admittedAt }) =>
        storyScript(story, admittedAt).steps.every(({ at }) => at <= until),
      )
      .map(({ story }) => `sim-${story.key}-`);
    expect(over.length).toBeGreaterThan(0);
    const ids = opened.filter(({ key }) => over.some((begins) => key.startsWith(begins)));
    // A SIP that comes out of a stay goes on long after it.
    const open = lives
      .filter(({ state }) => state.closedAt === null && state.type === 'discharge')
      .map(({ id }) => id);
    expect(ids.filter(({ id }) => open.includes(id))).toEqual([]);
  });

  it('every case that is closed has all its handovers accounted for', () => {
    const closed = lives.filter(
      ({ state }) => state.closedAt !== null && state.type === 'discharge',
    );
    expect(closed.length).toBeGreaterThan(0);
    for (const { state } of closed) {
      expect(state.duties).toEqual([]);
      const words = Object.values(state.machines)
        .filter(({ kind }) => kind.startsWith('handover-') || kind === 'homecoming')
        .map(handoverWord);
      expect(words.filter((word) => !ACCOUNTED_FOR.includes(word))).toEqual([]);
    }
  });

  it('whoever has left and is not closed still waits for somebody', () => {
    const left = lives.filter(({ word, state }) => word === 'left' && state.closedAt === null);
    expect(left.filter(({ state }) => state.duties.length === 0)).toEqual([]);
  });

  it('every figure is what a recount of the raw log says', async () => {
    const living = await County.at(month.database.url);
    await settled(month.database.url);
    while (await living.service.counted.keeping.round());
    const today = localDate(living.service.clock.now());
    await living.close();
    const kept = await keptSums(month.database.url);
    expect(kept).toEqual(await recounted(month.database.url, today));
    expect(Object.keys(kept).length).toBeGreaterThan(IS_FULL ? 12 : 8);
    const ofMunicipalities = await keptOfMunicipalities(month.database.url);
    expect(ofMunicipalities).toEqual(await recountedOfMunicipalities(month.database.url, today));
    const counted = new Set(Object.keys(ofMunicipalities).map((key) => key.split(' ')[0]));
    expect(counted.size).toBeGreaterThan(IS_FULL ? 12 : 2);
    const crossings = await keptCrossings(month.database.url);
    expect(crossings).toEqual(await recountedCrossings(month.database.url, today));
    expect(Object.keys(crossings).length).toBeGreaterThan(IS_FULL ? 10 : 1);
  });

  it('figures per resident and per bed are what a recount of days and numbers says', async () => {
    const { url } = month.database;
    const living = await County.at(url);
    const { from, to, beds } = await daysOfAYear(url, localDate(living.service.clock.now()));
    const number = (kind: string, since: string, value: number) => ({
      ...{ kind, place: 'county', from: since, value, source: 'recounted' },
    });
    const changed = addDays(to, -1);
    const numbers = [
      ...[number('residents-65', '2020-01-01', 1_000), number('residents-65', changed, 3_000)],
      ...[number('available-beds', '2020-01-01', 100), number('available-beds', changed, 90)],
    ];
    expect(await living.service.counted.numbers.enter({ numbers }, SUSANNE)).toBe(4);
    const asked = { place: 'county', from, to, by: 'year' as const };
    const answer = await living.service.counted.places.read(asked, living.reader(SUSANNE));
    await living.close();
    const [available, residents] = await numbersOfDays(url, from, to);
    const mean = Math.round(residents!.sum / residents!.days);
    expect(beds).toBeGreaterThan(0);
    expect(isRefusal(answer) ? [] : answer.numbered.map(({ all }) => all)).toMatchObject([
      { count: beds, whole: mean, value: (1_000 * beds) / mean },
      { count: beds, whole: available!.sum, value: (100 * beds) / available!.sum },
    ]);
  });

  it('nothing that one case tells another is left untold', async () => {
    const facts = await query(month.database.url, `select from outbox where job = 'tell-case'`);
    expect(facts).toEqual([]);
  });

  it('nobody is flooded: no more mails in a day than she can read, and few when gathered', () => {
    const { notices, messages, digests } = month.told.notices;
    expect(notices.mean).toBeGreaterThan(0);
    expect(messages.worst).toBeLessThanOrEqual(Math.min(notices.worst, READABLE));
    expect(digests.median).toBeLessThanOrEqual(DIGEST_HOURS.length);
  });

  /** The last one: it brings what nobody had brought. */
  it('no number, name or address of a patient leaves, by whatever channel', async () => {
    const at = await County.at(month.database.url);
    const outside: Outside = await postEverything(at);
    await at.close();
    expect(outside.texts.length).toBeGreaterThan(100);
    expect(new Set(outside.texts.map(({ channel }) => channel))).toEqual(new Set(['mail', 'sms']));
    const patients = await query<{ number: string | null; name: string; address: string | null }>(
      month.database.url,
      'select number, name, address from persons',
    );
    expect(
      leaksIn([{ channel: 'mail', text: `Till ${patients[0]!.name}` }], patients),
    ).toHaveLength(1);
    expect(leaksIn(outside.texts, patients)).toEqual([]);
  });
});
