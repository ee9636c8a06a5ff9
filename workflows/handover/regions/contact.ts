import { handoverSetup, tellWard } from '../setup';

/** The named contact that the law demands before the discharge (2:5). */
export const contact = handoverSetup.createStateConfig({
  initial: 'owed',
  states: {
    owed: {
      tags: 'fast-vardkontakt',
      on: {
        'appoint-fast-vardkontakt': {
          target: 'done',
          actions: tellWard('fast-vardkontakt'),
        },
      },
    },
    done: {
      tags: 'over',
      on: { 'appoint-fast-vardkontakt': { actions: tellWard('fast-vardkontakt') } },
    },
  },
});
