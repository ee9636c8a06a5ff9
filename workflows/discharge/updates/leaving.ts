import type { Updates } from '../situation';

/** How the stay ended. */
export const leavingUpdates = {
  noteLeaving: ({ event }) => ({ leftAt: event.occurredAt }),
  noteDeath: ({ event }) => ({ diedAt: event.occurredAt }),
} satisfies Updates;
