import { dischargeSetup } from '../setup';

/** The patient's own summary, given at the discharge. */
export const summary = dischargeSetup.createStateConfig({
  initial: 'notYet',
  on: {
    'register-death': '.done',
    'patient-readmitted': '.done',
    'transfer-to-region': '.done',
    'makulera-case': '.done',
    'strike-wrong-person': '.done',
    'move-wrong-person': '.notYet',
    'no-need': '.notYet',
  },
  states: {
    notYet: {
      on: { 'mark-utskrivningsklar': 'owed', 'give-patient-summary': 'done', discharge: 'done' },
    },
    owed: {
      tags: 'patientsammanfattning',
      on: {
        'give-patient-summary': 'done',
        'withdraw-utskrivningsklar': 'notYet',
        'mark-utskrivningsklar-struck': 'notYet',
      },
    },
    done: {
      tags: 'over',
      on: {
        'withdraw-utskrivningsklar': 'notYet',
        'mark-utskrivningsklar-struck': 'notYet',
        'give-patient-summary-struck': [
          { guard: 'isJudged', target: 'owed' },
          { target: 'notYet' },
        ],
        'discharge-struck': { guard: 'isNotJudged', target: 'notYet' },
      },
    },
  },
});
