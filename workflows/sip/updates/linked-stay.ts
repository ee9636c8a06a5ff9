import { isGone, stayGiven } from '../events';
import type { Updates } from '../situation';

/** The stay that the SIP belongs to, and what it has told. */
export const linkedStayUpdates = {
  /** Every stay has a call of its own (2017:612 4:3). */
  noteStay: ({ event }) => ({ stay: stayGiven(event.given) ?? undefined, calledAt: null }),
  noteNotice: ({ context: { stay }, event }) =>
    stay === undefined || event.type !== 'notice-sent'
      ? {}
      : {
          stay: {
            ...stay,
            noticeAt: event.payload.sentAt,
            caller: event.payload.caller ?? stay.caller,
          },
        },
  noteNoticeWithdrawn: ({ context: { stay } }) =>
    stay === undefined ? {} : { stay: { ...stay, noticeAt: null } },
  noteCaller: ({ context: { stay }, event }) =>
    stay === undefined || event.type !== 'caller-named'
      ? {}
      : { stay: { ...stay, caller: event.payload.caller } },
  /** The SIP outlives the stay; one that never was, or went to another region, leaves no call. */
  noteStayEnded: ({ event }) =>
    event.type === 'stay-ended' && isGone(event.payload.ending) ? { stay: undefined } : {},
} satisfies Updates;
