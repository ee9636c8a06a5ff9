import { defineCommand, idField, type RefuseRule } from '@hemgang/engine';
import { z } from 'zod';
import { eventOf, type HandoverContext } from '../context';
import { RECEIVERS, to } from './receivers';

const unknownMessage: RefuseRule<HandoverContext, { messages?: readonly string[] | undefined }> = {
  when: ({ unacknowledged }, request) =>
    (request?.payload.messages ?? []).some(
      (id) => !unacknowledged.some((m) => m.id === id && m.sentAt !== null),
    ),
  why: {
    sv: 'Meddelandet är redan kvitterat eller finns inte i ärendet.',
    en: 'The message is acknowledged already or is not in this case.',
  },
  rule: 'avtal kvittens',
};

const nothingSent: RefuseRule<HandoverContext> = {
  when: ({ unacknowledged }) =>
    unacknowledged.length > 0 && unacknowledged.every(({ sentAt }) => sentAt === null),
  why: {
    sv: 'Inget av det som väntar har skickats till mottagaren än.',
    en: 'Nothing of what is waiting has been sent to the receiver yet.',
  },
  rule: 'avtal externt',
};

const acknowledge = defineCommand<HandoverContext, { messages?: readonly string[] | undefined }>({
  name: 'acknowledge',
  to,
  payload: z.strictObject({ messages: z.array(idField).min(1).max(100).optional() }),
  content: [],
  roles: RECEIVERS,
  label: { sv: 'Kvittera', en: 'Acknowledge' },
  consequence: {
    sv: 'Avdelningen ser att ni har tagit del av meddelandet. Det betyder inte att ni godkänner det.',
    en: 'The ward sees that you have taken part of the message. It does not mean that you agree.',
  },
  possibleWhen: {
    sv: 'Det finns inget att kvittera just nu.',
    en: 'There is nothing to acknowledge at the moment.',
  },
  rule: 'avtal kvittens',
  refuse: [nothingSent, unknownMessage],
  acknowledges: (context, { messages }) =>
    context.unacknowledged
      .filter(({ id, sentAt }) => sentAt !== null && (messages?.includes(id) ?? true))
      .map(({ id }) => eventOf(id)),
  makulera: {
    effect: 'moves',
    keep: ({ unacknowledged }, { messages }) => ({
      acknowledged: unacknowledged.filter(({ id }) => messages?.includes(id) ?? true),
    }),
  },
  example: { messages: ['m2'] },
});

/** That the receiver has taken part of what was sent. */
export const receiptCommands = [acknowledge];
