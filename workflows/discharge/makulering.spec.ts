import { discharge, dischargeContext } from './index';
import { allNeeds, at, patient, socialNeeds, Stay } from './stay.testing';
import { staffOf, WARD } from './units.testing';

const physician = 'Karin Åström';
const reason = 'Fel patient.';
const text = { way: 'here', text: 'Går med rollator.' };

const admitted = (needs = socialNeeds) =>
  new Stay().give('2026-03-02 08:00', 'admit', { patient, needs, physician });
/** Umeå is h2-1, Mariehem h2-2. */
const told = () =>
  admitted(allNeeds).give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
    receivers: ['umea-bistand', 'hc-mariehem'],
    expectedDischargeAt: at('2026-03-06 12:00'),
  });
const ready = (stay = told()) =>
  stay.give('2026-03-03 09:00', 'mark-utskrivningsklar', {
    physician,
    judgedAt: at('2026-03-03 08:30'),
  });
const left = (stay = ready()) => stay.give('2026-03-03 13:00', 'discharge');

/** Strikes the latest event of a kind. */
const strike = (stay: Stay, when: string, type: string) =>
  stay.give(when, 'makulera-event', { event: seqOf(stay, type), reason });
const seqOf = ({ log }: Stay, type: string) => log.findLast((event) => event.type === type)!.seq;
const tryStrike = (stay: Stay, type: string, more = {}) =>
  stay.ask({
    name: 'makulera-event',
    payload: { event: seqOf(stay, type), reason },
    recordedAt: at('2026-03-09 08:00'),
    ...more,
  });
const open = ({ state }: Stay) =>
  state.duties.map(({ machine, key }) => `${machine} ${key}`).sort();

/** What a case owes and where its machines stand, whatever its history. */
const standing = (stay: Stay) => ({
  values: Object.fromEntries(
    Object.entries(stay.state.machines).map(([id, { value }]) => [id, value]),
  ),
  open: open(stay),
  closedAt: stay.state.closedAt,
});

