import { at } from '../stay.testing';
import { judged, NOON, told, type RefusalRow } from './situations.testing';

const underLpt = () => told().give('2026-03-02 11:00', 'note-compulsory-care', { law: 'lpt' });
const weekend = { from: at('2026-03-07 09:00'), until: at('2026-03-08 18:00') };

export const conditionRefusals: readonly RefusalRow[] = [
  [
    'mark-utskrivningsklar',
    'Patienten vårdas inte med stöd av LPT eller LRV. Anteckna tvångsvården först, om det är fel.',
    { stay: told, payload: { ...judged(NOON), basis: 'open-compulsory-care' } },
    { stay: underLpt, payload: { ...judged(NOON), basis: 'open-compulsory-care' } },
  ],
  [
    'note-permission',
    'Permissionen kan inte börja före inskrivningen.',
    { stay: told, payload: { from: at('2026-03-02 07:59'), until: at('2026-03-03 12:00') } },
    { stay: told, payload: { from: at('2026-03-02 08:00'), until: at('2026-03-03 12:00') } },
  ],
  [
    'end-permission',
    'Ingen permission är antecknad.',
    { stay: told, payload: {} },
    { stay: () => told().give('2026-03-02 11:00', 'note-permission', weekend), payload: {} },
  ],
];
