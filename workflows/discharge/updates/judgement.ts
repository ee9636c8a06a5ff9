import type { Updates } from '../situation';

/** The physician's judgement and when its notice was sent. */
export const judgementUpdates = {
  noteJudgement: ({ event }) => {
    if (event.type !== 'mark-utskrivningsklar') return {};
    const { judgedAt, secrecyHinders, basis } = event.payload;
    // A notice to another party counts from when it reached us, never from an earlier time given.
    const sentAt = secrecyHinders === true ? null : event.toldAt;
    return { utskrivningsklar: { judgedAt, sentAt, ...(basis === undefined ? {} : { basis }) } };
  },
  noteNotified: ({ context, event }) =>
    context.utskrivningsklar === null
      ? {}
      : { utskrivningsklar: { ...context.utskrivningsklar, sentAt: event.toldAt } },
  forgetJudgement: () => ({ utskrivningsklar: null }),
} satisfies Updates;
