import { putFacts, undisputed } from '@hemgang/engine';
import { correctableFacts } from '../correctable';
import type { Updates } from '../situation';

/** What the stay remembers after a correction or a makulering. */
export const rattelseUpdates = {
  noteCorrected: ({ context, event }) =>
    event.type === 'corrected' ? putFacts(correctableFacts, context, event.payload.facts) : {},
  /** The ward was not told then that a receiver is lost: its time to find another counts anew. */
  noteDisputed: ({ context: { returned }, event }) =>
    event.type === 'disputed'
      ? {
          returned: returned.map((each) =>
            each.handover === event.payload.machine
              ? { ...each, returnedAt: undisputed(each.returnedAt, event.payload) }
              : each,
          ),
        }
      : {},
  forgetNeeds: () => ({ needs: null, needKnownAt: null }),
  forgetNotice: () => ({
    noticeSentAt: null,
    expectedDischargeAt: null,
    receivers: [],
    returned: [],
  }),
  forgetNotified: ({ context }) =>
    context.utskrivningsklar === null
      ? {}
      : { utskrivningsklar: { ...context.utskrivningsklar, sentAt: null } },
  forgetLeaving: () => ({ leftAt: null, ending: undefined }),
} satisfies Updates;
