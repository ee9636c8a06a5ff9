import { handoverSetup, tellWard } from '../setup';
import { executing, planStart, startStates } from './start';

const stayOn = { target: 'staysOn', actions: tellWard('bor-kvar') };

/**
 * After a korttids stay: the way home is planned, and ends when the help at home has started or it
 * is clear that the patient lives on in a särskilt boende.
 */
export const homecoming = handoverSetup.createStateConfig({
  initial: 'planOwed',
  states: {
    planOwed: {
      tags: 'planera-hemgang',
      on: {
        ...executing,
        'stay-on': stayOn,
        'plan-start': { ...planStart, target: 'startAwaited' },
      },
    },
    ...startStates({ 'stay-on': stayOn }),
    staysOn: { tags: 'over' },
  },
});