describe('a struck event of the ward', () => {
  it('discharge: the patient is on the ward again, and everybody owes what was owed', () => {
    const before = standing(ready());
    const stay = strike(left(), '2026-03-03 14:00', 'discharge');
    expect(standing(stay)).toEqual(before);
    expect(dischargeContext(stay.state).leftAt).toBeNull();
    expect(discharge.summary(stay.state)).toEqual({ word: 'utskrivningsklar', endedAt: null });
    expect(stay.last.effects).toEqual([
      {
        type: 'disclose',
        entry: 'makulering',
        legalBasis: 'PROCESS',
        units: ['umea-bistand', 'hc-mariehem'],
      },
    ]);
    // The receivers must have seen that the patient is not on the way.
    const { unacknowledged } = stay.state.machines['h2-1']!.context as { unacknowledged: object[] };
    expect(unacknowledged.at(-1)).toMatchObject({ entry: 'makulering' });
  });

  it.each([
    ['planering', [] as string[]],
    ['beredskap', ['start-planning']],
    [undefined, ['start-planning', 'report-ready', 'answer']],
  ])('discharge: a receiver stands where it stood (%s)', (owed, steps) => {
    const course = () =>
      steps.reduce(
        (stay, name, index) =>
          stay.give(
            `2026-03-03 10:0${index}`,
            name,
            name === 'answer' ? { answer: 'not-known' } : {},
            {
              handover: 'h2-1',
            },
          ),
        ready(),
      );
    const stay = strike(left(course()), '2026-03-03 14:00', 'discharge');
    expect(standing(stay)).toEqual(standing(course()));
    if (owed !== undefined) expect(open(stay)).toContain(`h2-1 ${owed}`);
  });

  it('discharge without a need: admitted again', () => {
    const course = () => new Stay().give('2026-03-02 08:00', 'admit', { patient });
    const stay = strike(
      course().give('2026-03-03 08:00', 'discharge'),
      '2026-03-03 09:00',
      'discharge',
    );
    expect(standing(stay)).toEqual(standing(course()));
    expect(stay.state.closedAt).toBeNull();
  });

  it('discharge is carried by a taking over: that must be struck first, says the answer', () => {
    const stay = left().give('2026-03-03 16:00', 'take-over', {}, { handover: 'h2-1' });
    expect(tryStrike(stay, 'discharge')).toMatchObject({
      kind: 'refused',
      because: 'state',
      why: { sv: 'Senare händelser vilar på den här. Makulera först 5 (Vi har tagit över).' },
    });
    strike(stay, '2026-03-03 17:00', 'take-over');
    strike(stay, '2026-03-03 17:05', 'discharge');
    expect(discharge.summary(stay.state).word).toBe('utskrivningsklar');
  });

  it('mark-utskrivningsklar: as withdrawn, and the receivers must have seen it', () => {
    const stay = strike(ready(), '2026-03-03 10:00', 'mark-utskrivningsklar');
    expect(dischargeContext(stay.state).utskrivningsklar).toBeNull();
    expect(open(stay)).not.toContain('discharge utskrivningsinformation');
    expect(stay.last.closed.map(({ key, outcome }) => [key, outcome])).toEqual([
      ['utskrivningsinformation', 'withdrawn'],
      ['patientsammanfattning', 'withdrawn'],
      ['beredskap', 'withdrawn'],
    ]);
    expect(stay.state.machines['h2-2']!.context).toMatchObject({ utskrivningsklarSentAt: null });
  });

  it('mark-utskrivningsklar of before: a later judgement stands', () => {
    const stay = ready()
      .give('2026-03-03 10:00', 'withdraw-utskrivningsklar', { reason: 'Feber.' })
      .give('2026-03-04 10:00', 'mark-utskrivningsklar', {
        physician,
        judgedAt: at('2026-03-04 09:00'),
      });
    const before = standing(stay);
    stay.give('2026-03-04 11:00', 'makulera-event', { event: 3, reason });
    expect(standing(stay)).toEqual(before);
    expect(dischargeContext(stay.state).utskrivningsklar?.judgedAt).toBe(at('2026-03-04 09:00'));
    expect(stay.state.rattelser).toEqual([{ event: 3, by: 6, kind: 'makulera-event' }]);
  });

  it('notify-utskrivningsklar: secrecy hinders the notice again', () => {
    const stay = told()
      .give('2026-03-03 09:00', 'mark-utskrivningsklar', {
        physician,
        judgedAt: at('2026-03-03 08:30'),
        secrecyHinders: true,
      })
      .give('2026-03-03 10:00', 'notify-utskrivningsklar');
    strike(stay, '2026-03-03 11:00', 'notify-utskrivningsklar');
    expect(dischargeContext(stay.state).utskrivningsklar?.sentAt).toBeNull();
    expect(stay.duty('underrattelse').due).toBe(at('2026-03-04 08:30'));
  });

  it('judge-need: nothing is owed until a need is judged', () => {
    const stay = new Stay()
      .give('2026-03-02 08:00', 'admit', { patient })
      .give('2026-03-02 09:00', 'judge-need', { needs: socialNeeds, physician });
    strike(stay, '2026-03-02 10:00', 'judge-need');
    expect(stay.last.closed).toMatchObject([
      { key: 'inskrivningsmeddelande', outcome: 'withdrawn' },
    ]);
    expect(dischargeContext(stay.state)).toMatchObject({ needs: null, needKnownAt: null });
  });

  it('send-inskrivningsmeddelande: the notice is owed again, the receivers owe nothing', () => {
    const stay = strike(told(), '2026-03-02 12:00', 'send-inskrivningsmeddelande');
    expect(open(stay)).toEqual(['discharge inskrivningsmeddelande']);
    expect(stay.duty('inskrivningsmeddelande').due).toBe(at('2026-03-03 08:00'));
    expect(dischargeContext(stay.state)).toMatchObject({ receivers: [], noticeSentAt: null });
    stay.give('2026-03-02 13:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand', 'hc-mariehem'],
      expectedDischargeAt: at('2026-03-06 12:00'),
    });
    expect(open(stay)).toContain('h4-1 kvittens');
  });

  it('send-inskrivningsmeddelande that came back: no new receiver is owed', () => {
    const stay = told().give('2026-03-02 11:00', 'reject', { reason }, { handover: 'h2-1' });
    strike(stay, '2026-03-02 12:00', 'send-inskrivningsmeddelande');
    expect(open(stay)).toEqual(['discharge inskrivningsmeddelande']);
  });

  it('change-expected-discharge: the time before holds again, on both sides', () => {
    const stay = told().give('2026-03-03 08:00', 'change-expected-discharge', {
      expectedDischargeAt: at('2026-03-09 12:00'),
    });
    strike(stay, '2026-03-03 09:00', 'change-expected-discharge');
    expect(dischargeContext(stay.state).expectedDischargeAt).toBe(at('2026-03-06 12:00'));
    expect(stay.duty('fast-vardkontakt').due).toBe(at('2026-03-06 12:00'));
    expect(stay.last.moved.map(({ after }) => after.key)).toEqual([
      'beraknad-utskrivning',
      'fast-vardkontakt',
    ]);
  });

  it('send-utskrivningsinformation and give-patient-summary: owed again, also after the leaving', () => {
    const stay = left(
      ready()
        .give('2026-03-03 10:00', 'send-utskrivningsinformation', text)
        .give('2026-03-03 10:10', 'give-patient-summary', text),
    );
    strike(stay, '2026-03-03 15:00', 'send-utskrivningsinformation');
    strike(stay, '2026-03-03 15:10', 'give-patient-summary');
    expect(open(stay)).toEqual(
      expect.arrayContaining([
        'discharge utskrivningsinformation',
        'discharge patientsammanfattning',
      ]),
    );
  });

  it('send-utskrivningsinformation of before: the newer information stands', () => {
    const stay = ready()
      .give('2026-03-03 10:00', 'send-utskrivningsinformation', text)
      .give('2026-03-03 11:00', 'send-utskrivningsinformation', text);
    stay.give('2026-03-03 12:00', 'makulera-event', { event: 4, reason });
    expect(open(stay)).not.toContain('discharge utskrivningsinformation');
  });

  it('register-death: everything stands where it stood, on every side', () => {
    const course = () =>
      ready()
        .give('2026-03-03 10:00', 'acknowledge', {}, { handover: 'h2-1' })
        .give('2026-03-03 10:10', 'send-utskrivningsinformation', text);
    const stay = course().give('2026-03-03 12:00', 'register-death');
    expect(stay.state.closedAt).not.toBeNull();
    strike(stay, '2026-03-03 13:00', 'register-death');
    expect(standing(stay)).toEqual(standing(course()));
    expect(dischargeContext(stay.state).diedAt).toBeNull();
    expect(stay.last.effects).toMatchObject([
      { entry: 'makulering', units: ['umea-bistand', 'hc-mariehem'] },
    ]);
  });
});

