import { sample } from '@hemgang/engine';
import type { HandoverInput } from './context';

const LEFT_AT = '2026-03-06T11:00:00.000Z';

export const handoverInputSample: HandoverInput = {
  unit: 'umea-bistand',
  kind: 'municipal-social',
  sender: 'nus-medicin-2',
  toldAt: '2026-03-02T08:00:00.000Z',
  expectedDischargeAt: LEFT_AT,
  standingContact: 'helena-burman',
};

/** One of every event a receiver's machine handles. */
export const receiverSamples = [
  sample('notice', { entry: 'inskrivningsmeddelande' }),
  sample('notice', { entry: 'utskrivningsklar', utskrivningsklarSentAt: LEFT_AT }),
  sample('acknowledge'),
  sample('acknowledge', { messages: ['m1'] }),
  sample('answer', { answer: 'known' }),
  sample('reject'),
  sample('withdraw-party'),
  sample('receiver-removed'),
  sample('start-planning'),
  sample('state-can-receive-from', { canReceiveFrom: LEFT_AT }),
  sample('report-ready'),
  sample('utskrivningsklar-withdrawn', { entry: 'utskrivningsklar-aterkallad' }),
  sample('patient-left', { entry: 'utskrivningsmeddelande', leftAt: LEFT_AT }),
  sample('patient-died'),
  sample('patient-readmitted'),
  sample('patient-transferred'),
  sample('notice-withdrawn'),
  sample('case-makulerad'),
  sample('ward-changed', { ward: 'lycksele-medicin' }),
  sample('take-over'),
];

export const openCareSamples = [
  ...receiverSamples,
  sample('appoint-fast-vardkontakt'),
  sample('mark-calling-contact'),
  sample('clarify-open-care', { available: true }),
  sample('clarify-open-care', { available: false }),
];
