import { handoverSetup, tellWard } from '../setup';

/** Something to acknowledge, unless the patient lies in the receiver's own ward. */
const received = (also: 'forgetUtskrivningsklar' | 'noteLeaving') => [
  { guard: 'liesAtOwnWard' as const, actions: ['receive' as const, also] },
  { target: '.owed' as const, actions: ['receive' as const, also] },
];

/** Kvittens: the list of messages is the truth, the region only says whether one is owed. */
export const receipt = handoverSetup.createStateConfig({
  initial: 'clear',
  on: {
    // A unit that it was forwarded to may be the ward's own: what the other had left is known here.
    notice: [
      { guard: 'liesAtOwnWard', target: '.clear', actions: ['receive', 'noteOwnWard'] },
      { target: '.owed', actions: 'receive' },
    ],
    'utskrivningsklar-withdrawn': received('forgetUtskrivningsklar'),
    'patient-left': received('noteLeaving'),
    'left-in-error': [
      { guard: 'liesAtOwnWard', actions: 'receive' },
      { target: '.owed', actions: 'receive' },
    ],
    'acknowledge-struck': { target: '.owed', actions: 'unacknowledge' },
    'ward-changed': [
      { guard: 'movesToOwnWard', target: '.clear', actions: ['noteWard', 'noteOwnWard'] },
      { actions: 'noteWard' },
    ],
    'sent-outside': { actions: 'noteReached' },
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
