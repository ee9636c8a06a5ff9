import { all, dischargeSetup, discloseTo, sendTo } from '../setup';

/**
 * Who the patient is can be learnt, and corrected, at any time, also after the stay: handled above
 * the regions.
 */
export const identity = dischargeSetup.createStateConfig({
  on: {
    'identify-patient': { actions: tellIdentity('identitet') },
    'split-patient': { actions: tellIdentity('identitet-rattad') },
  },
});

function tellIdentity(entry: 'identitet' | 'identitet-rattad') {
  return [
    'notePerson' as const,
    sendTo(all, 'notice', () => ({ entry })),
    discloseTo(all, entry, 'STATUTORY_MIN'),
  ];
}
