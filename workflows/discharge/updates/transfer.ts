import { withRole } from '../municipalities';
import { addedBy } from '../receivers';
import type { Updates } from '../situation';

/** Requests to move the case to another municipality; at most one from each receiver is open. */
export const transferUpdates = {
  noteTransferRequested: ({ context, event }) => {
    const asking = context.receivers.find(
      ({ unit }) => 'unit' in event.actor && unit === event.actor.unit,
    );
    return asking === undefined ? {} : { transfers: [...context.transfers, asking.handover] };
  },
  noteTransferAnswered: ({ context, event }) =>
    event.type === 'municipal-transfer-answered' || event.type === 'municipality-transferred'
      ? { transfers: context.transfers.filter((each) => each !== event.payload.handover) }
      : {},
  /** The other municipality decides, and its unit receives instead of the first one's. */
  noteTransferred: ({ context, event }) => {
    if (event.type !== 'municipality-transferred') return {};
    const { handover, municipality, from } = event.payload;
    const decides = { role: 'decides', municipality, from, basis: 'SoL 29:10' } as const;
    const others = context.receivers.filter((receiver) => receiver.handover !== handover);
    return {
      receivers: [...others, ...addedBy(event)],
      municipalities: withRole(context.municipalities, decides),
    };
  },
} satisfies Updates;
