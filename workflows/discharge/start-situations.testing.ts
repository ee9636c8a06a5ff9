import { acknowledgeBoth, informed, left } from './courses.testing';
import type { Situation } from './situations.testing';
import { at } from './stay.testing';

/** Umeå has planned the first visit, by its own home care, for the evening of the leaving. */
const planned = () =>
  acknowledgeBoth(
    informed()
      .give(
        '2026-03-05 12:00',
        'plan-start',
        { startAt: at('2026-03-05 17:00'), executor: 'umea-hemtjanst' },
        { handover: 'h2-1' },
      )
      .give('2026-03-05 13:00', 'discharge'),
    '2026-03-05 13:30',
  );

const toKorttids = () =>
  acknowledgeBoth(
    informed()
      .give('2026-03-05 12:00', 'plan-destination', { destination: 'korttids' })
      .give('2026-03-05 13:00', 'discharge'),
    '2026-03-05 13:30',
  );

/** From the patient's leaving until the help has started. */
export const startSituations: readonly Situation[] = [
  {
    words: 'Hemtjänsten ska komma klockan fem',
    stay: planned,
    asked: '2026-03-05 15:00',
  },
  {
    words: 'Hemtjänsten skulle ha kommit men ingen har bekräftat det',
    stay: planned,
    asked: '2026-03-05 20:00',
  },
  {
    words: 'Ingen var hemma när hemtjänsten kom',
    stay: () =>
      planned().give(
        '2026-03-05 17:10',
        'report-no-start',
        { outcome: 'not-home' },
        { handover: 'h2-1' },
      ),
    asked: '2026-03-05 17:30',
  },
  {
    words: 'En dotter ringer avdelningen: ingen har kommit',
    stay: () =>
      planned().give(
        '2026-03-05 19:30',
        'register-call',
        { calledBy: 'relative', outcome: 'nobody-came' },
        { handover: 'h2-1' },
      ),
    asked: '2026-03-05 19:40',
  },
  {
    words: 'Patienten är på väg till korttids',
    stay: toKorttids,
    asked: '2026-03-05 14:00',
  },
  {
    words: 'Patienten är på korttids, hälsocentralen har bokat ett besök',
    stay: () =>
      toKorttids()
        .give('2026-03-05 15:00', 'take-over', {}, { handover: 'h2-1' })
        .give(
          '2026-03-05 15:30',
          'book-contact',
          { contactAt: at('2026-03-09 10:00') },
          { handover: 'h2-2' },
        ),
    asked: '2026-03-06 09:00',
  },
  {
    words: 'Patienten är på korttids, bara hemgången återstår',
    stay: () =>
      toKorttids()
        .give('2026-03-05 15:00', 'take-over', {}, { handover: 'h2-1' })
        .give('2026-03-09 10:30', 'take-over', {}, { handover: 'h2-2' }),
    asked: '2026-03-10 09:00',
  },
  {
    words: 'Kommunen har inget att ta över, hälsocentralen har inte bokat',
    stay: () =>
      left().give('2026-03-05 14:00', 'answer', { answer: 'declined' }, { handover: 'h2-1' }),
    asked: '2026-03-05 15:00',
  },
];
