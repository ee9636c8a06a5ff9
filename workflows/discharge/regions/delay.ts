import { writingUnits } from '../parties';
import { allButGiver, dischargeSetup } from '../setup';

const BASIS = 'CONSENT_OR_EXCEPTION';

/** Why the patient waited; no state waits for it, and it may be said after the end. */
export const delay = dischargeSetup.createStateConfig({
  on: {
    'set-delay-cause': {
      actions: ['noteDelayCause', allButGiver('fordrojningsorsak', BASIS, writingUnits)],
    },
    'comment-delay-cause': {
      actions: ['noteDelayComment', allButGiver('fordrojningskommentar', BASIS, writingUnits)],
    },
    'set-delay-cause-struck': { actions: 'delayCauseStruck' },
    'comment-delay-cause-struck': { actions: 'delayCommentStruck' },
  },
});
