import type { HandoverContext, HandoverInput } from './context';
import { answer } from './regions/answer';
import { contact } from './regions/contact';
import { openCare } from './regions/open-care';
import { receipt } from './regions/receipt';
import { reception } from './regions/reception';
import { handoverSetup } from './setup';

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
    live: {
      type: 'parallel',
      on: { 'patient-died': 'ended', 'patient-readmitted': 'ended' },
      states: { receipt, answer, reception },
    },
    rejected: { id: 'rejected', tags: 'over' },
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
      on: { 'patient-died': 'ended', 'patient-readmitted': 'ended' },
      states: { receipt, answer, reception, contact, openCare },
    },
    rejected: { id: 'rejected', tags: 'over' },
    ended: { tags: 'over' },
  },
});
