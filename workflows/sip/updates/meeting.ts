import { calledBy } from '../participants';
import type { Updates } from '../situation';

/** Who is called, and when they meet. */
export const meetingUpdates = {
  noteCall: ({ context, event }) => ({
    calledAt: context.calledAt ?? event.toldAt,
    participants: [...context.participants, ...calledBy(event)],
  }),
  forgetCall: () => ({ calledAt: null, participants: [], meeting: undefined }),
  /** Who were called learn that it is over; that they were called stays true. */
  forgetParticipants: () => ({ participants: [], meeting: undefined }),
  noteMeeting: ({ event }) => {
    if (event.type === 'call') {
      const { meeting } = event.payload;
      return meeting === undefined ? {} : { meeting };
    }
    return event.type === 'book-meeting' || event.type === 'move-meeting'
      ? { meeting: { at: event.payload.at, way: event.payload.way } }
      : {};
  },
  forgetMeeting: () => ({ meeting: undefined }),
  noteHeld: ({ event }) =>
    event.type === 'hold-meeting' ? { heldAt: event.occurredAt, meeting: undefined } : {},
} satisfies Updates;
