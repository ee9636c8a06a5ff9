import type { Updates } from '../situation';

/** What of the utskrivningsinformation is in force, for receivers that come later. */
export const informationUpdates = {
  noteInformation: ({ context, event }) => ({ information: [...context.information, event.seq] }),
  forgetInformation: () => ({ information: [] }),
} satisfies Updates;
