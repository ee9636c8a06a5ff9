import type { Updates } from '../situation';

/** The fast vårdkontakt: named now, or appointed for all who come. */
export const contactUpdates = {
  noteContact: ({ context, event }) => ({
    fastVardkontakt: {
      staff:
        event.type === 'appoint-fast-vardkontakt'
          ? (event.payload.staff ?? null)
          : (context.standingContact ?? null),
    },
  }),
  forgetFastVardkontakt: () => ({ fastVardkontakt: undefined }),
} satisfies Updates;
