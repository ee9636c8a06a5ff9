import { allowed } from '@hemgang/engine';
import { ANY_TIME } from './history.testing';
import { discharge } from './index';
import { allNeeds, at, patient, socialNeeds, Stay } from './stay.testing';
import { staffOf, WARD } from './units.testing';

const physician = 'Karin Åström';

const told = () =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs: socialNeeds, physician })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand'],
      expectedDischargeAt: at('2026-03-06 12:00'),
    });

const judged = { physician, judgedAt: at('2026-03-02 10:30') };
const ready = () => told().give('2026-03-02 11:00', 'mark-utskrivningsklar', judged);
const left = () => ready().give('2026-03-02 13:00', 'discharge');
const leftPlanned = () =>
  ready()
    .give('2026-03-02 12:00', 'plan-start', { startAt: at('2026-03-02 17:00') })
    .give('2026-03-02 13:00', 'discharge');
const dead = () => ready().give('2026-03-02 13:00', 'register-death');
const unneeded = () => told().give('2026-03-02 11:00', 'no-need', { physician });
const sunderby = { region: '25', hospital: 'Sunderby sjukhus' };
const transferred = () => ready().give('2026-03-02 13:00', 'transfer-to-region', sunderby);
const struck = () => ready().give('2026-03-02 13:00', 'makulera-case', { reason: 'Fel patient.' });
const moved = () =>
  ready()
    .give('2026-03-02 13:00', 'request-move', { unit: 'lycksele-medicin' })
    .give('2026-03-02 14:00', 'accept-move');
const noCar = { reason: 'Ingen bil.', expectedDischargeAt: at('2026-03-03 12:00') };
const weekend = { from: at('2026-03-07 09:00'), until: at('2026-03-08 18:00') };
const information = { way: 'here', text: 'Går med rollator.' };

const ask = (stay: Stay, name: string, payload: Readonly<Record<string, unknown>> = {}) =>
  stay.ask({ name, payload, recordedAt: at('2026-03-02 15:00') });

