import { allNeeds, at, type Stay } from '../stay.testing';
import { judged, NOON, told, type RefusalRow } from './situations.testing';

const toldOpenCare = () => told(allNeeds, ['hc-mariehem']);

const going = (destination: string) =>
  told().give('2026-03-02 09:30', 'plan-destination', { destination });

const planned = () =>
  told().give('2026-03-02 10:00', 'plan-start', { startAt: at('2026-03-02 16:00') });

const left = (stay: Stay) =>
  stay
    .give('2026-03-02 11:00', 'mark-utskrivningsklar', judged('2026-03-02 11:00'))
    .give('2026-03-02 11:30', 'discharge');

const postponed = (when: string) => ({ outcome: 'postponed-agreed', startAt: at(when) });

export const startRefusals: readonly RefusalRow[] = [
  [
    'plan-start',
    'Patienten ska till ett boende. Där räknas ankomsten, inte ett första besök.',
    { stay: () => going('korttids'), payload: { startAt: at('2026-03-06 16:00') } },
    { stay: () => going('relatives-home'), payload: { startAt: at('2026-03-06 16:00') } },
  ],
  [
    'plan-start',
    'Det första besöket kan inte planeras till en tid som har passerat.',
    { stay: told, payload: { startAt: at('2026-03-02 11:59') } },
    { stay: told, payload: { startAt: at(NOON) } },
  ],
  [
    'plan-start',
    'Enheten är ingen utförare i er kommun.',
    { stay: told, payload: { startAt: at(NOON), executor: 'nus-ortopedi-1' } },
    { stay: told, payload: { startAt: at(NOON), executor: 'umea-hemtjanst' } },
  ],
  [
    'assign-executor',
    'Enheten är ingen utförare i er kommun.',
    { stay: told, payload: { executor: 'vannas-hemtjanst' } },
    { stay: told, payload: { executor: 'norrsken-hemtjanst' } },
  ],
  [
    'book-contact',
    'Kontakten kan inte bokas till en tid som har passerat.',
    { stay: toldOpenCare, payload: { contactAt: at('2026-03-02 11:59') } },
    { stay: toldOpenCare, payload: { contactAt: at(NOON) } },
  ],
  [
    'create-start-link',
    'Länken kan gälla från nu och högst i 14 dagar.',
    { stay: told, payload: { validUntil: at(NOON) } },
    { stay: told, payload: { validUntil: at('2026-03-16 12:00') } },
  ],
  [
    'create-start-link',
    'Länken kan gälla från nu och högst i 14 dagar.',
    { stay: told, payload: { validUntil: at('2026-03-16 12:01') } },
    { stay: told, payload: {} },
  ],
  [
    'report-no-start',
    'Det finns ingen planerad tid att skjuta upp. Planera eller boka en tid i stället.',
    { stay: () => left(told()), payload: postponed('2026-03-03 08:00') },
    { stay: () => left(planned()), payload: postponed('2026-03-03 08:00') },
  ],
  [
    'report-no-start',
    'Den nya tiden kan inte redan ha passerat.',
    { stay: () => left(planned()), payload: postponed('2026-03-02 11:59') },
    { stay: () => left(planned()), payload: { outcome: 'not-home' } },
  ],
];
