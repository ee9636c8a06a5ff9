import { staffOf } from '../units.testing';
import { toldBoth, type RefusalRow } from './situations.testing';

const gone = () => toldBoth().give('2026-03-02 11:00', 'register-death');

const umea = { payload: { unit: 'umea-bistand' }, by: staffOf('umea-bistand') };

export const cooperationRefusals: readonly RefusalRow[] = [
  [
    'name-coordinator',
    'Samordnaren ska vara en av kommunens egna enheter i ärendet.',
    { stay: toldBoth, payload: { unit: 'hc-mariehem' }, by: staffOf('umea-bistand') },
    { stay: toldBoth, ...umea },
  ],
  [
    'name-coordinator',
    'Patienten har lämnat avdelningen.',
    { stay: gone, ...umea },
    { stay: toldBoth, ...umea },
  ],
];
