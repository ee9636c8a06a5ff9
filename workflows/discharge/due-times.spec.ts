import { at, allNeeds, patient, socialNeeds, Stay } from './stay.testing';

/**
 * Due times computed by hand, in UTC. Sweden is one hour ahead in winter and two from 29 March to
 * 25 October 2026. Numbers in brackets are the worked examples of the rulebook.
 */

const physician = 'Karin Åström';

const admitted = (when: string, needs = socialNeeds) =>
  new Stay().give(when, 'admit', { patient, needs, physician });

/** Admitted Monday 2 March 08:00, told at 10:00, expected home Friday 6 March 12:00. */
const told = (receivers = ['umea-bistand'], needs = socialNeeds) =>
  admitted('2026-03-02 08:00', needs).give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
    receivers,
    expectedDischargeAt: at('2026-03-06 12:00'),
  });

const toldBoth = () => told(['umea-bistand', 'hc-mariehem'], allNeeds);
const planning = () => told().give('2026-03-02 11:00', 'start-planning');

const ready = (stay: Stay, when: string, more = {}) =>
  stay.give(when, 'mark-utskrivningsklar', { physician, judgedAt: at(when), ...more });

type Row = readonly [what: string, stay: () => Stay, duty: string, due: string];

const due = ([, stay, key]: Row) => {
  const [duty = '', machine] = key.split(' of ');
  return stay().duty(duty, machine).due;
};

const senders: Row[] = [
  [
    '24 h from the admission (9)',
    () => admitted('2026-03-03 16:40'),
    'inskrivningsmeddelande',
    '2026-03-04T15:40:00.000Z',
  ],
  [
    '24 elapsed hours when the clock is moved forward: 14:00 (11)',
    () => admitted('2026-03-28 13:00'),
    'inskrivningsmeddelande',
    '2026-03-29T12:00:00.000Z',
  ],
  [
    '24 elapsed hours when the clock is moved back: 12:00',
    () => admitted('2026-10-24 13:00'),
    'inskrivningsmeddelande',
    '2026-10-25T11:00:00.000Z',
  ],
  [
    '24 h from a later judgement',
    () =>
      new Stay()
        .give('2026-03-02 08:00', 'admit', { patient })
        .give('2026-03-03 11:00', 'judge-need', {
          needs: socialNeeds,
          judgedAt: at('2026-03-03 10:30'),
          physician,
        }),
    'inskrivningsmeddelande',
    '2026-03-04T09:30:00.000Z',
  ],
  [
    '24 h from when a later judgement happened, when no other time is given',
    () =>
      new Stay()
        .give('2026-03-02 08:00', 'admit', { patient })
        .give(
          '2026-03-03 11:00',
          'judge-need',
          { needs: socialNeeds, physician },
          { occurredAt: at('2026-03-03 09:00') },
        ),
    'inskrivningsmeddelande',
    '2026-03-04T08:00:00.000Z',
  ],
  ['when the discharge is expected', told, 'beraknad-utskrivning', '2026-03-06T11:00:00.000Z'],
  [
    'when it is expected now',
    () =>
      told().give('2026-03-05 09:00', 'change-expected-discharge', {
        expectedDischargeAt: at('2026-03-09 12:00'),
      }),
    'beraknad-utskrivning',
    '2026-03-09T11:00:00.000Z',
  ],
  [
    '24 h from a judgement whose notice secrecy hinders',
    () => ready(told(), '2026-03-05 09:00', { secrecyHinders: true }),
    'underrattelse',
    '2026-03-06T08:00:00.000Z',
  ],
  [
    'the end of the day when the discharge is expected',
    () => ready(told(), '2026-03-05 09:00'),
    'utskrivningsinformation',
    '2026-03-06T23:00:00.000Z',
  ],
  [
    'the end of the day when the patient left',
    () => ready(told(), '2026-03-05 09:00').give('2026-03-05 15:00', 'discharge'),
    'utskrivningsinformation',
    '2026-03-05T23:00:00.000Z',
  ],
  [
    'the end of the day when the patient left against advice, never judged ready',
    () => told().give('2026-03-05 15:00', 'discharge', { ending: 'left-against-advice' }),
    'utskrivningsinformation',
    '2026-03-05T23:00:00.000Z',
  ],
  [
    'the new time when the planned discharge did not happen',
    () =>
      told().give('2026-03-06 13:00', 'report-discharge-not-carried-out', {
        reason: 'Ingen bil.',
        expectedDischargeAt: at('2026-03-07 10:00'),
      }),
    'beraknad-utskrivning',
    '2026-03-07T09:00:00.000Z',
  ],
  [
    '24 h from a new judgement after there was no need',
    () =>
      told()
        .give('2026-03-03 09:00', 'no-need', { physician })
        .give('2026-03-05 09:00', 'judge-need', { needs: socialNeeds, physician }),
    'inskrivningsmeddelande',
    '2026-03-06T08:00:00.000Z',
  ],
  [
    '8 h from the request',
    () => told().give('2026-03-03 09:00', 'request-move', { unit: 'lycksele-medicin' }),
    'omflyttning',
    '2026-03-03T16:00:00.000Z',
  ],
  [
    '8 h from when the move is planned',
    () =>
      told().give('2026-03-03 09:00', 'request-move', {
        unit: 'lycksele-medicin',
        plannedAt: at('2026-03-04 10:00'),
      }),
    'omflyttning',
    '2026-03-04T17:00:00.000Z',
  ],
  [
    '8 h from when the patient could be moved, later than planned',
    () =>
      told()
        .give('2026-03-03 09:00', 'request-move', {
          unit: 'lycksele-medicin',
          plannedAt: at('2026-03-04 10:00'),
        })
        .give('2026-03-04 12:00', 'mark-ready-for-transfer'),
    'omflyttning',
    '2026-03-04T19:00:00.000Z',
  ],
  [
    '72 h from the request to take the case over',
    () =>
      told().give(
        '2026-03-27 09:00',
        'request-municipal-transfer',
        { unit: 'vannas-bistand', reason: 'Flyttar.' },
        { by: { unit: 'umea-bistand', roles: ['municipal-coordinator'] } },
      ),
    'overflyttning',
    '2026-03-30T08:00:00.000Z',
  ],
  [
    'the end of a day of 23 hours',
    () => ready(told(), '2026-03-28 09:00').give('2026-03-29 10:00', 'discharge'),
    'utskrivningsinformation',
    '2026-03-29T22:00:00.000Z',
  ],
  [
    'the expected discharge itself',
    () => ready(told(), '2026-03-05 09:00'),
    'patientsammanfattning',
    '2026-03-06T11:00:00.000Z',
  ],
  [
    'the leaving itself, also when it is entered later',
    () =>
      ready(told(), '2026-03-05 09:00').give(
        '2026-03-05 18:00',
        'discharge',
        {},
        { occurredAt: at('2026-03-05 14:00') },
      ),
    'patientsammanfattning',
    '2026-03-05T13:00:00.000Z',
  ],
  [
    '4 h from when the notice came back',
    () => told().give('2026-03-02 13:00', 'reject', { reason: 'Bor i Vännäs.' }),
    'ny-mottagare',
    '2026-03-02T16:00:00.000Z',
  ],
  [
    '4 h from the oldest that came back and is still there',
    () =>
      toldBoth()
        .give('2026-03-02 13:00', 'reject', { reason: 'Bor i Vännäs.' }, { handover: 'h2-1' })
        .give('2026-03-02 15:00', 'reject', { reason: 'Listad i Vännäs.' }, { handover: 'h2-2' })
        .give('2026-03-02 15:30', 'readdress', { replaces: 'h2-1', unit: 'vannas-bistand' }),
    'ny-mottagare',
    '2026-03-02T18:00:00.000Z',
  ],
];

