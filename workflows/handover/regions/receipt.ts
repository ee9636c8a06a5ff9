import { handoverSetup, tellWard } from '../setup';

/** Kvittens: the list of messages is the truth, the region only says whether one is owed. */
export const receipt = handoverSetup.createStateConfig({
  initial: 'clear',
  on: {
    notice: { target: '.owed', actions: 'receive' },
    'utskrivningsklar-withdrawn': {
      target: '.owed',
      actions: ['receive', 'forgetUtskrivningsklar'],
    },
    'ward-changed': { actions: 'noteWard' },
    'sent-outside': { actions: 'noteReached' },
    'patient-left': { target: '.owed', actions: ['receive', 'noteLeaving'] },
  },
  states: {
    clear: { tags: 'over' },
    owed: {
      tags: 'kvittens',
      on: {
        acknowledge: [
          {
            guard: 'acknowledgesEverything',
            target: 'clear',
            actions: ['noteAcknowledged', tellWard('kvittens')],
          },
          { actions: ['noteAcknowledged', tellWard('kvittens')] },
        ],
      },
    },
  },
});
