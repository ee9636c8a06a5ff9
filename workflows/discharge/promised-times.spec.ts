import { at, patient, socialNeeds, Stay } from './stay.testing';
import { staffOf } from './units.testing';

/** Due times of commitments, computed by hand in UTC; see due-times.spec.ts. */
type Row = readonly [what: string, stay: () => Stay, duty: string, due: string];

/** Admitted Monday 2 March 08:00, told at 10:00. */
const told = (needs = socialNeeds) =>
  new Stay()
    .give('2026-03-02 08:00', 'admit', { patient, needs, physician: 'Karin Åström' })
    .give('2026-03-02 10:00', 'send-inskrivningsmeddelande', {
      receivers: ['umea-bistand'],
      expectedDischargeAt: at('2026-03-06 12:00'),
    });

/** A proposal from the ward to the municipality, on Tuesday. */
const proposed = (by: object) =>
  told().give('2026-03-03 09:00', 'propose-atagande', {
    unit: 'umea-bistand',
    text: 'Mat i kylen.',
    ...by,
  });

const promises: Row[] = [
  [
    'the time given',
    () => proposed({ dueDate: '2026-03-05', dueTime: '15:00' }),
    'foreslaget-atagande',
    '2026-03-05T14:00:00.000Z',
  ],
  [
    'the same when the other has accepted',
    () =>
      proposed({ dueDate: '2026-03-05', dueTime: '15:00' }).give(
        '2026-03-04 09:00',
        'accept-atagande',
        { atagande: 'a3' },
        { by: staffOf('umea-bistand') },
      ),
    'atagande',
    '2026-03-05T14:00:00.000Z',
  ],
  [
    'the end of the day given when no time is',
    () => proposed({ dueDate: '2026-03-05' }),
    'foreslaget-atagande',
    '2026-03-05T23:00:00.000Z',
  ],
  [
    'the end of a day of 23 hours',
    () => told().give('2026-03-03 09:00', 'take-on', { text: 'Nyckel.', dueDate: '2026-03-29' }),
    'atagande',
    '2026-03-29T22:00:00.000Z',
  ],
];

describe('what somebody has promised is due', () => {
  it.each(promises)('%s', (...row) => expect(row[1]().duty(row[2]).due).toBe(row[3]));
});
