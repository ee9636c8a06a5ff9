import { handoverSetup, letLapse, noteLapsed, tellWard } from '../setup';

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
      on: {
        answer: { target: 'done', actions: tellAnswer },
        'patient-left': { target: 'done', actions: noteLapsed('svar') },
      },
    },
    done: {
      tags: 'over',
      on: {
        answer: { actions: tellAnswer },
        'answer-struck': { guard: 'isHere', target: 'owed', actions: 'forgetAnswer' },
        'left-in-error': { guard: letLapse('svar'), target: 'owed' },
      },
    },
  },
});