describe('what is out of turn is not possible, also when some part of the case would take it', () => {
  it.each<[string, () => Stay, string, Record<string, unknown>]>([
    ['leaving twice', left, 'discharge', {}],
    ['leaving after death', dead, 'discharge', {}],
    ['dying twice', dead, 'register-death', {}],
    ['leaving unplanned after death', dead, 'discharge', { ending: 'absconded' }],
    ['going to another region after leaving', left, 'transfer-to-region', sunderby],
    ['going to another region after death', dead, 'transfer-to-region', sunderby],
    ['dying here after the transfer', transferred, 'register-death', {}],
    ['not having left after leaving', left, 'report-discharge-not-carried-out', noCar],
    ['needing nothing after leaving', left, 'no-need', { physician }],
    ['needing nothing before anybody judged', unneeded, 'no-need', { physician }],
    ['moving after leaving', left, 'request-move', { unit: 'lycksele-medicin' }],
    ['taking over twice', moved, 'accept-move', {}],
    ['declining what is taken over', moved, 'decline-move', { reason: 'Fullt.' }],
    ['taking back what is taken over', moved, 'cancel-move', {}],
    ['being ready for a move that is done', moved, 'mark-ready-for-transfer', {}],
    ['going on leave after leaving', left, 'note-permission', weekend],
    ['coming back from leave after leaving', left, 'end-permission', {}],
    ['being held after leaving', left, 'note-compulsory-care', { law: 'lpt' }],
    ['striking twice', struck, 'makulera-case', { reason: 'Igen.' }],
    ['admitting into what is struck', struck, 'judge-need', { needs: allNeeds, physician }],
    ['dying in what is struck', struck, 'register-death', {}],
    [
      'withdrawing a judgement that nobody has made',
      () => told().give('2026-03-02 12:00', 'send-utskrivningsinformation', information),
      'withdraw-utskrivningsklar',
      { reason: 'Feber.' },
    ],
    [
      'withdrawing a judgement after the patient has left',
      left,
      'withdraw-utskrivningsklar',
      { reason: 'Feber.' },
    ],
    ['judging twice', ready, 'mark-utskrivningsklar', judged],
    ['judging after the patient has left', left, 'mark-utskrivningsklar', judged],
    ['notifying what nothing hindered', ready, 'notify-utskrivningsklar', {}],
    ['holding back what nothing hindered', ready, 'hold-back-notice', { reason: 'Nej.' }],
    ['holding back what is not owed', told, 'hold-back-information', { reason: 'Nej.' }],
    ['informing about the dead', dead, 'send-utskrivningsinformation', information],
    [
      'telling the receivers twice',
      told,
      'send-inskrivningsmeddelande',
      { receivers: ['hc-mariehem'], expectedDischargeAt: at('2026-03-06 12:00') },
    ],
    ['judging a need twice', told, 'judge-need', { needs: allNeeds, physician }],
    [
      'expecting another day after the patient has left',
      left,
      'change-expected-discharge',
      { expectedDischargeAt: at('2026-03-09 12:00') },
    ],
    ['taking over who has not left', ready, 'take-over', {}],
    ['reporting on somebody who has not left', ready, 'report-no-start', { outcome: 'not-home' }],
    [
      'planning a visit that is planned already, when the patient has left',
      () => leftPlanned(),
      'plan-start',
      { startAt: at('2026-03-02 18:00') },
    ],
    [
      'reporting on a start that has taken place',
      () => left().give('2026-03-02 14:00', 'take-over'),
      'report-no-start',
      { outcome: 'nobody-came' },
    ],
    [
      'stating where the patient goes after she has gone',
      left,
      'plan-destination',
      { destination: 'sabo' },
    ],
    ['planning after the patient has left', left, 'start-planning', {}],
    [
      'acknowledging twice',
      () => told().give('2026-03-02 12:00', 'acknowledge'),
      'acknowledge',
      {},
    ],
    [
      'answering a notice that was sent back',
      () => told().give('2026-03-02 12:00', 'reject', { reason: 'Bor i Vännäs.' }),
      'answer',
      { answer: 'not-known' },
    ],
  ])('%s', (_what, stay, name, payload) => {
    expect(ask(stay(), name, payload)).toEqual({
      kind: 'refused',
      because: 'state',
      why: discharge.commands.find((command) => command.name === name)?.possibleWhen,
    });
  });

  it('is not offered either', () => {
    const offered = (stay: Stay) =>
      allowed(discharge, stay.state, staffOf(WARD))
        .allowed.map(({ command }) => command.name)
        .filter((name) => !ANY_TIME.includes(name));
    expect(offered(struck())).toEqual([]);
    // Why she waited is gone through afterwards, too.
    const atTheEnd = ['strike-wrong-person', 'makulera-case', 'set-delay-cause'];
    expect(offered(dead())).toEqual(atTheEnd);
    expect(offered(transferred())).toEqual(atTheEnd);
    expect(offered(left())).toEqual([
      'send-utskrivningsinformation',
      'hold-back-information',
      'give-patient-summary',
      'add-receiver',
      'strike-wrong-person',
      'register-death',
      'makulera-case',
      'set-delay-cause',
      'register-call',
    ]);
    expect(offered(told())).toEqual([
      'change-expected-discharge',
      'plan-destination',
      'mark-utskrivningsklar',
      'send-utskrivningsinformation',
      'give-patient-summary',
      'add-receiver',
      'request-move',
      'note-permission',
      'note-compulsory-care',
      'move-wrong-person',
      'strike-wrong-person',
      'discharge',
      'report-discharge-not-carried-out',
      'transfer-to-region',
      'register-death',
      'no-need',
      'makulera-case',
    ]);
  });
});

describe('what may be done again is taken again', () => {
  const openCare = () =>
    new Stay()
      .give('2026-03-02 08:00', 'admit', { patient, needs: allNeeds, physician })
      .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
        receivers: ['hc-mariehem'],
        expectedDischargeAt: at('2026-03-06 12:00'),
      });
  const contact = { name: 'Maria Öberg', phone: '0980-319 217' };

  it('another named contact replaces the first, and the ward is told', () => {
    const stay = openCare()
      .give('2026-03-02 11:00', 'appoint-fast-vardkontakt', contact)
      .give('2026-03-02 12:00', 'appoint-fast-vardkontakt', { ...contact, name: 'Bo Ek' });
    expect(stay.last).toMatchObject({
      opened: [],
      closed: [],
      effects: [{ type: 'disclose', entry: 'fast-vardkontakt', units: [WARD] }],
    });
  });

  it('measures that are not there are told, and the duty stays', () => {
    const stay = openCare().give('2026-03-02 11:00', 'clarify-open-care', { available: false });
    expect(stay.last).toMatchObject({
      closed: [],
      effects: [{ type: 'disclose', entry: 'oppenvard-saknas', units: [WARD] }],
    });
    expect(stay.duty('oppenvard-klarlagd').id).toBe('h2-1.oppenvard-klarlagd.2');
    stay.give('2026-03-02 12:00', 'clarify-open-care', { available: true });
    expect(stay.last.closed).toMatchObject([{ key: 'oppenvard-klarlagd', outcome: 'fulfilled' }]);
  });

  it('information that was corrected is sent again and acknowledged again', () => {
    const stay = ready()
      .give('2026-03-02 12:00', 'send-utskrivningsinformation', information)
      .give('2026-03-02 12:10', 'acknowledge')
      .give('2026-03-02 12:30', 'send-utskrivningsinformation', information);
    expect(stay.last.opened).toMatchObject([{ id: 'h2-1.kvittens.6', key: 'kvittens' }]);
  });

  it('a judgement withdrawn and made again owes information, summary and readiness again', () => {
    const stay = ready()
      .give('2026-03-02 12:00', 'send-utskrivningsinformation', information)
      .give('2026-03-02 12:10', 'give-patient-summary', information)
      .give('2026-03-02 13:00', 'withdraw-utskrivningsklar', { reason: 'Feber.' })
      .give('2026-03-03 13:00', 'mark-utskrivningsklar', judged);
    expect(stay.last.opened.map(({ id }) => id)).toEqual([
      'discharge.utskrivningsinformation.7',
      'discharge.patientsammanfattning.7',
      'h2-1.beredskap.7',
    ]);
  });
});

