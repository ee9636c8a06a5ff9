import type { Updates } from '../situation';

/** The offer and what the person, or whoever speaks for her, says to it. */
export const consentUpdates = {
  noteOffer: ({ event }) => ({ offeredAt: event.occurredAt }),
  noteConsent: ({ event }) =>
    event.type === 'record-consent'
      ? {
          consent: {
            event: event.seq,
            at: event.occurredAt,
            ...(event.payload.until === undefined ? {} : { until: event.payload.until }),
          },
          clearedAt: event.occurredAt,
          attitude: undefined,
        }
      : {},
  noteAttitude: ({ event }) => ({
    attitude: event.seq,
    clearedAt: event.occurredAt,
    consent: null,
  }),
  forgetConsent: () => ({ consent: null, attitude: undefined, clearedAt: null }),
  noteClosed: ({ context, event }) => {
    // What has been struck stays struck, also when the person dies afterwards.
    if (context.closed === 'struck') return {};
    const over = { proposed: undefined };
    if (event.type === 'close-sip') return { ...over, closed: event.payload.because };
    return { ...over, closed: event.type === 'makulera-sip' ? 'struck' : 'deceased' };
  },
} satisfies Updates;
