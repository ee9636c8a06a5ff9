import type { DischargeContext, Receiver, Returned } from '../context';
import type { DischargeEvent } from '../events';
import { addedBy } from '../receivers';
import type { Updates } from '../situation';

/** Receivers that come and go. */
export const addressingUpdates = {
  noteReturned: ({ context, event }) => {
    const gone = context.receivers.filter(({ handover }) => handover === event.from);
    const returned = gone.map((receiver) => ({ ...receiver, returnedAt: event.toldAt }));
    return { ...without(context, gone), returned: [...context.returned, ...returned] };
  },
  noteAdded: ({ context, event }) => ({
    receivers: [...context.receivers, ...addedBy(event)],
    returned: returnedAfter(context, event),
  }),
  noteDropped: ({ context, event }) => ({ returned: returnedAfter(context, event) }),
  noteRemoved: ({ context, event }) => without(context, removedBy(context, event)),
  noteTakenOver: ({ context, event }) => ({
    receivers: context.receivers.map((receiver) =>
      receiver.handover === event.from ? { ...receiver, takenOver: true as const } : receiver,
    ),
  }),
  noteForwarded: ({ context, event }) => {
    if (event.type !== 'handover-forwarded') return {};
    const { unit } = event.payload;
    const before = context.receivers.find(({ handover }) => handover === event.from)?.unit;
    const coordinators = Object.entries(context.coordinators).map(([huvudman, coordinator]) => [
      huvudman,
      coordinator === before ? unit : coordinator,
    ]);
    return {
      receivers: context.receivers.map((receiver) =>
        receiver.handover === event.from ? { ...receiver, unit } : receiver,
      ),
      coordinators: Object.fromEntries(coordinators) as DischargeContext['coordinators'],
    };
  },
  noteNotTakenOver: ({ context, event }) => ({
    receivers: context.receivers.map((receiver) => {
      const { takenOver: _said, ...rest } = receiver;
      return receiver.handover === event.from ? rest : receiver;
    }),
  }),
} satisfies Updates;

/** Who is no receiver any more speaks for nobody and calls nobody. */
function without(
  { receivers, calling, coordinators }: DischargeContext,
  gone: readonly Receiver[],
): Partial<DischargeContext> {
  const units = gone.map(({ unit }) => unit);
  return {
    receivers: receivers.filter((receiver) => !gone.includes(receiver)),
    calling: gone.some(({ handover }) => handover === calling) ? null : calling,
    coordinators: Object.fromEntries(
      Object.entries(coordinators).filter(([, unit]) => !units.includes(unit)),
    ),
  };
}

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
