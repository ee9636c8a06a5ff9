import { dischargeContext } from './index';
import { allNeeds, at, patient, socialNeeds, Stay } from './stay.testing';
import { WARD } from './units.testing';

const physician = 'Karin Åström';
const reason = 'Fel tid i journalen.';
const both = ['umea-bistand', 'hc-mariehem'];

const admitted = (needs = socialNeeds) =>
  new Stay().give('2026-03-02 08:00', 'admit', { patient, needs, physician });
const told = () =>
  admitted(allNeeds).give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
    receivers: both,
    expectedDischargeAt: at('2026-03-06 12:00'),
  });
const ready = () =>
  told().give('2026-03-03 09:00', 'mark-utskrivningsklar', {
    physician,
    judgedAt: at('2026-03-03 08:30'),
  });
const left = () => ready().give('2026-03-03 13:00', 'discharge');

const correct = (stay: Stay, when: string, event: number, facts: object) =>
  stay.give(when, 'correct', { event, ...facts, reason });
const moved = ({ last }: Stay) =>
  last.moved.map(({ before, after }) => [after.id, before.due, after.due]);

describe('a corrected fact', () => {
  it('admitted at: the 24 hours run from then, and the case began then', () => {
    const stay = correct(admitted(), '2026-03-02 09:00', 1, { admittedAt: at('2026-03-02 06:30') });
    expect(moved(stay)).toEqual([
      ['discharge.inskrivningsmeddelande.1', at('2026-03-03 08:00'), at('2026-03-03 06:30')],
    ]);
    expect(stay.state.openedAt).toBe(at('2026-03-02 06:30'));
    // What happened after the true admission may now be entered.
    stay.give('2026-03-02 10:00', 'register-death', {}, { occurredAt: at('2026-03-02 07:00') });
  });

  it('need judged at: the 24 hours run from then', () => {
    const stay = new Stay()
      .give('2026-03-02 08:00', 'admit', { patient })
      .give('2026-03-03 11:00', 'judge-need', { needs: socialNeeds, physician });
    correct(stay, '2026-03-03 12:00', 2, { needJudgedAt: at('2026-03-03 09:15') });
    expect(stay.duty('inskrivningsmeddelande').due).toBe(at('2026-03-04 09:15'));
  });

  it('needs: what the notice must heed', () => {
    const stay = correct(admitted(), '2026-03-02 09:00', 1, { needs: allNeeds });
    const asked = { receivers: ['umea-bistand'], expectedDischargeAt: at('2026-03-06 12:00') };
    const name = 'send-inskrivningsmeddelande';
    expect(stay.ask({ name, payload: asked, recordedAt: at('2026-03-02 10:00') })).toMatchObject({
      because: 'rule',
    });
  });

  it('expected discharge: every due time that rests on it moves, and it must be acknowledged', () => {
    const stay = told().give('2026-03-02 11:00', 'acknowledge', {}, { handover: 'h2-1' });
    correct(stay, '2026-03-02 12:00', 2, { expectedDischargeAt: at('2026-03-07 12:00') });
    expect(moved(stay).map(([id]) => id)).toEqual([
      'discharge.beraknad-utskrivning.2',
      'h2-2.fast-vardkontakt.2',
    ]);
    expect(stay.last.opened.map(({ id }) => id)).toEqual(['h2-1.kvittens.4']);
    expect(stay.last.effects).toEqual([
      { type: 'disclose', entry: 'rattelse', legalBasis: 'PROCESS', units: both },
    ]);
  });

  it('expected discharge of before: only noted, the newer time stands', () => {
    const stay = told().give('2026-03-03 08:00', 'change-expected-discharge', {
      expectedDischargeAt: at('2026-03-09 12:00'),
    });
    correct(stay, '2026-03-03 09:00', 2, { expectedDischargeAt: at('2026-03-05 12:00') });
    expect(dischargeContext(stay.state).expectedDischargeAt).toBe(at('2026-03-09 12:00'));
    expect(stay.last).toMatchObject({ moved: [], opened: [] });
    // When the newer is struck, the corrected older one holds, not the one that was wrong.
    stay.give('2026-03-03 10:00', 'makulera-event', { event: 3, reason });
    expect(dischargeContext(stay.state).expectedDischargeAt).toBe(at('2026-03-05 12:00'));
  });

  it('judged at, left at, died at', () => {
    const stay = left();
    correct(stay, '2026-03-03 14:00', 3, { judgedAt: at('2026-03-03 07:45') });
    correct(stay, '2026-03-03 14:05', 4, { leftAt: at('2026-03-03 11:00') });
    expect(dischargeContext(stay.state)).toMatchObject({
      leftAt: at('2026-03-03 11:00'),
      utskrivningsklar: { judgedAt: at('2026-03-03 07:45'), sentAt: at('2026-03-03 09:00') },
    });
    // Both sides remember it.
    expect(stay.duty('overtagande', 'h2-1').due).toBe(at('2026-03-04 11:00'));
    const dead = ready().give('2026-03-03 12:00', 'register-death');
    correct(dead, '2026-03-03 13:00', 4, { diedAt: at('2026-03-03 10:00') });
    expect(dischargeContext(dead.state).diedAt).toBe(at('2026-03-03 10:00'));
    expect(dead.state.closedAt).toBe(at('2026-03-03 12:00'));
  });

  it("a receiver's times, told to the ward", () => {
    const stay = told().give(
      '2026-03-02 11:00',
      'state-can-receive-from',
      { canReceiveFrom: at('2026-03-05 08:00') },
      { handover: 'h2-1' },
    );
    correct(stay, '2026-03-02 12:00', 3, { canReceiveFrom: at('2026-03-04 08:00') });
    expect(stay.state.machines['h2-1']!.context).toMatchObject({
      canReceiveFrom: at('2026-03-04 08:00'),
    });
    expect(stay.last.effects).toMatchObject([{ entry: 'rattelse', units: [WARD] }]);
  });

  it('may be corrected again, and a struck correction no longer holds', () => {
    const stay = told();
    correct(stay, '2026-03-02 12:00', 2, { expectedDischargeAt: at('2026-03-07 12:00') });
    correct(stay, '2026-03-02 13:00', 2, { expectedDischargeAt: at('2026-03-08 12:00') });
    expect(dischargeContext(stay.state).expectedDischargeAt).toBe(at('2026-03-08 12:00'));
    stay.give('2026-03-02 14:00', 'makulera-event', { event: 4, reason });
    expect(dischargeContext(stay.state).expectedDischargeAt).toBe(at('2026-03-07 12:00'));
    stay.give('2026-03-02 15:00', 'makulera-event', { event: 3, reason });
    expect(dischargeContext(stay.state).expectedDischargeAt).toBe(at('2026-03-06 12:00'));
  });

  it('works after the end of the case, and reopens nothing', () => {
    const stay = new Stay()
      .give('2026-03-02 08:00', 'admit', { patient })
      .give('2026-03-03 11:00', 'discharge');
    correct(stay, '2026-03-20 08:00', 2, { leftAt: at('2026-03-03 09:00') });
    expect(stay.state).toMatchObject({ closedAt: at('2026-03-03 11:00'), duties: [] });
  });
});

