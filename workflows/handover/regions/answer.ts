import { handoverSetup, letLapse, noteLapsed, tellWard } from '../setup';

const tellAnswer = ['noteAnswer' as const, tellWard('svar', 'CONSENT_OR_EXCEPTION')];

/**
 * Whether the receiver knows the patient, and what measures there are today. The answer may be
 * changed: what it means for the planning and the taking over, the region `reception` follows.
 * While the patient lies in the receiver's own ward there is nobody to answer.
 */
export const answer = handoverSetup.createStateConfig({
  initial: 'untold',
  states: {
    // The first notice comes in the same step as the handover.
    untold: { on: { notice: [{ guard: 'liesAtOwnWard', target: 'atOwnWard' }, 'owed'] } },
    owed: {
      tags: 'svar',
      on: {
        answer: { target: 'done', actions: tellAnswer },
        notice: { guard: 'liesAtOwnWard', target: 'atOwnWard' },
        'ward-changed': { guard: 'movesToOwnWard', target: 'atOwnWard' },
        'patient-left': { target: 'done', actions: noteLapsed('svar') },
      },
    },
    atOwnWard: {
      tags: 'over',
      on: {
        answer: { target: 'done', actions: tellAnswer },
        notice: [{ guard: 'liesAtOwnWard' }, { target: 'owed', actions: 'noteOtherWard' }],
        'ward-changed': [{ guard: 'movesToOwnWard' }, { target: 'owed', actions: 'noteOtherWard' }],
        'patient-left': 'done',
      },
    },
    done: {
      tags: 'over',
      on: {
        answer: { actions: tellAnswer },
        'answer-struck': [
          { guard: 'liesAtOwnWard', target: 'atOwnWard', actions: 'forgetAnswer' },
          { guard: 'isHere', target: 'owed', actions: 'forgetAnswer' },
        ],
        'left-in-error': { guard: letLapse('svar'), target: 'owed' },
      },
    },
  },
});
