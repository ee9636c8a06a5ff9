import type { HandoverContext, UnacknowledgedMessage } from '../context';
import { isNotice } from '../events';
import type { Updates } from '../situation';

/** What came from the ward and what has been acknowledged of it. */
export const receiptUpdates = {
  receive: ({ context, event }) => {
    if (!isNotice(event)) return {};
    const { entry, expectedDischargeAt, utskrivningsklarSentAt, destination } = event.payload;
    const message = { id: messageId(context, event.seq), entry, sentAt: event.recordedAt };
    return {
      unacknowledged: [...context.unacknowledged, message],
      ...(expectedDischargeAt === undefined ? {} : { expectedDischargeAt }),
      ...(utskrivningsklarSentAt === undefined ? {} : { utskrivningsklarSentAt }),
      ...(destination === undefined ? {} : { destination }),
    };
  },
  forgetUtskrivningsklar: () => ({ utskrivningsklarSentAt: null }),
  noteLeaving: ({ event }) =>
    event.type === 'patient-left' ? { leftAt: event.payload.leftAt } : {},
  noteStruck: ({ event }) => ({ unacknowledged: [], struckBy: event.seq }),
  noteWard: ({ event }) => (event.type === 'ward-changed' ? { sender: event.payload.ward } : {}),
  noteAcknowledged: ({ context, event }) =>
    event.type === 'acknowledge'
      ? { unacknowledged: unacknowledgedAfter(context, event.payload.messages) }
      : {},
} satisfies Updates;

/** `m7`; a second message of the same event (a receiver told late hears of the leaving too): `m7-2`. */
function messageId({ unacknowledged }: HandoverContext, seq: number): string {
  const id = `m${seq}`;
  const same = unacknowledged.filter((m) => m.id === id || m.id.startsWith(`${id}-`));
  return same.length === 0 ? id : `${id}-${same.length + 1}`;
}

/** What is still unacknowledged after a kvittens of the named messages; none named = of all. */
export function unacknowledgedAfter(
  { unacknowledged }: HandoverContext,
  messages: readonly string[] | undefined,
): readonly UnacknowledgedMessage[] {
  return unacknowledged.filter(({ id }) => messages !== undefined && !messages.includes(id));
}
