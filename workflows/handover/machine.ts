import type { HandoverContext, HandoverInput } from './context';
import { answer } from './regions/answer';
import { contact } from './regions/contact';
import { openCare } from './regions/open-care';
import { receipt } from './regions/receipt';
import { reception } from './regions/reception';
import { handoverSetup, tellOwnUnit } from './setup';

const context = ({ input }: { input: HandoverInput }): HandoverContext => ({
  ...input,
  fastVardkontakt: null,
  unacknowledged: [],
  utskrivningsklarSentAt: null,
  canReceiveFrom: null,
  leftAt: null,
});

/** The stay needs this receiver no more. */
const ending = {
  'patient-died': 'ended',
  'patient-transferred': 'ended',
  'patient-readmitted': 'ended',
  'notice-withdrawn': 'ended',
  'receiver-removed': 'removed',
  'case-makulerad': { target: 'ended', actions: tellOwnUnit('makulerad') },
} as const;

/** Who was told anything is told that the whole case was entered in error. */
const told = { 'case-makulerad': { actions: tellOwnUnit('makulerad') } } as const;

/** A municipal unit receiving a patient. */
export const receiverMachine = handoverSetup.createMachine({
  id: 'handover',
  context,
  initial: 'live',
  states: {
    live: {
      type: 'parallel',
      on: ending,
      states: { receipt, answer, reception },
    },
    rejected: { id: 'rejected', tags: 'over', on: told },
    withdrawn: { id: 'withdrawn', tags: 'over', on: told },
    removed: { tags: 'over', on: told },
    ended: { tags: 'over', on: told },
  },
});

/** Region-financed open care receiving a patient: it also names the contact (2:5) and clarifies its measures (5:5). */
export const openCareMachine = handoverSetup.createMachine({
  id: 'handover-open-care',
  context,
  initial: 'live',
  states: {
    live: {
      type: 'parallel',
      on: ending,
      states: { receipt, answer, reception, contact, openCare },
    },
    rejected: { id: 'rejected', tags: 'over', on: told },
    withdrawn: { id: 'withdrawn', tags: 'over', on: told },
    removed: { tags: 'over', on: told },
    ended: { tags: 'over', on: told },
  },
});
