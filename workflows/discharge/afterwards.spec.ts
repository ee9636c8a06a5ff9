import { standingAnswer, unansweredBy } from '@hemgang/engine';
import { plusMs, HOUR_MS } from '@hemgang/kernel';
import { dischargeContext } from './index';
import { allNeeds, at, patient, socialNeeds, Stay } from './stay.testing';
import { staffOf, WARD } from './units.testing';

const physician = 'Karin Åström';
const UMEA = 'umea-bistand';
const reason = 'Ingen hos oss fick samtalet.';

/** The system was down from ten to twelve; what was urgent was told by phone. */
const phoned = { registered: { channel: 'phone', at: at('2026-03-02 10:15') } };
const CALLED = phoned.registered.at;
const ENTERED = at('2026-03-02 12:00');

const admitted = (needs = socialNeeds) =>
  new Stay().give('2026-03-02 08:00', 'admit', { patient, needs, physician });

const told = (receivers = [UMEA]) =>
  admitted(receivers.length === 1 ? socialNeeds : allNeeds).give(
    '2026-03-02 12:00',
    'send-inskrivningsmeddelande',
    { receivers, expectedDischargeAt: at('2026-03-06 12:00') },
    phoned,
  );

const dispute = (stay: Stay, event: number, by = UMEA) =>
  stay.give('2026-03-02 13:00', 'dispute-registered', { event, reason }, { by: staffOf(by) });

const ready = () =>
  admitted()
    .give('2026-03-02 09:00', 'send-inskrivningsmeddelande', {
      receivers: [UMEA],
      expectedDischargeAt: at('2026-03-06 12:00'),
    })
    .give('2026-03-02 09:10', 'acknowledge')
    .give(
      '2026-03-02 12:00',
      'mark-utskrivningsklar',
      { physician, judgedAt: at('2026-03-02 09:30') },
      phoned,
    );

describe('what was told by phone before it was registered', () => {
  it('counts on both sides from when it was told, and keeps both times', () => {
    const stay = told();
    expect(stay.last.closed).toMatchObject([{ key: 'inskrivningsmeddelande', closedAt: CALLED }]);
    expect(dischargeContext(stay.state).noticeSentAt).toBe(CALLED);
    expect(stay.duty('kvittens').since).toBe(CALLED);
    expect(stay.duty('svar')).toMatchObject({ since: CALLED, due: plusMs(CALLED, 24 * HOUR_MS) });
    expect(stay.log.at(-1)).toMatchObject({ occurredAt: CALLED, recordedAt: ENTERED });
  });

  it('starts the days of payment when the municipality was told', () => {
    const { machines } = ready().state;
    expect(machines['h2-1']?.context).toMatchObject({ utskrivningsklarSentAt: CALLED });
  });

  it('ends the duty of a receiver who answered by phone', () => {
    const stay = admitted()
      .give('2026-03-02 09:00', 'send-inskrivningsmeddelande', {
        receivers: [UMEA],
        expectedDischargeAt: at('2026-03-06 12:00'),
      })
      .give('2026-03-02 12:00', 'answer', { answer: 'not-known' }, phoned);
    expect(stay.last.closed).toMatchObject([{ key: 'svar', closedAt: CALLED }]);
    expect(stay.state.afterwards).toMatchObject([{ event: 3, unit: UMEA, told: [WARD] }]);
  });

  it('is marked until every unit that got it has answered to it', () => {
    const stay = told([UMEA, 'hc-mariehem']);
    expect(stay.state.afterwards).toEqual([
      {
        event: 2,
        type: 'send-inskrivningsmeddelande',
        machine: 'discharge',
        unit: WARD,
        channel: 'phone',
        at: CALLED,
        recordedAt: ENTERED,
        told: [UMEA, 'hc-mariehem'],
        answers: [],
      },
    ]);
    const waiting = () =>
      [UMEA, 'hc-mariehem'].filter((unit) => unansweredBy(stay.state, unit).length > 0);
    stay.give('2026-03-02 12:30', 'acknowledge', {}, { handover: 'h2-1' });
    expect(waiting()).toEqual(['hc-mariehem']);
    const by = staffOf('hc-mariehem');
    stay.give('2026-03-02 12:40', 'confirm-registered', { event: 2 }, { by });
    expect(waiting()).toEqual([]);
    expect(stay.last.effects).toMatchObject([{ entry: 'bekraftelse', units: [WARD] }]);
  });

  it('is marked again when the kvittens is struck', () => {
    const stay = told().give('2026-03-02 12:30', 'acknowledge');
    stay.give('2026-03-02 12:40', 'makulera-event', { event: 3, reason });
    expect(unansweredBy(stay.state, UMEA)).toHaveLength(1);
  });

  it('is not marked any more when it is struck itself', () => {
    const stay = ready().give('2026-03-02 12:40', 'makulera-event', { event: 4, reason });
    expect(unansweredBy(stay.state, UMEA)).toEqual([]);
  });

  it('a kvittens of another message says nothing of it', () => {
    const stay = told().give('2026-03-02 12:10', 'change-expected-discharge', {
      expectedDischargeAt: at('2026-03-07 12:00'),
    });
    stay.give('2026-03-02 12:30', 'acknowledge', { messages: ['m3'] });
    expect(unansweredBy(stay.state, UMEA)).toHaveLength(1);
  });
});

