import { HOUR_MS, plusMs, type Instant } from '@hemgang/kernel';
import { ANNA, contentsOf, County, HELENA, MARIA, query } from '@hemgang/testing';
import { lasting, lastingEvents } from '../as-stood.fixture';
import { isRefusal } from '../envelope';
import type { EventView } from '../event-view';
import type { PastCaseView } from '../history';
import type { SipView } from './sip-view';

jest.setTimeout(120_000);

const MARIAS = 'umea-bistand-norr';
const HELENAS = 'ersboda-halsocentral';

const PLAN = {
  ...{ responsible: HELENAS, matters: 'Gå till brevlådan själv.', goals: ['Före sommaren.'] },
  needs: ['Hjälp på morgonen.'],
  contacts: [],
  measures: [
    {
      ...{ id: 'i1', what: 'Rehabilitering i hemmet.', huvudman: 'region-24' },
      ...{ unit: HELENAS, status: 'planned' },
    },
  ],
};

describe('a SIP as it stood at an instant', () => {
  let county: County;
  let id: string;
  /** What each reader was shown, and when, before the next thing happened. */
  const shown: {
    readonly user: string;
    readonly at: Instant;
    readonly view: SipView;
    readonly events: readonly EventView[];
  }[] = [];

  const at = (user: string, instant: Instant | null, sip = id) =>
    county.service.views.caseAt('sips', sip, instant, county.reader(user));

  const found = async (user: string, instant: Instant | null): Promise<PastCaseView<SipView>> => {
    const past = await at(user, instant);
    if (isRefusal(past)) throw new Error(JSON.stringify(past));
    return past;
  };

  const look = async (user: string): Promise<void> => {
    const { views, clock } = county.service;
    const reader = county.reader(user);
    const view = await views.case('sips', id, reader);
    const events = await views.events('sips', id, reader, { cursor: null, limit: 50 });
    if (isRefusal(view) || isRefusal(events)) return;
    shown.push({ user, at: clock.now(), view, events: events.items });
  };

  /** Days apart, so that no two events share an instant and duties fall due on the way. */
  const give = async (name: string, user: string, body: object = {}): Promise<number> => {
    for (const each of [HELENA, MARIA]) await look(each);
    await county.service.advanceClock(100 * HOUR_MS);
    return (await county.giveAt('sips', id, name, user, body)).version;
  };

  beforeAll(async () => {
    county = await County.open();
    ({ caseId: id } = await county.sip());
    const consent = { givenBy: 'person', way: 'spoken' };
    await give('offer-sip', HELENA);
    await give('record-consent', HELENA, { ...consent, scope: 'Bara vården.' });
    await give('record-consent', HELENA, { ...consent, scope: 'Allt.' });
    const meeting = { at: plusMs(county.service.clock.now(), 200 * HOUR_MS), way: 'home' };
    await give('call', HELENA, { units: [MARIAS], meeting });
    const participant = shown.length;
    await look(MARIA);
    const called = shown[participant]?.view.sip.participants[0]?.id;
    await give('answer-call', MARIA, { participant: called, answer: 'attends' });
    await give('draft-plan', HELENA, PLAN);
    const version = await give('draft-plan', HELENA, { ...PLAN, goals: ['Före midsommar.'] });
    await give('hold-meeting', HELENA, { way: 'home', attended: 'Alla.' });
    await give('establish-plan', HELENA, { version, followUpOn: '2099-06-01' });
    await give('withdraw-consent', MARIA, { reason: 'Vill inte längre.' });
    for (const each of [HELENA, MARIA]) await look(each);
  });

  afterAll(() => county.close());

  it('is what each reader was shown then: consent, calls, meetings, plan, duties, timeline', async () => {
    expect(new Set(shown.map(({ view }) => view.sip.consent.word)).size).toBeGreaterThan(3);
    expect(new Set(shown.map(({ view }) => view.sip.plan.length))).toEqual(new Set([0, 1, 2]));
    expect(new Set(shown.map(({ view }) => view.sip.meetings[0]?.word))).toEqual(
      new Set([undefined, 'booked', 'held']),
    );
    expect(shown.some(({ view }) => view.duties.some(({ overdue }) => overdue))).toBe(true);
    for (const { user, at: then, view, events } of shown) {
      const past = await found(user, then);
      expect(lasting(past.case)).toEqual(lasting(view));
      expect(past.events).toEqual(lastingEvents(events));
    }
  });

  it('tells nobody more of a consent than what she was told by then', async () => {
    const scopes = ({ case: { sip } }: PastCaseView<SipView>) =>
      sip.consent.given.map(({ scope }) => scope);
    const called = shown.find(({ user }) => user === MARIA)!;
    expect(scopes(await found(MARIA, called.at))).toEqual([null, 'Allt.']);
    expect(scopes(await found(HELENA, called.at))).toEqual(['Bara vården.', 'Allt.']);
  });

  it('offers nothing to do', async () => {
    for (const { user, at: then } of shown) {
      const { event, case: past } = await found(user, then);
      expect(past).toMatchObject({ allowedCommands: [], otherCommands: [], patientOperations: [] });
      expect([event?.mayCorrect, event?.mayMakulera]).toEqual([[], false]);
    }
  });

  it('leads from event to event, and never to before the reader was called', async () => {
    const walk = async (user: string): Promise<(string | undefined)[]> => {
      const types: (string | undefined)[] = [];
      for (let past = await found(user, null); ; past = await found(user, past.previousAt)) {
        types.unshift(past.event?.type);
        if (past.previousAt === null) return types;
      }
    };
    const whole = await walk(HELENA);
    expect([whole[0], whole.at(-1)]).toEqual(['start-sip', 'withdraw-consent']);
    expect(await walk(MARIA)).toEqual(whole.slice(whole.indexOf('call')));
    expect(await at(MARIA, shown[0]!.at)).toEqual({
      code: 'PAYLOAD_INVALID',
      errors: [{ path: '/instant', code: 'before_joined' }],
    });
  });

  it('is refused before the SIP, in the future, to strangers and as a stay; writes but its line', async () => {
    const before = await contentsOf(county.databaseUrl, 'access_log', 'clock');
    const errorAt = async (instant: Instant) => {
      const past = await at(HELENA, instant);
      return isRefusal(past) && 'errors' in past ? past.errors : null;
    };
    expect(await errorAt(plusMs(shown[0]!.view.openedAt, -1))).toMatchObject([
      { code: 'before_case' },
    ]);
    const later = plusMs(county.service.clock.now(), HOUR_MS);
    expect(await errorAt(later)).toMatchObject([{ code: 'in_future' }]);
    expect(await at(ANNA, null)).toEqual({ code: 'NOT_FOUND' });
    const { views } = county.service;
    expect(await views.caseAt('discharges', id, null, county.reader(HELENA))).toEqual({
      code: 'NOT_FOUND',
    });
    expect(await contentsOf(county.databaseUrl, 'access_log', 'clock')).toEqual(before);
    const lines = await query<{ action: string }>(
      county.databaseUrl,
      `select distinct action from access_log where action like '%history' order by action`,
    );
    expect(lines.map(({ action }) => action)).toEqual(['read:history', 'refused:read:history']);
  });

  it('stays closed for what is closed today', async () => {
    const { at: then } = shown.findLast(({ user }) => user === MARIA)!;
    expect((await found(MARIA, then)).case.patient).not.toBeNull();
    const { controller } = county.reader(MARIA);
    const erased = 'delete from contents where case_id = $1 and controller = $2';
    await query(county.databaseUrl, erased, [id, controller]);
    const { case: past } = await found(MARIA, then);
    expect(past).toMatchObject({ entries: [], patient: null });
    expect(past.sip.plan.every(({ content }) => content === null)).toBe(true);
  });
});
