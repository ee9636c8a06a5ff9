import { all, dischargeSetup, discloseTo } from '../setup';
import { tellSipsOfCaller } from '../sips';

/** Who speaks for several; no state waits for it. */
export const cooperation = dischargeSetup.createStateConfig({
  on: {
    'name-coordinator': {
      actions: ['noteCoordinator', discloseTo(all, 'samordnare', 'PROCESS')],
    },
    'contact-appointed': { actions: ['noteContact', tellSipsOfCaller] },
    'contact-withdrawn': { actions: ['forgetContact', tellSipsOfCaller] },
    'calling-contact-marked': { actions: ['noteCalling', tellSipsOfCaller] },
  },
});
