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
  noteClosed: ({ event }) =>
    event.type === 'close-sip'
      ? { closed: event.payload.because }
      : { closed: event.type === 'makulera-sip' ? ('struck' as const) : ('deceased' as const) },
} satisfies Updates;
