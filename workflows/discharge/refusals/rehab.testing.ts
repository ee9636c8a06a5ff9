import { told, type RefusalRow } from './situations.testing';

const FUTURE = 'Dagen har inte varit än. Registrera det som har hänt.';
const BEFORE =
  'Dagen ligger före den då ni fick veta om vårdtillfället. Registrera det som följer av det.';
const ORDER =
  'Remissen kommer först, sedan bedömningen, sedan den första åtgärden. Rätta den dag som är fel genom att registrera den på nytt.';

const referred = () =>
  told().give('2026-03-02 09:30', 'register-rehab', { step: 'referral', on: '2026-03-02' });

export const rehabRefusals: readonly RefusalRow[] = [
  [
    'register-rehab',
    FUTURE,
    { stay: told, payload: { step: 'referral', on: '2026-03-03' } },
    { stay: told, payload: { step: 'referral', on: '2026-03-02' } },
  ],
  [
    'register-rehab',
    BEFORE,
    { stay: told, payload: { step: 'referral', on: '2026-03-01' } },
    { stay: told, payload: { step: 'referral', on: '2026-03-02' } },
  ],
  [
    'register-rehab',
    ORDER,
    { stay: told, payload: { step: 'assessment', on: '2026-03-02' } },
    { stay: referred, payload: { step: 'assessment', on: '2026-03-02' } },
  ],
  [
    'register-rehab',
    ORDER,
    { stay: told, payload: { step: 'first-measure', on: '2026-03-02' } },
    { stay: referred, payload: { step: 'first-measure', on: '2026-03-02' } },
  ],
];
