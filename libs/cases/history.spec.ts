import { HOUR_MS, plusMs, type Instant } from '@hemgang/kernel';
import { ANNA, contentsOf, County, HELENA, MARIA, query } from '@hemgang/testing';
import { lasting, lastingEvents } from './as-stood.fixture';
import type { DischargeView } from './discharge/discharge-view';
import { isRefusal } from './envelope';
import type { EventView } from './event-view';
import type { PastCaseView } from './history';

jest.setTimeout(120_000);

const RECEIVERS = ['umea-bistand-norr', 'ersboda-halsocentral'];

type Past = PastCaseView<DischargeView>;

/** Of another unit than any party's. */
const JOHAN = 'johan-holmgren-nus-geriatrik-1';

describe('a stay as it stood at an instant', () => {
  let county: County;
  let id: string;
  /** What each reader was shown, and when, before the next thing happened. */
  const shown: {
    readonly user: string;
    readonly at: Instant;
    readonly view: DischargeView;
    readonly events: readonly EventView[];
  }[] = [];

  const at = (user: string, instant: Instant | null, stay = id) =>
    county.service.views.caseAt('discharges', stay, instant, county.reader(user));

  const found = async (user: string, instant: Instant | null): Promise<Past> => {
    const past = await at(user, instant);
    if (isRefusal(past)) throw new Error(JSON.stringify(past));
    return past;
  };

  const look = async (user: string): Promise<void> => {
    const { views, clock } = county.service;
    const reader = county.reader(user);
    const view = await views.case('discharges', id, reader);
    const events = await views.events('discharges', id, reader, { cursor: null, limit: 50 });
    if (isRefusal(view) || isRefusal(events)) return;
    shown.push({ user, at: clock.now(), view, events: events.items });
  };

  /** An hour apart, so that no two events share an instant and duties fall due on the way. */
  const give = async (name: string, user: string, body: object = {}): Promise<void> => {
    for (const each of [ANNA, MARIA, HELENA]) await look(each);
    await county.service.advanceClock(9 * HOUR_MS);
    await county.give(id, name, user, body);
  };

  beforeAll(async () => {
    county = await County.open();
    ({ caseId: id } = await county.admit());
    const { clock } = county.service;
    const expectedDischargeAt = plusMs(clock.now(), 72 * HOUR_MS);
    await give('send-inskrivningsmeddelande', ANNA, { receivers: RECEIVERS, expectedDischargeAt });
    await give('acknowledge', MARIA);
    await give('answer', MARIA, { answer: 'known', currentMeasures: 'Hemtjänst, larm.' });
    const duty = shown
      .at(-1)
      ?.view.duties.find(
        ({ closedAt, owner }) => closedAt === null && owner.unit.id === 'ersboda-halsocentral',
      );
    await give('take', HELENA, { duty: duty?.id });
    const judged = { physician: 'Erik Sandström', judgedAt: clock.now() };
    await give('mark-utskrivningsklar', ANNA, judged);
    await give('withdraw-utskrivningsklar', ANNA, { reason: 'Feber.' });
    for (const each of [ANNA, MARIA, HELENA]) await look(each);
  });

  afterAll(() => county.close());

  const stay = (view: DischargeView) => ({
    ...lasting(view),
    handovers: view.handovers.map((each) => ({ ...each, startLink: null })),
  });

  it('is what each reader was shown then', async () => {
    expect(shown.length).toBeGreaterThan(15);
    expect(shown.some(({ view }) => view.duties.some(({ overdue }) => overdue))).toBe(true);
    for (const { user, at: then, view, events } of shown) {
      const past = await found(user, then);
      expect(stay(past.case)).toEqual(stay(view));
      expect(past.events).toEqual(lastingEvents(events));
    }
  });

  it('is, at the newest instant, what there is', async () => {
    for (const user of [ANNA, MARIA, HELENA]) {
      const past = await found(user, null);
      const now = await county.service.views.case('discharges', id, county.reader(user));
      if (isRefusal(now)) throw new Error(now.code);
      expect(stay(past.case)).toEqual(stay(now));
      expect(past.nextAt).toBeNull();
    }
  });

  it('offers nothing to do', async () => {
    for (const { user, at: then } of shown) {
      const { event, case: past } = await found(user, then);
      expect(past).toMatchObject({ allowedCommands: [], otherCommands: [], patientOperations: [] });
      expect([event?.mayCorrect, event?.mayMakulera]).toEqual([[], false]);
    }
  });

  it('leads from event to event, and never to before the reader took part', async () => {
    const walk = async (user: string): Promise<(string | undefined)[]> => {
      const types: (string | undefined)[] = [];
      for (let past = await found(user, null); ; past = await found(user, past.previousAt)) {
        types.unshift(past.event?.type);
        if (past.previousAt === null) return types;
      }
    };
    const ward = await walk(ANNA);
    expect(ward[0]).toBe('admit');
    expect(ward.at(-1)).toBe('withdraw-utskrivningsklar');
    expect(await walk(MARIA)).toEqual(ward.slice(1));
    const first = shown[0]!;
    expect(await at(MARIA, first.at)).toEqual({
      code: 'PAYLOAD_INVALID',
      errors: [{ path: '/instant', code: 'before_joined' }],
    });
  });

  it('stays closed for what is closed today', async () => {
    const told = shown.find(({ user }) => user === MARIA)!;
    const before = (await found(MARIA, told.at)).case.entries;
    expect(before.length).toBeGreaterThan(0);
    const { controller } = county.reader(MARIA);
    const erased = 'delete from contents where case_id = $1 and controller = $2';
    await query(county.databaseUrl, erased, [id, controller]);
    expect((await found(MARIA, told.at)).case).toMatchObject({ entries: [], patient: null });
  });

  it('is refused before the case and in the future, and writes nothing but its line', async () => {
    const before = await contentsOf(county.databaseUrl, 'access_log', 'clock');
    const opened = shown[0]!.view.openedAt;
    const refused = async (instant: Instant) => {
      const past = await at(ANNA, instant);
      return isRefusal(past) ? past : null;
    };
    expect(await refused(plusMs(opened, -1))).toMatchObject({ errors: [{ code: 'before_case' }] });
    const later = plusMs(county.service.clock.now(), HOUR_MS);
    expect(await refused(later)).toMatchObject({ errors: [{ code: 'in_future' }] });
    expect(await at(JOHAN, null)).toEqual({ code: 'NOT_FOUND' });
    expect(await contentsOf(county.databaseUrl, 'access_log', 'clock')).toEqual(before);
    const lines = await query<{ action: string }>(
      county.databaseUrl,
      `select distinct action from access_log where action like '%history'`,
    );
    expect(lines.map(({ action }) => action).sort()).toEqual([
      'read:history',
      'refused:read:history',
    ]);
  });
});
