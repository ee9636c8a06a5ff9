import { sample } from '@hemgang/engine';
import type { AvvikelseInput } from './context';

export const avvikelseInputSample: AvvikelseInput = {
  reporter: 'umea-bistand-norr',
  concerned: 'nus-medicin-2',
  about: { case: '00000000-0000-4000-8000-000000000000', type: 'discharge' },
  category: 'information-saknades',
  consequence: 'risk',
  reportedAt: '2026-03-02T08:00:00.000Z',
};

const reporter = { person: 'a', unit: 'umea-bistand-norr', assignment: 'a' };
const concerned = { person: 'b', unit: 'nus-medicin-2', assignment: 'b' };

/** One of every event that an avvikelse handles. */
export const avvikelseSamples = [
  sample('report-avvikelse', {}, { seq: 1, actor: reporter }),
  sample('withdraw-avvikelse', {}, { actor: reporter }),
  sample('receive-avvikelse', {}, { actor: concerned }),
  sample('answer-avvikelse', {}, { actor: concerned }),
  sample('send-back-answer', {}, { actor: reporter }),
  sample('close-avvikelse', {}, { actor: reporter }),
];
