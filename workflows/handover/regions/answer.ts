import { handoverSetup, tellWard } from '../setup';

const tellAnswer = ['noteAnswer' as const, tellWard('svar', 'CONSENT_OR_EXCEPTION')];

/**
 * Whether the receiver knows the patient, and what measures there are today. The answer may be
 * changed: what it means for the planning and the taking over, the region `reception` follows.
 */
export const answer = handoverSetup.createStateConfig({
  initial: 'owed',
  states: {
    owed: {
      tags: 'svar',
      on: { answer: { target: 'done', actions: tellAnswer }, 'patient-left': 'done' },
    },
    done: { tags: 'over', on: { answer: { actions: tellAnswer } } },
  },
});
