import type { Updates } from '../situation';

/** How the stay ended. */
export const leavingUpdates = {
  noteLeaving: ({ event }) =>
    event.type === 'discharge'
      ? {
          leftAt: event.occurredAt,
          ending: event.payload.ending ?? 'planned',
          permission: undefined,
        }
      : {},
  noteTransfer: ({ event }) => ({
    leftAt: event.occurredAt,
    ending: 'transferred',
    permission: undefined,
  }),
  // Who dies at home has left as she left: only the time of the death is new.
  noteDeath: ({ context, event }) => ({
    diedAt: event.occurredAt,
    ending: context.ending ?? 'deceased',
    permission: undefined,
  }),
  // The whole case does not count, so neither does how its stay had ended.
  noteMakulerad: () => ({ ending: 'makulerad', permission: undefined, move: undefined }),
} satisfies Updates;
