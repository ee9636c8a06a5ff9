import { withUnitReplaced } from '@hemgang/engine';
import type { Updates } from '../situation';

/** The patient's way through the region. At most one move is open at a time. */
export const movingUpdates = {
  noteMoveRequested: ({ event }) => ({ move: `mv${event.seq}` }),
  noteMoved: ({ context, event }) => {
    if (event.type !== 'moved') return {};
    const { unit } = event.payload;
    // What the one ward has written and been told, the other answers.
    const messages = withUnitReplaced(context.messages, context.unit, unit);
    return { unit, move: undefined, messages };
  },
  noteMoveEnded: () => ({ move: undefined }),
} satisfies Updates;
