import { all, dischargeSetup, discloseTo, sendTo } from '../setup';

const sendInformation = {
  target: 'done' as const,
  actions: [
    'noteInformation' as const,
    sendTo(all, 'notice', () => ({ entry: 'utskrivningsinformation' })),
    discloseTo(all, 'utskrivningsinformation', 'CONSENT_OR_EXCEPTION'),
  ],
};

const outdated = { target: 'notYet' as const, actions: 'forgetInformation' as const };

/**
 * The information that the receivers need, no later than the day of the discharge. What was sent
 * before a withdrawal describes a patient who has changed since: it is owed again.
 */
export const information = dischargeSetup.createStateConfig({
  initial: 'notYet',
  on: {
    'register-death': '.closed',
    'patient-readmitted': '.closed',
    'transfer-to-region': '.closed',
    'makulera-case': '.closed',
    'strike-wrong-person': '.closed',
    'move-wrong-person': '.notYet',
    'no-need': '.notYet',
  },
  states: {
    notYet: {
      on: {
        'mark-utskrivningsklar': 'owed',
        'send-utskrivningsinformation': sendInformation,
        // Who leaves unplanned leaves receivers who have been told; without a need nobody waits.
        discharge: [{ guard: 'receiversWait', target: 'owed' }, { target: 'done' }],
      },
    },
    owed: {
      tags: 'utskrivningsinformation',
      on: {
        'send-utskrivningsinformation': sendInformation,
        'hold-back-information': 'heldBack',
        'withdraw-utskrivningsklar': outdated,
        'mark-utskrivningsklar-struck': outdated,
        'discharge-struck': { guard: 'isNotJudged', target: 'notYet' },
      },
    },
    /** Secrecy hinders it: nobody waits for it, and it may still be sent when nothing does. */
    heldBack: {
      tags: 'over',
      on: {
        'send-utskrivningsinformation': sendInformation,
        'hold-back-information-struck': 'owed',
        'withdraw-utskrivningsklar': outdated,
        'mark-utskrivningsklar-struck': outdated,
        'discharge-struck': { guard: 'isNotJudged', target: 'notYet' },
      },
    },
    done: {
      tags: 'over',
      on: {
        'send-utskrivningsinformation': sendInformation,
        'withdraw-utskrivningsklar': outdated,
        'mark-utskrivningsklar-struck': outdated,
        'send-utskrivningsinformation-struck': [
          { guard: 'isJudged', target: 'owed', actions: 'forgetInformation' },
          outdated,
        ],
        'discharge-struck': { guard: 'isNotTold', target: 'notYet' },
        'receiver-lacks-information': { guard: 'isTold', target: 'owed' },
      },
    },
    closed: { tags: 'over' },
  },
});
