import { handoverSetup, tellWard } from '../setup';

/** Whether the receiver knows the patient, and what measures there are today. */
export const answer = handoverSetup.createStateConfig({
  initial: 'owed',
  states: {
    owed: {
      tags: 'svar',
      on: {
        answer: { target: 'done', actions: tellWard('svar', 'CONSENT_OR_EXCEPTION') },
        'patient-left': 'done',
      },
    },
    done: { tags: 'over' },
  },
});
