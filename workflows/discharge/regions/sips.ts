import { dischargeSetup } from '../setup';
import { tellNewcomer } from '../sips';

/** What the SIPs of the stay tell it; also after the end, since they outlive it. */
export const sips = dischargeSetup.createStateConfig({
  on: {
    'sip-started': { actions: ['noteSip', ...tellNewcomer] },
    'sip-declined': { actions: 'noteOfSip' },
    'sip-resumed': { actions: 'noteOfSip' },
    'sip-struck': { actions: 'forgetSip' },
    'kallelse-sent': { actions: 'noteOfSip' },
    'kallelse-withdrawn': { actions: 'noteOfSip' },
  },
});
