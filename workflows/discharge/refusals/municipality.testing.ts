import { admitted, type RefusalRow } from './situations.testing';

const pays = { role: 'pays', municipality: '2482', from: '2026-03-02' };

export const municipalityRefusals: readonly RefusalRow[] = [
  [
    'assign-municipality',
    'Den rollen kan inte vila på den regeln.',
    { stay: admitted, payload: { ...pays, basis: 'SoL 29:5' } },
    { stay: admitted, payload: { ...pays, basis: '2017:612 5:2 st2' } },
  ],
];
