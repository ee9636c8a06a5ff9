import { correctedHandover } from '../correctable';
import { disputedHandover } from '../disputed';
import type { Updates } from '../situation';

/** What the receiver remembers after a correction or a makulering. */
export const rattelseUpdates = {
  noteCorrected: ({ context, event }) =>
    event.type === 'corrected' ? correctedHandover(context, event.payload.facts) : {},
  noteDisputed: ({ context, event }) =>
    event.type === 'disputed' ? disputedHandover(context, event.payload) : {},
  /** The messages that a struck kvittens had acknowledged. */
  unacknowledge: ({ context, event }) =>
    event.type === 'acknowledge-struck'
      ? { unacknowledged: [...event.payload.acknowledged, ...context.unacknowledged] }
      : {},
  forgetLeaving: () => ({ leftAt: null, lapsed: undefined }),
  forgetAnswer: () => ({ answer: undefined }),
  /** What was reported and planned before a struck report. */
  restoreReport: ({ event }) => {
    if (event.type !== 'take-over-struck' && event.type !== 'register-call-struck') return {};
    const { report, plannedStart, contactAt } = event.payload;
    return { report, plannedStart, contactAt, homecoming: undefined };
  },
} satisfies Updates;
