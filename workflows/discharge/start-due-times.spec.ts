import { at, allNeeds, patient, socialNeeds, Stay } from './stay.testing';

/** Due times computed by hand, in UTC; Sweden is one hour ahead, from 29 March two. */

const physician = 'Karin Åström';

/** Admitted Monday 2 March 08:00, told at 10:00. */
const told = (receivers = ['umea-bistand'], needs = socialNeeds) =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs, physician })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers,
      expectedDischargeAt: at('2026-03-06 12:00'),
    });

const toldBoth = () => told(['umea-bistand', 'hc-mariehem'], allNeeds);

const ready = (stay: Stay, when: string) =>
  stay.give(when, 'mark-utskrivningsklar', { physician, judgedAt: at(when) });

type Row = readonly [what: string, stay: () => Stay, duty: string, due: string];

const due = ([, stay, key]: Row) => stay().duty(key).due;

/** Umeå and Mariehem; the patient leaves on Thursday 5 March at 15:00. */
const left = (stay: Stay) => ready(stay, '2026-03-04 09:00').give('2026-03-05 15:00', 'discharge');
const planned = (when: string) =>
  left(told().give('2026-03-03 09:00', 'plan-start', { startAt: at(when) }));
const arriving = (destination: string) =>
  left(told().give('2026-03-03 09:00', 'plan-destination', { destination }));
const booked = (when: string) =>
  left(
    toldBoth().give(
      '2026-03-03 09:00',
      'book-contact',
      { contactAt: at(when) },
      { handover: 'h2-2' },
    ),
  );

const starts: Row[] = [
  [
    '4 h from leaving, to plan the first visit',
    () => left(told()),
    'startplanering',
    '2026-03-05T18:00:00.000Z',
  ],
  [
    '2 h from the planned first visit',
    () => planned('2026-03-06 08:00'),
    'overtagande',
    '2026-03-06T09:00:00.000Z',
  ],
  [
    '2 h from leaving, when the visit was planned for before',
    () => planned('2026-03-05 12:00'),
    'overtagande',
    '2026-03-05T16:00:00.000Z',
  ],
  [
    '2 h from the visit that is planned now',
    () => left(told()).give('2026-03-05 16:00', 'plan-start', { startAt: at('2026-03-05 20:00') }),
    'overtagande',
    '2026-03-05T21:00:00.000Z',
  ],
  [
    '2 h from the new time that was agreed',
    () =>
      planned('2026-03-06 08:00').give('2026-03-06 07:00', 'report-no-start', {
        outcome: 'postponed-agreed',
        startAt: at('2026-03-06 14:00'),
      }),
    'overtagande',
    '2026-03-06T15:00:00.000Z',
  ],
  [
    '2 h from a visit that found nobody, to plan the next',
    () =>
      planned('2026-03-06 08:00').give('2026-03-06 08:30', 'report-no-start', {
        outcome: 'not-home',
      }),
    'startplanering',
    '2026-03-06T09:30:00.000Z',
  ],
  [
    '2 h from a visit that found nobody, to confirm',
    () =>
      planned('2026-03-06 08:00').give('2026-03-06 08:30', 'report-no-start', {
        outcome: 'not-home',
      }),
    'overtagande',
    '2026-03-06T09:30:00.000Z',
  ],
  [
    'at once, when nobody came',
    () =>
      planned('2026-03-06 08:00').give('2026-03-06 11:00', 'report-no-start', {
        outcome: 'nobody-came',
      }),
    'utebliven-start',
    '2026-03-06T10:00:00.000Z',
  ],
  [
    '12 h from leaving for the arrival at a korttids',
    () => arriving('korttids'),
    'overtagande',
    '2026-03-06T02:00:00.000Z',
  ],
  [
    '12 h from leaving for the arrival at a SÄBO',
    () => arriving('sabo'),
    'overtagande',
    '2026-03-06T02:00:00.000Z',
  ],
  [
    'as at home for a relative',
    () => arriving('relatives-home'),
    'startplanering',
    '2026-03-05T18:00:00.000Z',
  ],
  [
    'the end of the day of the booked contact',
    () => booked('2026-03-09 10:00'),
    'avtalad-kontakt',
    '2026-03-09T23:00:00.000Z',
  ],
  [
    'the end of a contact day of 23 hours',
    () => booked('2026-03-29 10:00'),
    'avtalad-kontakt',
    '2026-03-29T22:00:00.000Z',
  ],
  [
    '72 h from a contact that did not take place',
    () =>
      booked('2026-03-09 10:00').give(
        '2026-03-09 11:00',
        'report-no-start',
        { outcome: 'not-home' },
        { handover: 'h2-2' },
      ),
    'boka-kontakt',
    '2026-03-12T10:00:00.000Z',
  ],
  [
    '14 days from the arrival, to plan the way home from korttids',
    () => arriving('korttids').give('2026-03-05 16:00', 'take-over'),
    'planera-hemgang',
    '2026-03-19T15:00:00.000Z',
  ],
  [
    '2 h from the first visit at home after korttids',
    () =>
      arriving('korttids')
        .give('2026-03-05 16:00', 'take-over')
        .give('2026-03-10 09:00', 'plan-start', { startAt: at('2026-03-20 13:00') }),
    'overtagande',
    '2026-03-20T14:00:00.000Z',
  ],
  [
    '48 h from an answer that changed, for the planning',
    () =>
      told()
        .give('2026-03-02 11:00', 'answer', { answer: 'declined' })
        .give('2026-03-04 11:00', 'answer', { answer: 'not-known' }),
    'planering',
    '2026-03-06T10:00:00.000Z',
  ],
  [
    '4 h from an answer that changed after the leaving',
    () =>
      left(told().give('2026-03-02 11:00', 'answer', { answer: 'declined' })).give(
        '2026-03-07 11:00',
        'answer',
        { answer: 'not-known' },
      ),
    'startplanering',
    '2026-03-07T14:00:00.000Z',
  ],
];

describe('what is owed until the help has started is due', () => {
  it.each(starts)('%s', (...row) => expect(due(row)).toBe(row[3]));
});
