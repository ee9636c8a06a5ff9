import { discloseTo, others, sipSetup, whenCleared } from '../setup';

const BASIS = 'CONSENT_OR_EXCEPTION';

/** Facts that no region waits for: handled above the regions, so also after the end. */
export const noted = sipSetup.createStateConfig({
  on: {
    invite: { actions: discloseTo(others, 'sip-inbjudan', BASIS) },
    'report-measure': { actions: discloseTo(others, 'sip-insats', BASIS) },
    'name-contact': {
      actions: ['noteNamedContact', discloseTo(whenCleared(others), 'sip-fast-kontakt', BASIS)],
    },
    'end-contact': {
      actions: ['forgetNamedContact', discloseTo(whenCleared(others), 'sip-fast-kontakt', BASIS)],
    },
    'name-contact-struck': { actions: 'restoreNamedContact' },
    'end-contact-struck': { actions: 'restoreNamedContact' },
    'note-custody': { actions: discloseTo(whenCleared(others), 'sip-vardnad', BASIS) },
    'note-child-heard': { actions: discloseTo(whenCleared(others), 'sip-barnet-hort', BASIS) },
    'note-measure-decision': {
      actions: discloseTo(whenCleared(others), 'sip-beslut-om-insats', BASIS),
    },
    'participant-approved': { actions: 'noteApproval' },
    disputed: { actions: 'noteDisputed' },
  },
});
