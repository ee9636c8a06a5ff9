import { HOUR_MS } from '@hemgang/kernel';
import { waitUntil } from '@hemgang/dev-services';
import { ANNA, County, MARIA, query } from '@hemgang/testing';
import { Loop } from '../../apps/worker/loop';
import { Sweeper } from '../../apps/worker/sweeper';
import { multiplyCases } from '../bench/multiply-cases';

const SWEEPERS = 3;
const CASES = 12;
/** Two reminders each: more than two batches. */
const MANY_CASES = 250;
const WITHIN_MS = 20_000;

/** An idle system fires a due timer within this (the promise), counted by the database's clock. */
const LATENESS_MAX_MS = 250;

interface Fired {
  readonly caseId: string;
  readonly duty: string;
  readonly step: string;
  readonly due: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}

describe('reminders', () => {
  let county: County;

  beforeEach(async () => {
    county = await County.open();
    await county.openAtAllHours();
  });

  afterEach(() => county.close());

  const sweeper = () => {
    const { timers, reminders, clock } = county.service;
    const own = new Sweeper(timers, reminders, clock);
    return new Loop(
      () => own.round(),
      (error) => fail(error),
    );
  };

  const fired = () =>
    query<Fired>(
      county.databaseUrl,
      `select case_id as "caseId", payload ->> 'duty' as duty, payload ->> 'step' as step,
              payload ->> 'due' as due, occurred_at as "occurredAt", recorded_at as "recordedAt"
       from events where type = 'ladder' order by position`,
    );

  const overdueTimers = async () => {
    const rows = await query<{ count: number }>(
      county.databaseUrl,
      'select count(*)::int as count from timers where fire_at <= $1',
      [county.service.clock.now()],
    );
    return rows[0]?.count ?? 0;
  };

  it('come once each from several sweepers, merged after downtime and in due order', async () => {
    for (let count = 0; count < CASES; count += 1) await county.told();
    // Nobody sweeps for thirty hours: kvittens, svar and the first steps of others pass.
    await county.service.advanceClock(30 * HOUR_MS);
    const loops = Array.from({ length: SWEEPERS }, sweeper);
    expect(await waitUntil(async () => (await overdueTimers()) === 0, WITHIN_MS)).toBe(true);
    await Promise.all(loops.map((loop) => loop.stop()));
    const events = await fired();
    const keys = events.map(({ caseId, duty, step, due }) => `${caseId} ${duty} ${step} ${due}`);
    expect(new Set(keys).size).toBe(keys.length);
    // One merged reminder for each duty that had been due, however many steps had passed.
    const duties = events.map(({ caseId, duty }) => `${caseId} ${duty}`);
    expect(new Set(duties).size).toBe(duties.length);
    expect(duties).toHaveLength(CASES * 2);
    expectDueOrder(events);
    for (const { occurredAt, recordedAt } of events) {
      expect(occurredAt.getTime()).toBeLessThanOrEqual(recordedAt.getTime());
    }
  });

  it('come in due order for every case, also when more are due than are fired at once', async () => {
    await county.told();
    await multiplyCases(county.databaseUrl, { openCases: MANY_CASES });
    // Copies come with reminders that lie ten years off.
    const back = `update timers set fire_at = fire_at - interval '3650 days'
                  where fire_at > (select min(fire_at) + interval '3000 days' from timers)`;
    await query(county.databaseUrl, back);
    await county.service.advanceClock(30 * HOUR_MS);
    const loop = sweeper();
    expect(await waitUntil(async () => (await overdueTimers()) === 0, WITHIN_MS)).toBe(true);
    await loop.stop();
    const events = await fired();
    expect(new Set(events.map(({ caseId, duty }) => `${caseId} ${duty}`)).size).toBe(events.length);
    expect(events).toHaveLength(MANY_CASES * 2);
    expectDueOrder(events);
  });

  it('come within 250 ms of their time on an idle system', async () => {
    const { view } = await county.told();
    const kvittens = view.duties.find(({ key }) => key === 'kvittens');
    const soonAt = Date.parse(kvittens?.dueAt ?? '') - 4 * HOUR_MS;
    const untilJustBefore = soonAt - Date.parse(county.service.clock.now()) - 1_500;
    const loop = sweeper();
    await county.service.advanceClock(Math.floor(untilJustBefore));
    expect(await waitUntil(async () => (await fired()).length > 0, WITHIN_MS)).toBe(true);
    await loop.stop();
    const [first] = await fired();
    const late = (first?.recordedAt.getTime() ?? 0) - soonAt;
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThanOrEqual(LATENESS_MAX_MS);
  });

  it('do not come for a duty that was fulfilled in time, nor for the old time of a moved one', async () => {
    const { caseId } = await county.told();
    await county.give(caseId, 'acknowledge', MARIA);
    const expectedDischargeAt = '2199-06-01T10:00:00.000Z';
    await county.give(caseId, 'change-expected-discharge', ANNA, { expectedDischargeAt });
    await county.give(caseId, 'acknowledge', MARIA);
    await county.give(caseId, 'answer', MARIA, { answer: 'not-known' });
    await county.give(caseId, 'start-planning', MARIA);
    await county.service.advanceClock(100 * HOUR_MS);
    const loop = sweeper();
    expect(await waitUntil(async () => (await overdueTimers()) === 0, WITHIN_MS)).toBe(true);
    await loop.stop();
    expect(await fired()).toEqual([]);
  });
});

/** What a case is reminded of comes in the order in which it was due. */
function expectDueOrder(events: readonly Fired[]): void {
  const times = new Map<string, number>();
  for (const { caseId, occurredAt } of events) {
    expect(occurredAt.getTime()).toBeGreaterThanOrEqual(times.get(caseId) ?? 0);
    times.set(caseId, occurredAt.getTime());
  }
}

function fail(error: unknown): never {
  throw error;
}
