import { calledBy } from '../participants';
import type { Updates } from '../situation';

const NO_TIME = { meeting: undefined, proposed: undefined };

/** Who is called, and when they meet. */
export const meetingUpdates = {
  noteCall: ({ context, event }) => ({
    calledAt: context.calledAt ?? event.toldAt,
    participants: [...context.participants, ...calledBy(event)],
  }),
  forgetCall: () => ({ calledAt: null, participants: [], ...NO_TIME }),
  /** Who were called learn that it is over; that they were called stays true. */
  forgetParticipants: () => ({ participants: [], ...NO_TIME }),
  noteMeeting: ({ event }) => {
    if (event.type === 'call') {
      const { meeting } = event.payload;
      return meeting === undefined ? {} : { meeting };
    }
    return event.type === 'book-meeting' || event.type === 'move-meeting'
      ? { meeting: { at: event.payload.at, way: event.payload.way } }
      : {};
  },
  noteProposed: ({ event }) =>
    event.type === 'call' && event.payload.proposed !== undefined
      ? { proposed: event.payload.proposed }
      : {},
  forgetProposed: () => ({ proposed: undefined }),
  forgetMeeting: () => ({ meeting: undefined }),
  noteHeld: ({ event }) =>
    event.type === 'hold-meeting' ? { heldAt: event.occurredAt, ...NO_TIME } : {},
} satisfies Updates;
