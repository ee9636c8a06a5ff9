import { handoverSetup, tellWard } from '../setup';

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
        'patient-left': 'done',
      },
    },
    done: { tags: 'over' },
  },
});
