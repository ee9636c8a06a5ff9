import { answerTold, machinesOpenedBy, machinesStruckBy } from '@workflows/message';
import { dischargeSetup } from '../setup';
import type { Situation } from '../situation';

const open = {
  type: 'open' as const,
  params: ({ event }: Situation) => ({
    machines: event.type === 'send-message' ? machinesOpenedBy(event) : [],
  }),
};

const tellWords = {
  type: 'disclose' as const,
  params: ({ event }: Situation) => ({
    entry: 'meddelande',
    legalBasis: 'CONSENT_OR_EXCEPTION' as const,
    units: event.type === 'send-message' ? event.payload.to : [],
  }),
};

const tellAnswered = {
  type: 'send' as const,
  params: ({ context, event }: Situation) => {
    if (event.type === 'send-message') return answerTold(context, event);
    throw new Error(`"${event.type}" answers no message`);
  },
};

const strike = {
  type: 'send' as const,
  params: ({ event }: Situation) => ({
    to: event.type === 'send-message-struck' ? machinesStruckBy(event.payload) : [],
    event: { type: 'message-struck', payload: {} },
  }),
};

/**
 * Messages between the parties, as long as the case is open: handled above the regions, since no
 * obligation of the ward waits for them. Each is a machine at each of its receivers.
 */
export const messages = dischargeSetup.createStateConfig({
  on: {
    'send-message': { actions: [open, tellWords, tellAnswered, 'noteMessage'] },
    'send-message-struck': { actions: [strike, 'forgetMessage'] },
    'message-forwarded': { actions: 'noteForwardedMessage' },
  },
});
