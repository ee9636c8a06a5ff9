import type { Updates } from '../situation';

/** How the stay ended. */
export const leavingUpdates = {
  noteLeaving: ({ event }) =>
    event.type === 'discharge'
      ? { leftAt: event.occurredAt, ending: event.payload.ending ?? 'planned', permission: null }
      : {},
  noteTransfer: ({ event }) => ({
    leftAt: event.occurredAt,
    ending: 'transferred',
    permission: null,
  }),
  // Who dies at home has left as she left: only the time of the death is new.
  noteDeath: ({ context, event }) => ({
    diedAt: event.occurredAt,
    ending: context.ending ?? 'deceased',
    permission: null,
  }),
  noteMakulerad: ({ event }) => ({
    makuleradAt: event.occurredAt,
    permission: null,
    move: null,
  }),
} satisfies Updates;
