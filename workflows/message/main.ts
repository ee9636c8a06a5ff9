import type { MachineEvent } from '@hemgang/engine';
import type { KeptMessage, MessageKeeper } from './kept';
import {
  answerTold,
  keptOf,
  machinesOpenedBy,
  machinesStruckBy,
  type Sent,
  type SentMessage,
} from './send';

/* What the main machine of a case does with messages, whatever the type of the case. */

type StruckMessage = MachineEvent<'send-message-struck', Sent & { readonly event: number }>;
type ForwardedMessage = MachineEvent<
  'message-forwarded',
  { readonly message: number; readonly unit: string }
>;

/** Everything that a main machine hears of messages. */
export type MainMessageEvent = SentMessage | StruckMessage | ForwardedMessage;

interface Situation {
  readonly context: MessageKeeper;
  readonly event: MachineEvent;
}

/** A pure change of what the main machine remembers of messages. */
type Update = (situation: Situation) => { readonly messages?: readonly KeptMessage[] };

const isSent = (event: MachineEvent): event is SentMessage => event.type === 'send-message';
const isStruck = (event: MachineEvent): event is StruckMessage =>
  event.type === 'send-message-struck';
const isForwarded = (event: MachineEvent): event is ForwardedMessage =>
  event.type === 'message-forwarded';

const open = {
  type: 'open' as const,
  params: ({ event }: Situation) => ({ machines: isSent(event) ? machinesOpenedBy(event) : [] }),
};

const tellWords = {
  type: 'disclose' as const,
  params: ({ event }: Situation) => ({
    entry: 'meddelande',
    legalBasis: 'CONSENT_OR_EXCEPTION' as const,
    units: isSent(event) ? event.payload.to : [],
  }),
};

const tellAnswered = {
  type: 'send' as const,
  params: ({ context, event }: Situation) => {
    if (isSent(event)) return answerTold(context, event);
    throw new Error(`"${event.type}" answers no message`);
  },
};

const strike = {
  type: 'send' as const,
  params: ({ event }: Situation) => ({
    to: isStruck(event) ? machinesStruckBy(event.payload) : [],
    event: { type: 'message-struck', payload: {} },
  }),
};

/**
 * Messages between the parties, as long as the case is open: handled above the regions, since no
 * obligation of the main machine waits for them. Each is a machine at each of its receivers.
 */
export const messageTransitions = {
  'send-message': { actions: [open, tellWords, tellAnswered, 'noteMessage' as const] },
  'send-message-struck': { actions: [strike, 'forgetMessage' as const] },
  'message-forwarded': { actions: 'noteForwardedMessage' as const },
};

/** Who may answer what the parties have written to each other. */
export const messageUpdates = {
  noteMessage: ({ context: { messages = [] }, event }) =>
    isSent(event) ? { messages: [...messages, keptOf(event)] } : {},
  forgetMessage: ({ context: { messages = [] }, event }) =>
    isStruck(event)
      ? { messages: messages.filter(({ message }) => message !== event.payload.event) }
      : {},
  noteForwardedMessage: ({ context: { messages = [] }, event }) => {
    if (!isForwarded(event)) return {};
    const { message, unit } = event.payload;
    return {
      messages: messages.map((each) =>
        each.message === message ? { ...each, forwarded: [...(each.forwarded ?? []), unit] } : each,
      ),
    };
  },
} satisfies Readonly<Record<string, Update>>;