const receivers: Row[] = [
  ['24 h from seeing the notice', told, 'kvittens', '2026-03-03T09:00:00.000Z'],
  [
    '24 h from the oldest message, however many there are',
    () =>
      told().give('2026-03-02 15:00', 'change-expected-discharge', {
        expectedDischargeAt: at('2026-03-09 12:00'),
      }),
    'kvittens',
    '2026-03-03T09:00:00.000Z',
  ],
  [
    '24 h from the next message when the oldest is acknowledged',
    () =>
      told()
        .give('2026-03-02 15:00', 'change-expected-discharge', {
          expectedDischargeAt: at('2026-03-09 12:00'),
        })
        .give('2026-03-02 16:00', 'acknowledge', { messages: ['m2'] }),
    'kvittens',
    '2026-03-03T14:00:00.000Z',
  ],
  [
    '24 h from when the receiver could see it, not from when it is said to have happened',
    () =>
      admitted('2026-03-02 08:00').give(
        '2026-03-02 12:00',
        'send-inskrivningsmeddelande',
        { receivers: ['umea-bistand'], expectedDischargeAt: at('2026-03-06 12:00') },
        { occurredAt: at('2026-03-02 09:00') },
      ),
    'kvittens',
    '2026-03-03T11:00:00.000Z',
  ],
  ['24 h for the answer', told, 'svar', '2026-03-03T09:00:00.000Z'],
  ['48 h for the planning', told, 'planering', '2026-03-04T09:00:00.000Z'],
  ['48 h for the open care', toldBoth, 'oppenvard-klarlagd', '2026-03-04T09:00:00.000Z'],
  ['the expected discharge', toldBoth, 'fast-vardkontakt', '2026-03-06T11:00:00.000Z'],
  [
    'the discharge that is expected now',
    () =>
      toldBoth().give('2026-03-02 15:00', 'change-expected-discharge', {
        expectedDischargeAt: at('2026-03-09 12:00'),
      }),
    'fast-vardkontakt',
    '2026-03-09T11:00:00.000Z',
  ],
  [
    'the moment the patient left',
    () => ready(toldBoth(), '2026-03-04 09:00').give('2026-03-05 15:00', 'discharge'),
    'fast-vardkontakt',
    '2026-03-05T14:00:00.000Z',
  ],
  [
    'the expected discharge, while nobody is ready',
    planning,
    'beredskap',
    '2026-03-06T11:00:00.000Z',
  ],
  [
    'the discharge that is expected now, while nobody is ready',
    () =>
      planning().give('2026-03-02 15:00', 'change-expected-discharge', {
        expectedDischargeAt: at('2026-03-09 12:00'),
      }),
    'beredskap',
    '2026-03-09T11:00:00.000Z',
  ],
  [
    'Thursday when the notice goes out on Monday morning (1)',
    () => ready(planning(), '2026-03-02 11:15'),
    'beredskap',
    '2026-03-04T23:00:00.000Z',
  ],
  [
    'Thursday when it goes out on Monday at twelve sharp',
    () => ready(planning(), '2026-03-02 12:00'),
    'beredskap',
    '2026-03-04T23:00:00.000Z',
  ],
  [
    'Friday when it goes out on Monday after twelve (2)',
    () => ready(planning(), '2026-03-02 12:01'),
    'beredskap',
    '2026-03-05T23:00:00.000Z',
  ],
  [
    'Monday when it goes out on Friday: the weekend counts (4)',
    () => ready(planning(), '2026-03-06 11:00'),
    'beredskap',
    '2026-03-08T23:00:00.000Z',
  ],
  [
    'Thursday just so for the municipality that has not begun to plan',
    () => ready(told(), '2026-03-02 11:15'),
    'beredskap',
    '2026-03-04T23:00:00.000Z',
  ],
  [
    '48 h for its planning all the same',
    () => ready(told(), '2026-03-02 11:15'),
    'planering',
    '2026-03-04T09:00:00.000Z',
  ],
  [
    'the start of a day after the clock was moved',
    () => ready(planning(), '2026-03-26 12:30'),
    'beredskap',
    '2026-03-29T22:00:00.000Z',
  ],
  [
    'the day that follows from when the notice was recorded, not from the judgement',
    () =>
      planning().give(
        '2026-03-05 13:00',
        'mark-utskrivningsklar',
        { physician, judgedAt: at('2026-03-05 08:00') },
        { occurredAt: at('2026-03-05 09:00') },
      ),
    'beredskap',
    '2026-03-08T23:00:00.000Z',
  ],
  [
    'the expected discharge again when the judgement is withdrawn (15)',
    () =>
      ready(planning(), '2026-03-02 11:30').give('2026-03-04 14:00', 'withdraw-utskrivningsklar', {
        reason: 'Feber.',
      }),
    'beredskap',
    '2026-03-06T11:00:00.000Z',
  ],
  [
    'a full new wait after a new judgement (15)',
    () =>
      ready(
        ready(planning(), '2026-03-02 11:30').give(
          '2026-03-04 14:00',
          'withdraw-utskrivningsklar',
          { reason: 'Feber.' },
        ),
        '2026-03-06 13:30',
      ),
    'beredskap',
    '2026-03-09T23:00:00.000Z',
  ],
  [
    'the day that follows from when secrecy no longer hindered',
    () =>
      ready(planning(), '2026-03-02 11:30', { secrecyHinders: true }).give(
        '2026-03-03 08:00',
        'notify-utskrivningsklar',
      ),
    'beredskap',
    '2026-03-05T23:00:00.000Z',
  ],
  [
    '24 h from leaving for the municipality that has planned nothing',
    () => ready(toldBoth(), '2026-03-04 09:00').give('2026-03-05 15:00', 'discharge'),
    'overtagande of h2-1',
    '2026-03-06T14:00:00.000Z',
  ],
  [
    '72 h from leaving for the open care that has booked no contact',
    () => ready(toldBoth(), '2026-03-04 09:00').give('2026-03-05 15:00', 'discharge'),
    'boka-kontakt of h2-2',
    '2026-03-08T14:00:00.000Z',
  ],
  [
    '24 h from when the receiver said it could receive',
    () =>
      ready(told(), '2026-03-04 09:00')
        .give('2026-03-04 10:00', 'report-ready', { canReceiveFrom: at('2026-03-05 20:00') })
        .give('2026-03-05 15:00', 'discharge'),
    'overtagande',
    '2026-03-06T19:00:00.000Z',
  ],
];

describe('what the ward owes is due', () => {
  it.each(senders)('%s', (...row) => expect(due(row)).toBe(row[3]));
});

describe('what a receiver owes is due', () => {
  it.each(receivers)('%s', (...row) => expect(due(row)).toBe(row[3]));
});
