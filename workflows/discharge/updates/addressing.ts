import type { DischargeContext, Receiver, Returned } from '../context';
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
  noteAdded: ({ context, event }) => ({
    receivers: [...context.receivers, ...addedBy(event)],
    returned: returnedAfter(context, event),
  }),
  noteDropped: ({ context, event }) => ({ returned: returnedAfter(context, event) }),
  noteRemoved: ({ context, event }) => {
    const gone = removedBy(context, event);
    return { receivers: context.receivers.filter((receiver) => !gone.includes(receiver)) };
  },
  noteTakenOver: ({ context, event }) => ({
    receivers: context.receivers.map((receiver) =>
      receiver.handover === event.from ? { ...receiver, takenOver: true as const } : receiver,
    ),
  }),
} satisfies Updates;

/** The lost receivers for whom it is still not decided who comes instead after this event. */
export function returnedAfter(
  { returned }: DischargeContext,
  event: DischargeEvent,
): readonly Returned[] {
  const settled = settledBy(event);
  return returned.filter(({ handover }) => handover !== settled);
}

/** The receivers that this event says are not needed. */
export function removedBy(
  { receivers }: DischargeContext,
  event: DischargeEvent,
): readonly Receiver[] {
  if (event.type !== 'remove-receiver') return [];
  return receivers.filter(({ handover }) => handover === event.payload.receiver);
}

function settledBy(event: DischargeEvent): string | null {
  switch (event.type) {
    case 'readdress':
      return event.payload.replaces;
    case 'drop-returned':
      return event.payload.returned;
    default:
      return null;
  }
}
