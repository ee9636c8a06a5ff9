import {
  defineCommand,
  freeText,
  idField,
  type Actor,
  type CommandDeclaration,
  type MachineEvent,
  type OpenEffect,
  type RefuseRule,
  type SendEffect,
} from '@hemgang/engine';
import { z } from 'zod';
import { MESSAGE } from './commands';
import { MESSAGE_CATEGORIES, MESSAGE_PRIORITIES, type MessageInput } from './context';
import type { Answered } from './events';
import {
  machinesOfMessage,
  messageKnownTo,
  messageMachineId,
  messageNumber,
  type KeptMessage,
  type MessageKeeper,
} from './kept';

const RECEIVERS_MAX = 10;
const ATTACHMENTS_MAX = 5;

const areDifferent = (items: readonly string[]) => new Set(items).size === items.length;

const sendPayload = z.strictObject({
  to: z.array(idField).min(1).max(RECEIVERS_MAX).refine(areDifferent),
  category: z.enum(MESSAGE_CATEGORIES),
  priority: z.enum(MESSAGE_PRIORITIES),
  text: freeText,
  re: idField.optional(),
  attachments: z.array(z.uuid()).min(1).max(ATTACHMENTS_MAX).refine(areDifferent).optional(),
});

type SendPayload = z.output<typeof sendPayload>;

/** What the main machine hears of a message; the words are content. */
export type Sent = Omit<SendPayload, 'text'>;

/** How the cases of one type send messages. */
interface Sending<Context> {
  /** The main machine. */
  readonly to: string;
  readonly roles: readonly string[];
  /** Units of the case that have an account. */
  readonly parties: (context: Context) => readonly string[];
  /** What refuses whatever is sent. */
  readonly refuse: readonly RefuseRule<Context>[];
}

const rule = 'avtal meddelande';

/** Who is no party, has no account, or is the sender itself. */
function notAllParties<Context>(
  parties: Sending<Context>['parties'],
): RefuseRule<Context, SendPayload> {
  return {
    when: (context, request) =>
      request !== null &&
      request.payload.to.some(
        (unit) => unit === unitOf(request) || !parties(context).includes(unit),
      ),
    why: {
      sv: 'Ett meddelande går till andra enheter som är med i ärendet och har konto. En enhet utan konto når ni på annat sätt.',
      en: 'A message goes to other units of the case that have accounts. Those without are reached in another way.',
    },
    rule,
  };
}

const unknownMessage: RefuseRule<MessageKeeper, SendPayload> = {
  when: (context, request) =>
    request?.payload.re !== undefined &&
    messageKnownTo(context, request.payload.re, unitOf(request)) === undefined,
  why: {
    sv: 'Ni har inte skickat eller fått något meddelande med den beteckningen.',
    en: 'You have neither sent nor received a message of that name.',
  },
  rule,
};

/** The command by which a party sends a message to others. */
export function sendMessage<Context extends MessageKeeper>({
  to,
  roles,
  parties,
  refuse,
}: Sending<Context>): CommandDeclaration<Context, SendPayload> {
  return defineCommand<Context, SendPayload>({
    name: 'send-message',
    to,
    by: parties,
    whileOpen: true,
    payload: sendPayload,
    content: ['text'],
    lookups: { attachments: ({ attachments = [] }) => attachments },
    roles,
    label: { sv: 'Skicka meddelande', en: 'Send a message' },
    consequence: {
      sv: 'Mottagarna får läsa det och ska kvittera eller svara. Ni ser vem som har läst. Svarar ni på ett meddelande är det kvitterat.',
      en: 'The receivers may read it and owe a kvittens or an answer. You see who has read it. Answering a message acknowledges it.',
    },
    possibleWhen: {
      sv: 'Kan göras av enheterna i ärendet tills det är avslutat.',
      en: 'Possible for the units of the case until it is closed.',
    },
    rule,
    refuse: [...refuse, notAllParties(parties), unknownMessage],
    acknowledges: (_context, { re }) => (re === undefined ? [] : [messageNumber(re)]),
    makulera: 'moves',
    example: {
      to: ['umea-bistand'],
      category: 'hjalpmedel',
      priority: 'ordinary',
      text: 'Rullatorn är utprovad och följer med hem.',
    },
  });
}

/** A message on its way, as the main machine takes it. */
export type SentMessage = MachineEvent<'send-message', Sent>;

/** The machines that a message opens: one at each of its receivers. */
export function machinesOpenedBy(event: SentMessage): OpenEffect['machines'] {
  const { seq, toldAt, payload } = event;
  return payload.to.map((unit, index) => ({
    id: messageMachineId(seq, index),
    kind: MESSAGE,
    input: {
      unit,
      sender: unitOf(event),
      message: seq,
      priority: payload.priority,
      since: toldAt,
    } satisfies MessageInput,
  }));
}

/** Tells the message that this one answers; it knows at which of its machines it was owed. */
export function answerTold(
  context: MessageKeeper,
  event: SentMessage,
): Pick<SendEffect, 'to' | 'event'> {
  const { re, to } = event.payload;
  const by = unitOf(event);
  const answered = re === undefined ? undefined : messageKnownTo(context, re, by);
  return {
    to: answered === undefined ? [] : machinesOfMessage(answered),
    event: { type: 'answered', payload: { by, to } satisfies Answered },
  };
}

/** The machines of a message that is struck. */
export function machinesStruckBy({ to, event }: Sent & { readonly event: number }): string[] {
  return to.map((_unit, index) => messageMachineId(event, index));
}

/** What the main machine remembers of a message that is sent. */
export function keptOf(event: SentMessage): KeptMessage {
  return { message: event.seq, between: [unitOf(event), ...event.payload.to] };
}

function unitOf({ actor }: { readonly actor: Actor }): string {
  return 'unit' in actor ? actor.unit : '';
}