describe('a correction is refused', () => {
  const ask = (stay: Stay, payload: object) =>
    stay.ask({
      name: 'correct',
      payload: { reason, ...payload },
      recordedAt: at('2026-03-03 12:00'),
    });

  it.each<[string, () => Stay, object, object]>([
    ['without a fact', told, { event: 1 }, { because: 'payload' }],
    [
      'of a fact that the event does not tell',
      told,
      { event: 1, leftAt: at('2026-03-03 10:00') },
      { because: 'payload' },
    ],
    [
      'of an event that is not there',
      told,
      { event: 9, admittedAt: at('2026-03-02 07:00') },
      { because: 'event' },
    ],
    [
      'to a time in the future',
      told,
      { event: 1, admittedAt: at('2026-03-03 12:01') },
      { because: 'rule' },
    ],
    [
      'to an admission after the judgement',
      ready,
      { event: 1, admittedAt: at('2026-03-03 08:31') },
      { because: 'rule' },
    ],
    [
      'to a leaving before the judgement',
      left,
      { event: 4, leftAt: at('2026-03-03 08:29') },
      { because: 'rule' },
    ],
    [
      'to a judgement before the admission',
      ready,
      { event: 3, judgedAt: at('2026-03-02 07:59') },
      { because: 'rule' },
    ],
  ])('%s', (_what, stay, payload, refusal) => {
    const played = stay();
    const events = played.log.length;
    expect(ask(played, payload)).toMatchObject({ kind: 'refused', ...refusal });
    expect(played.log).toHaveLength(events);
  });

  it('of a struck event, and of a correction', () => {
    const stay = correct(ready(), '2026-03-03 10:00', 3, { judgedAt: at('2026-03-03 08:00') });
    expect(ask(stay, { event: 4, judgedAt: at('2026-03-03 08:10') })).toMatchObject({
      why: { sv: 'Rätta den ursprungliga händelsen i stället för rättelsen.' },
    });
    stay.give('2026-03-03 11:00', 'makulera-event', { event: 3, reason });
    expect(ask(stay, { event: 3, judgedAt: at('2026-03-03 08:10') })).toMatchObject({
      why: { sv: 'Händelsen är redan makulerad.' },
    });
  });
});
