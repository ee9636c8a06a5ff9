import { at } from '../stay.testing';
import { told, type RefusalRow } from './situations.testing';

const LYCKSELE = 'lycksele-medicin';
const requested = () => told().give('2026-03-02 11:00', 'request-move', { unit: LYCKSELE });

export const movingRefusals: readonly RefusalRow[] = [
  [
    'request-move',
    'En flytt är redan begärd. Vänta på svar eller ta tillbaka den först.',
    { stay: requested, payload: { unit: 'nus-ortopedi-1' } },
    {
      stay: () => requested().give('2026-03-02 11:30', 'cancel-move'),
      payload: { unit: 'nus-ortopedi-1' },
    },
  ],
  [
    'request-move',
    'Patienten kan bara flyttas till en annan vårdavdelning i regionen.',
    { stay: told, payload: { unit: 'hc-mariehem' } },
    { stay: told, payload: { unit: LYCKSELE } },
  ],
  [
    'request-move',
    'Patienten kan bara flyttas till en annan vårdavdelning i regionen.',
    { stay: told, payload: { unit: 'nus-medicin-2' } },
    { stay: told, payload: { unit: LYCKSELE } },
  ],
  [
    'request-move',
    'Patienten kan bara flyttas till en annan vårdavdelning i regionen.',
    { stay: told, payload: { unit: 'nowhere' } },
    { stay: told, payload: { unit: LYCKSELE } },
  ],
  [
    'request-move',
    'Den planerade tiden för flytten kan inte redan ha passerat.',
    { stay: told, payload: { unit: LYCKSELE, plannedAt: at('2026-03-02 11:59') } },
    { stay: told, payload: { unit: LYCKSELE, plannedAt: at('2026-03-02 12:00') } },
  ],
  [
    'mark-ready-for-transfer',
    'Det är redan meddelat att patienten kan flyttas.',
    { stay: () => requested().give('2026-03-02 11:30', 'mark-ready-for-transfer'), payload: {} },
    { stay: requested, payload: {} },
  ],
];
