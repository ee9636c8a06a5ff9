import { told, judged, NOON, type RefusalRow } from './situations.testing';

export const leavingRefusals: readonly RefusalRow[] = [
  [
    'discharge',
    'En läkare måste först ha bedömt patienten som utskrivningsklar.',
    { stay: told, payload: {} },
    {
      stay: () =>
        told().give('2026-03-02 11:00', 'mark-utskrivningsklar', judged(NOON.replace('12', '10'))),
      payload: {},
    },
  ],
];