describe('a struck event of a receiver', () => {
  const on = { handover: 'h2-2' };

  it('acknowledge: the same messages are unacknowledged, since they were sent', () => {
    const stay = told().give('2026-03-02 11:00', 'acknowledge', {}, on);
    const kvittens = stay.last.closed[0]!;
    strike(stay, '2026-03-02 12:00', 'acknowledge');
    expect(stay.last.opened).toMatchObject([
      { key: 'kvittens', since: kvittens.since, due: kvittens.due },
    ]);
    expect(stay.last.effects).toMatchObject([{ entry: 'makulering', units: [WARD] }]);
    expect(stay.state.machines['h2-2']!.context).toMatchObject({
      unacknowledged: [{ id: 'm2', entry: 'inskrivningsmeddelande' }],
    });
  });

  it.each([
    ['answer', { answer: 'not-known' }, 'svar'],
    ['start-planning', {}, 'planering'],
    [
      'appoint-fast-vardkontakt',
      { name: 'Maria Öberg', phone: '0980-319 217' },
      'fast-vardkontakt',
    ],
    ['clarify-open-care', { available: true }, 'oppenvard-klarlagd'],
  ])('%s: owed again with the same time', (name, payload, key) => {
    const stay = told();
    const { since, due } = stay.duty(key, 'h2-2');
    stay.give('2026-03-02 11:00', name, payload, on);
    strike(stay, '2026-03-02 12:00', name);
    expect(stay.duty(key, 'h2-2')).toMatchObject({ since, due });
  });

  it('report-ready: getting ready is owed again, and its time is forgotten', () => {
    const stay = told()
      .give('2026-03-02 11:00', 'start-planning', {}, on)
      .give('2026-03-02 12:00', 'report-ready', { canReceiveFrom: at('2026-03-05 08:00') }, on);
    strike(stay, '2026-03-02 13:00', 'report-ready');
    expect(stay.duty('beredskap', 'h2-2').due).toBe(at('2026-03-06 12:00'));
    expect(stay.state.machines['h2-2']!.context).toMatchObject({ canReceiveFrom: null });
  });

  it('take-over: taking over is owed again, also when the case was closed', () => {
    const stay = new Stay()
      .give('2026-03-02 08:00', 'admit', { patient, needs: socialNeeds, physician })
      .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
        receivers: ['umea-bistand'],
        expectedDischargeAt: at('2026-03-06 12:00'),
      });
    left(ready(stay).give('2026-03-03 10:00', 'send-utskrivningsinformation', text))
      .give('2026-03-03 13:00', 'give-patient-summary', text)
      .give('2026-03-03 14:00', 'acknowledge')
      .give('2026-03-03 16:00', 'take-over');
    expect(stay.state.closedAt).toBe(at('2026-03-03 16:00'));
    strike(stay, '2026-03-04 08:00', 'take-over');
    expect(stay.state.closedAt).toBeNull();
    expect(stay.duty('overtagande').due).toBe(at('2026-03-04 13:00'));
  });

  it('an answer struck after the leaving is only marked', () => {
    const stay = left(ready().give('2026-03-03 10:00', 'answer', { answer: 'not-known' }, on));
    const before = standing(stay);
    strike(stay, '2026-03-03 15:00', 'answer');
    expect(standing(stay)).toEqual(before);
    expect(stay.state.rattelser).toHaveLength(1);
  });
});

