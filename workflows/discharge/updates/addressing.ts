import type { DischargeContext, Returned } from '../context';
import type { DischargeEvent } from '../events';
import { addedBy } from '../receivers';
import type { Updates } from '../situation';

/** Receivers that come and go. */
export const addressingUpdates = {
  noteReturned: ({ context, event }) => {
    const returned = context.receivers
      .filter(({ handover }) => handover === event.from)
      .map((receiver) => ({ ...receiver, returnedAt: event.recordedAt }));
    return {
      receivers: context.receivers.filter(({ handover }) => handover !== event.from),
      returned: [...context.returned, ...returned],
      calling: context.calling === event.from ? null : context.calling,
    };
  },
  noteReaddressed: ({ context, event }) => ({
    receivers: [...context.receivers, ...addedBy(event)],
    returned: returnedAfter(context, event),
  }),
} satisfies Updates;

/** The felsänt notices that are still without a new receiver after this event. */
export function returnedAfter(
  context: DischargeContext,
  event: DischargeEvent,
): readonly Returned[] {
  if (event.type !== 'readdress') return context.returned;
  return context.returned.filter(({ handover }) => handover !== event.payload.replaces);
}
