import { sample } from '@hemgang/engine';
import type { MessageInput } from './context';

export const messageInputSample: MessageInput = {
  unit: 'umea-bistand',
  sender: 'nus-medicin-2',
  message: 2,
  priority: 'ordinary',
  since: '2026-03-02T08:00:00.000Z',
};

const other = {
  given: {
    units: { 'umea-bistand-ost': 'municipal-social' },
    huvudman: { 'umea-bistand-ost': 'kommun-2480', 'umea-bistand': 'kommun-2480' },
  },
};

const sent = { to: ['umea-bistand'], category: 'transport', priority: 'acute' };

/** One of every event of messages that the main machine of a case handles. */
export const mainMessageSamples = [
  sample('send-message', sent),
  sample('send-message-struck', { ...sent, event: 2 }),
  sample('message-forwarded', { message: 2, unit: 'umea-hemsjukvard' }, { from: 'm2-1' }),
];

/** One of every event that a message handles. */
export const messageSamples = [
  sample('acknowledge-message', { message: 'm2-1' }),
  sample('answered', { by: 'umea-bistand', to: ['nus-medicin-2'] }),
  sample('forward-message', { message: 'm2-1', unit: 'umea-bistand-ost' }, other),
  sample('forward-message', { message: 'm2-1', unit: 'umea-bistand-ost', handOver: true }, other),
  sample('message-struck'),
  sample('disputed', {
    event: 2,
    type: 'send-message',
    machine: 'discharge',
    at: '2026-03-02T08:00:00.000Z',
    recordedAt: '2026-03-02T09:00:00.000Z',
  }),
  sample('ward-changed', { from: 'nus-medicin-2', ward: 'nus-ortopedi-1' }),
  sample('patient-died'),
  sample('patient-transferred'),
  sample('patient-readmitted'),
  sample('notice-withdrawn'),
  sample('case-makulerad'),
  sample('sip-ended'),
  sample('wrong-person'),
];