describe('a makulering is refused', () => {
  it.each([
    ['admit', 'En inskrivning stryks genom att hela ärendet makuleras.'],
    ['send-inskrivningsmeddelande', /Makulera först 3 \(Patienten är utskrivningsklar\)/],
  ])('of %s, in words', (type, why) => {
    const expected = typeof why === 'string' ? why : expect.stringMatching(why);
    expect(tryStrike(ready(), type)).toMatchObject({ because: 'state', why: { sv: expected } });
  });

  it('of an event that is struck already, and of a makulering', () => {
    const stay = strike(ready(), '2026-03-03 10:00', 'mark-utskrivningsklar');
    expect(tryStrike(stay, 'mark-utskrivningsklar')).toMatchObject({
      why: { sv: 'Händelsen är redan makulerad.' },
    });
    expect(tryStrike(stay, 'makulera-event')).toMatchObject({
      why: { sv: expect.stringContaining('går inte att makulera') },
    });
  });

  it('to another unit, to another role, and of an event that is not there', () => {
    const stay = ready();
    expect(
      tryStrike(stay, 'mark-utskrivningsklar', {
        by: staffOf('umea-bistand'),
      }),
    ).toMatchObject({ because: 'role' });
    expect(
      tryStrike(stay, 'mark-utskrivningsklar', { by: { unit: WARD, roles: ['clerk'] } }),
    ).toMatchObject({ because: 'role' });
    expect(
      stay.ask({
        name: 'makulera-event',
        payload: { event: 99, reason },
        recordedAt: at('2026-03-09 08:00'),
      }),
    ).toMatchObject({ because: 'event' });
    expect(stay.log).toHaveLength(3);
  });

  it('of a death that something has happened after', () => {
    const stay = ready()
      .give('2026-03-03 12:00', 'register-death')
      .give('2026-03-03 13:00', 'correct', {
        event: 1,
        admittedAt: at('2026-03-02 07:00'),
        reason,
      });
    expect(tryStrike(stay, 'register-death')).toMatchObject({
      why: { sv: expect.stringContaining('Makulera först 5 (Rätta en uppgift)') },
    });
  });
});
