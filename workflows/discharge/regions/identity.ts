import {
  all,
  dischargeSetup,
  discloseTo,
  sendTo,
  tellPrevious,
  tellPreviousOtherwise,
} from '../setup';

/**
 * Who the patient is can be learnt, and corrected, at any time, also after the stay: handled above
 * the regions.
 */
export const identity = dischargeSetup.createStateConfig({
  on: {
    // Whoever was nobody on record may be somebody who has just been discharged.
    'identify-patient': {
      actions: ['noteIdentified', ...tellIdentity('identitet'), 'notePrevious', tellPrevious],
    },
    'split-patient': {
      actions: [
        tellPreviousOtherwise,
        'noteAnother',
        ...tellIdentity('identitet-rattad'),
        'notePrevious',
      ],
    },
  },
});

function tellIdentity(entry: 'identitet' | 'identitet-rattad') {
  return [sendTo(all, 'notice', () => ({ entry })), discloseTo(all, entry, 'STATUTORY_MIN')];
}
