import { keptOf } from '@workflows/message';
import type { Updates } from '../situation';

/** Who may answer what the parties have written to each other. */
export const messageUpdates = {
  noteMessage: ({ context: { messages = [] }, event }) =>
    event.type === 'send-message' ? { messages: [...messages, keptOf(event)] } : {},
  forgetMessage: ({ context: { messages = [] }, event }) =>
    event.type === 'send-message-struck'
      ? { messages: messages.filter(({ message }) => message !== event.payload.event) }
      : {},
  noteForwardedMessage: ({ context: { messages = [] }, event }) => {
    if (event.type !== 'message-forwarded') return {};
    const { message, unit } = event.payload;
    return {
      messages: messages.map((each) =>
        each.message === message ? { ...each, forwarded: [...(each.forwarded ?? []), unit] } : each,
      ),
    };
  },
} satisfies Updates;
