import { putFacts } from '@hemgang/engine';
import { correctableFacts } from '../correctable';
import type { Updates } from '../situation';

/** What the stay remembers after a correction or a makulering. */
export const rattelseUpdates = {
  noteCorrected: ({ context, event }) =>
    event.type === 'corrected' ? putFacts(correctableFacts, context, event.payload.facts) : {},
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
