import { at } from '../stay.testing';
import { admitted, judged, NOON, told, type RefusalRow } from './situations.testing';

export const leavingRefusals: readonly RefusalRow[] = [
  [
    'discharge',
    'Skicka inskrivningsmeddelandet först, så att mottagarna kan planera.',
    { stay: admitted, payload: { ending: 'planned' } },
    { stay: admitted, payload: { ending: 'absconded' } },
  ],
  [
    'discharge',
    'En läkare måste först ha bedömt patienten som utskrivningsklar.',
    { stay: told, payload: { ending: 'planned' } },
    { stay: told, payload: { ending: 'left-against-advice' } },
  ],
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
  [
    'report-discharge-not-carried-out',
    'Den beräknade tidpunkten för utskrivning kan inte redan ha passerat.',
    { stay: told, payload: { reason: 'Ingen bil.', expectedDischargeAt: at('2026-03-02 11:59') } },
    { stay: told, payload: { reason: 'Ingen bil.', expectedDischargeAt: at('2026-03-03 12:00') } },
  ],
  [
    'transfer-to-region',
    'Inom regionen flyttas patienten till en annan avdelning. Vårdtillfället fortsätter då.',
    { stay: told, payload: { region: '24', hospital: 'Lycksele lasarett' } },
    { stay: told, payload: { region: '25', hospital: 'Sunderby sjukhus' } },
  ],
];
