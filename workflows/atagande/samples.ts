import { sample } from '@hemgang/engine';
import type { AtagandeInput } from './context';

export const atagandeInputSample: AtagandeInput = {
  by: 'nus-medicin-2',
  to: 'umea-bistand',
  told: ['umea-bistand'],
  since: '2026-03-02T08:00:00.000Z',
  dueAt: '2026-03-05T11:00:00.000Z',
};

/** One of every event that a commitment handles. */
export const atagandeSamples = [
  sample('taken-on'),
  sample('proposed'),
  sample('accept-atagande', { atagande: 'a2' }),
  sample('decline-atagande', { atagande: 'a2' }),
  sample('fulfil-atagande', { atagande: 'a2' }),
  sample('withdraw-atagande', { atagande: 'a2' }),
  sample('disputed', {
    event: 5,
    type: 'accept-atagande',
    machine: 'a2',
    at: '2026-03-02T08:00:00.000Z',
    recordedAt: '2026-03-02T09:00:00.000Z',
  }),
  sample('ward-changed', { from: 'nus-medicin-2', ward: 'nus-ortopedi-1' }),
  sample('patient-died'),
  sample('patient-transferred'),
  sample('notice-withdrawn'),
  sample('case-makulerad'),
  sample('wrong-person'),
  sample('patient-readmitted'),
];
