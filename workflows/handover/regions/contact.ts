import type { HandoverContext } from '../context';
import { handoverSetup, tellCase, tellWard } from '../setup';

/** The ward's machine knows who calls to the SIP: the first contact, until another is marked. */
const tellAppointed = {
  type: 'send' as const,
  params: ({ context }: { context: HandoverContext }) => ({
    to: ['discharge'],
    event: { type: 'contact-appointed', payload: { unit: context.unit } },
  }),
};

const appointed = ['noteContact' as const, tellAppointed, tellWard('fast-vardkontakt')];

/** The named contact that the law demands before the discharge (2:5). */
export const contact = handoverSetup.createStateConfig({
  initial: 'owed',
  states: {
    owed: {
      tags: 'fast-vardkontakt',
      on: {
        'appoint-fast-vardkontakt': { target: 'done', actions: appointed },
        // The head of the unit has appointed somebody for all who come: it works at receipt.
        notice: { guard: 'hasStandingContact', target: 'done', actions: appointed },
      },
    },
    done: {
      tags: 'over',
      on: {
        'appoint-fast-vardkontakt': { actions: appointed },
        // Who was named works at the unit before.
        forward: { target: 'owed', actions: 'forgetFastVardkontakt' },
        'appoint-fast-vardkontakt-struck': {
          target: 'owed',
          actions: ['forgetFastVardkontakt', tellCase('contact-withdrawn')],
        },
        'mark-calling-contact': {
          actions: [
            {
              type: 'send' as const,
              params: ({ context }: { context: HandoverContext }) => ({
                to: ['discharge'],
                event: { type: 'calling-contact-marked', payload: { unit: context.unit } },
              }),
            },
            tellWard('kallande-vardkontakt'),
          ],
        },
      },
    },
  },
});
