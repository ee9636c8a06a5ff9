import { handoverSetup, letLapse, noteLapsed, tellWard } from '../setup';

/** Whether the open care's measures are there: while not, no municipality pays (5:5). */
export const openCare = handoverSetup.createStateConfig({
  initial: 'owed',
  states: {
    owed: {
      tags: 'oppenvard-klarlagd',
      on: {
        'clarify-open-care': [
          { guard: 'isAvailable', target: 'done', actions: tellWard('oppenvard-klarlagd') },
          { actions: tellWard('oppenvard-saknas') },
        ],
        'patient-left': { target: 'done', actions: noteLapsed('oppenvard-klarlagd') },
      },
    },
    done: {
      tags: 'over',
      on: {
        'clarify-open-care-struck': { guard: 'isHere', target: 'owed' },
        'left-in-error': { guard: letLapse('oppenvard-klarlagd'), target: 'owed' },
      },
    },
  },
});
