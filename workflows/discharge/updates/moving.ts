import type { Updates } from '../situation';

/** The patient's way through the region. At most one move is open at a time. */
export const movingUpdates = {
  noteMoveRequested: ({ event }) => ({ move: `mv${event.seq}` }),
  noteMoved: ({ event }) =>
    event.type === 'moved' ? { unit: event.payload.unit, move: undefined } : {},
  noteMoveEnded: () => ({ move: undefined }),
} satisfies Updates;
