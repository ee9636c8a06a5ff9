import type { Updates } from '../situation';

/** Where the patient goes when the stay ends. */
export const destinationUpdates = {
  noteDestination: ({ event }) => {
    if (event.type !== 'plan-destination' && event.type !== 'send-inskrivningsmeddelande')
      return {};
    const { destination } = event.payload;
    return destination === undefined ? {} : { destination };
  },
} satisfies Updates;