describe('an ordinary stay', () => {
  it('ends when every receiver has taken over and nothing is owed', () => {
    const stay = left()
      .give('2026-03-02 13:10', 'send-utskrivningsinformation', information)
      .give('2026-03-02 13:20', 'give-patient-summary', information)
      .give('2026-03-02 14:00', 'acknowledge');
    expect(discharge.summary(stay.state)).toEqual({
      word: 'left',
      endedAt: at('2026-03-02 13:00'),
    });
    stay.give('2026-03-02 17:00', 'take-over');
    expect(stay.state.closedAt).toBe(at('2026-03-02 17:00'));
    expect(discharge.summary(stay.state).word).toBe('closed');
  });

  it('without a need ends when the patient leaves', () => {
    const stay = new Stay()
      .give('2026-03-02 08:00', 'admit', { patient })
      .give('2026-03-03 10:00', 'discharge');
    expect(stay.state).toMatchObject({ duties: [], closedAt: at('2026-03-03 10:00') });
  });

  it('ends a notice that secrecy goes on hindering as hindered, and takes it up again when asked', () => {
    const stay = told()
      .give('2026-03-02 11:00', 'mark-utskrivningsklar', { ...judged, secrecyHinders: true })
      .give('2026-03-02 12:00', 'hold-back-notice', { reason: 'Patienten har sagt nej.' });
    expect(stay.last).toMatchObject({
      closed: [{ key: 'underrattelse', outcome: 'hindered' }],
      effects: [],
    });
    stay.give('2026-03-02 13:00', 'notify-utskrivningsklar');
    expect(stay.last.effects).toMatchObject([{ type: 'disclose', entry: 'utskrivningsklar' }]);
  });

  it('ends the information that secrecy hinders as hindered, and may send it later', () => {
    const reason = 'Patienten har sagt nej.';
    const stay = ready().give('2026-03-02 12:00', 'hold-back-information', { reason });
    expect(stay.last).toMatchObject({
      closed: [{ key: 'utskrivningsinformation', outcome: 'hindered' }],
      effects: [],
    });
    stay.give('2026-03-02 13:00', 'makulera-event', { event: stay.state.seq, reason });
    expect(stay.last.opened).toMatchObject([{ key: 'utskrivningsinformation' }]);
    stay
      .give('2026-03-02 14:00', 'hold-back-information', { reason })
      .give('2026-03-02 15:00', 'send-utskrivningsinformation', information);
    expect(stay.last.effects).toMatchObject([
      { type: 'disclose', entry: 'utskrivningsinformation' },
    ]);
  });

  it('calls a notice that secrecy hindered until the end hindered', () => {
    const stay = told()
      .give('2026-03-02 11:00', 'mark-utskrivningsklar', { ...judged, secrecyHinders: true })
      .give('2026-03-02 13:00', 'discharge');
    expect(stay.last.closed).toContainEqual(
      expect.objectContaining({ key: 'underrattelse', outcome: 'hindered' }),
    );
  });

  it('goes through every word of its life in order', () => {
    const words = [
      new Stay().give('2026-03-02 08:00', 'admit', { patient, needs: socialNeeds, physician }),
      told(),
      ready(),
      left(),
      dead(),
      struck(),
    ].map(({ state }) => discharge.summary(state).word);
    expect(words).toEqual(discharge.words);
  });
});
