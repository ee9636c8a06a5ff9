import { all, dischargeSetup, discloseTo } from '../setup';

/** Who speaks for several; no state waits for it. */
export const cooperation = dischargeSetup.createStateConfig({
  on: {
    'name-coordinator': {
      actions: ['noteCoordinator', discloseTo(all, 'samordnare', 'PROCESS')],
    },
    'contact-appointed': { actions: 'noteContact' },
    'contact-withdrawn': { actions: 'forgetContact' },
    'calling-contact-marked': { actions: 'noteCalling' },
  },
});