describe('a receiver that did not get it then', () => {
  it('has its time counted from when it was registered, and the sender is told', () => {
    const stay = dispute(told(), 2);
    expect(stay.duty('kvittens').since).toBe(ENTERED);
    expect(stay.duty('svar')).toMatchObject({ since: ENTERED, due: plusMs(ENTERED, 24 * HOUR_MS) });
    expect(stay.last.effects).toMatchObject([{ entry: 'bestridande', units: [WARD] }]);
    const [entry] = stay.state.afterwards ?? [];
    expect(entry && standingAnswer(stay.state, entry, UMEA)).toEqual({
      unit: UMEA,
      by: 3,
      is: 'disputed',
    });
  });

  it('pays from when it was registered', () => {
    const stay = dispute(ready(), 4);
    expect(stay.state.machines['h2-1']?.context).toMatchObject({ utskrivningsklarSentAt: ENTERED });
  });

  it('speaks for itself only', () => {
    const stay = dispute(told([UMEA, 'hc-mariehem']), 2);
    expect(stay.duty('svar', 'h2-1').since).toBe(ENTERED);
    expect(stay.duty('svar', 'h2-2').since).toBe(CALLED);
  });

  it('leaves what was told in the same call as it was', () => {
    const stay = told().give(
      '2026-03-02 12:00',
      'mark-utskrivningsklar',
      { physician, judgedAt: at('2026-03-02 09:30') },
      phoned,
    );
    dispute(stay, 2);
    expect(stay.state.machines['h2-1']?.context).toMatchObject({
      toldAt: ENTERED,
      utskrivningsklarSentAt: CALLED,
      unacknowledged: [{ sentAt: ENTERED }, { sentAt: CALLED }],
    });
  });

  it('may take its dispute back', () => {
    const stay = dispute(told(), 2);
    stay.give('2026-03-02 14:00', 'makulera-event', { event: 3, reason });
    expect(stay.duty('svar').since).toBe(CALLED);
    expect(unansweredBy(stay.state, UMEA)).toHaveLength(1);
  });

  it('has another answer counted from then when the ward says so', () => {
    const stay = admitted()
      .give('2026-03-02 09:00', 'send-inskrivningsmeddelande', {
        receivers: [UMEA],
        expectedDischargeAt: at('2026-03-06 12:00'),
      })
      .give('2026-03-02 12:00', 'reject', { reason }, phoned);
    const [lost] = dischargeContext(stay.state).returned;
    expect(lost?.returnedAt).toBe(CALLED);
    dispute(stay, 3, WARD);
    expect(dischargeContext(stay.state).returned).toMatchObject([{ returnedAt: ENTERED }]);
    expect(stay.last.effects).toMatchObject([{ units: [UMEA] }]);
  });

  it.each<[string, number, string, string]>([
    ['an event that was entered at once', 1, UMEA, 'event'],
    ['what another unit was told', 2, 'hc-mariehem', 'role'],
    ['what it has acknowledged', 2, UMEA, 'state'],
  ])('cannot dispute %s', (_what, event, by, because) => {
    const stay = told().give('2026-03-02 12:30', 'acknowledge');
    const asked = { name: 'dispute-registered', payload: { event, reason }, by: staffOf(by) };
    expect(stay.ask({ ...asked, recordedAt: at('2026-03-02 13:00') })).toMatchObject({
      kind: 'refused',
      because,
    });
  });
});

describe('a move and a request asked for by phone', () => {
  it('count from the call, or from the entry when the other ward disputes it', () => {
    const stay = admitted().give(
      '2026-03-02 12:00',
      'request-move',
      { unit: 'lycksele-medicin' },
      phoned,
    );
    expect(stay.duty('omflyttning').since).toBe(CALLED);
    dispute(stay, 2, 'lycksele-medicin');
    expect(stay.duty('omflyttning').since).toBe(ENTERED);
  });
});
