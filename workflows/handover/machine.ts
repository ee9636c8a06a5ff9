import type { HandoverContext, HandoverInput } from './context';
import { answer, contact, openCare, reception, receipt } from './regions';
import { handoverSetup, tellWard } from './setup';

/** What ends a handover as a whole, above its regions. */
const ends = {
  reject: {
    target: 'rejected',
    actions: [
      {
        type: 'send' as const,
        params: ({ context }: { context: HandoverContext }) => ({
          to: ['discharge'],
          event: { type: 'handover-rejected', payload: { unit: context.unit } },
        }),
      },
      tellWard('felsant'),
    ],
  },
  'patient-died': 'ended',
} as const;

const context = ({ input }: { input: HandoverInput }): HandoverContext => ({
  ...input,
  unacknowledged: [],
  utskrivningsklarSentAt: null,
  canReceiveFrom: null,
  leftAt: null,
});

/** A municipal unit or specialist open care receiving a patient. */
export const receiverMachine = handoverSetup.createMachine({
  id: 'handover',
  context,
  initial: 'live',
  states: {
    live: { type: 'parallel', on: ends, states: { receipt, answer, reception } },
    rejected: { tags: 'over' },
    ended: { tags: 'over' },
  },
});

/** A hälsocentral receiving a patient: it also names the contact and clarifies its measures. */
export const halsocentralMachine = handoverSetup.createMachine({
  id: 'handover-halsocentral',
  context,
  initial: 'live',
  states: {
    live: {
      type: 'parallel',
      on: ends,
      states: { receipt, answer, reception, contact, openCare },
    },
    rejected: { tags: 'over' },
    ended: { tags: 'over' },
  },
});
