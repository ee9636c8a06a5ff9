import {
  ifReachedAt,
  liesAtOwnWard,
  type HandoverContext,
  type UnacknowledgedMessage,
} from '../context';
import { isNotice } from '../events';
import type { Updates } from '../situation';

/** What came from the ward and what has been acknowledged of it. */
export const receiptUpdates = {
  receive: ({ context, event }) => {
    if (!isNotice(event)) return {};
    const { entry, expectedDischargeAt, utskrivningsklarSentAt, destination } = event.payload;
    const outside = context.external === true;
    const sentAt = outside ? null : event.toldAt;
    const message = { id: messageId(context, event.seq), entry, sentAt };
    return {
      ...(liesAtOwnWard(context) ? {} : { unacknowledged: [...context.unacknowledged, message] }),
      ...(expectedDischargeAt === undefined ? {} : { expectedDischargeAt }),
      ...(utskrivningsklarSentAt === undefined || outside ? {} : { utskrivningsklarSentAt }),
      ...(destination === undefined ? {} : { destination }),
    };
  },
  /** A notice that still waits to be carried outside will tell nobody of anything that holds. */
  forgetUtskrivningsklar: ({ context: { unacknowledged } }) => ({
    utskrivningsklarSentAt: null,
    unacknowledged: unacknowledged.map((message) =>
      message.entry === 'utskrivningsklar' && message.sentAt === null
        ? { ...message, withdrawn: true as const }
        : message,
    ),
  }),
  /** What was waiting has reached a receiver outside: its time counts from then. */
  noteReached: ({ context, event }) =>
    event.type === 'sent-outside' ? ifReachedAt(context, event.payload.at) : {},
  noteLeaving: ({ event }) =>
    event.type === 'patient-left' ? { leftAt: event.payload.leftAt } : {},
  noteStranger: ({ event }) => ({ unacknowledged: [], strangerSince: event.seq }),
  noteWard: ({ event }) => (event.type === 'ward-changed' ? { sender: event.payload.ward } : {}),
  /** What the own ward knows, the receiver knows. */
  noteOwnWard: () => ({ unacknowledged: [] }),
  noteOtherWard: ({ event }) => ({ ownWardUntil: event.toldAt }),
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

/** What is still unacknowledged after a kvittens of the named messages; none named = of all sent. */
export function unacknowledgedAfter(
  { unacknowledged }: HandoverContext,
  messages: readonly string[] | undefined,
): readonly UnacknowledgedMessage[] {
  return unacknowledged.filter(
    ({ id, sentAt }) => sentAt === null || (messages !== undefined && !messages.includes(id)),
  );
}
