import {
  kindGiven,
  undisputed,
  withUnitReplaced,
  type DiscloseEffect,
  type LegalBasis,
  type SendEffect,
} from '@hemgang/engine';
import { assign, setup } from 'xstate';
import type { MessageContext, MessageInput } from './context';
import type { MessageDuty } from './duties';
import type { MessageEvent } from './events';

interface Situation {
  readonly context: MessageContext;
  readonly event: MessageEvent;
}

const messageSetup = setup({
  types: {
    context: {} as MessageContext,
    input: {} as MessageInput,
    events: {} as MessageEvent,
    tags: {} as MessageDuty | 'over',
  },
  actions: {
    noteForwarded: assign(({ context, event }) => {
      if (event.type !== 'forward-message') return {};
      const { unit } = event.payload;
      const party = { unit, kind: kindGiven(event.given, unit) ?? '' };
      return { forwarded: [...(context.forwarded ?? []), party] };
    }),
    noteHandedOver: assign(({ event }) =>
      event.type === 'forward-message' ? { unit: event.payload.unit } : {},
    ),
    /** The receiver had not got it at the time registered afterwards. */
    noteDisputed: assign(({ context, event }) =>
      event.type === 'disputed' && event.payload.event === context.message
        ? { since: undisputed(context.since, event.payload) }
        : {},
    ),
    /** What a ward was told and has told stays with the patient when she moves to another ward. */
    noteWard: assign(({ context: { unit, sender }, event }) =>
      event.type === 'ward-changed'
        ? withUnitReplaced({ unit, sender }, event.payload.from, event.payload.ward)
        : {},
    ),
    noteStranger: assign({ strangerSince: ({ event }) => event.seq }),
    disclose: (_, _params: Omit<DiscloseEffect, 'type'>) => undefined,
    send: (_, _params: Omit<SendEffect, 'type'>) => undefined,
  },
  guards: {
    isByOwner: ({ context, event }) =>
      event.type === 'answered' && event.payload.by === context.unit,
    isHandedOver: ({ event }) =>
      event.type === 'forward-message' && event.payload.handOver === true,
    isCopied: ({ event }) => event.type === 'forward-message' && event.payload.handOver !== true,
  },
});

/** Who has sent it learns that it was read, unless the answer itself tells that. */
const tellSender = {
  type: 'disclose' as const,
  params: ({ context: { sender }, event }: Situation) => {
    const told = event.type === 'answered' ? [event.payload.by, ...event.payload.to] : [];
    return {
      entry: 'meddelande-kvittens',
      legalBasis: 'PROCESS' as const,
      units: told.includes(sender) ? [] : [sender],
    };
  },
};

/** The other unit gets the words, and learns whom they are about. */
function passOn(entry: string, earlier?: (context: MessageContext) => readonly number[]) {
  return {
    type: 'disclose' as const,
    params: ({ context, event }: Situation) => ({
      entry,
      legalBasis: 'CONSENT_OR_EXCEPTION' as LegalBasis,
      units: event.type === 'forward-message' ? [event.payload.unit] : [],
      ...(earlier === undefined ? {} : { earlier: earlier(context) }),
    }),
  };
}

/** The main machine knows who may answer it. */
const tellMain = {
  type: 'send' as const,
  params: ({ context: { message }, event }: Situation) => ({
    to: 'every-other' as const,
    event: {
      type: 'message-forwarded',
      payload: event.type === 'forward-message' ? { message, unit: event.payload.unit } : {},
    },
  }),
};

const forward = [
  'noteForwarded' as const,
  passOn('meddelande-vidarebefordrat'),
  passOn('meddelande', ({ message }) => [message]),
  tellMain,
];

/** What ends it whatever its receiver does. */
const overtaken = {
  'patient-died': 'lapsed',
  'patient-transferred': 'lapsed',
  'patient-readmitted': 'lapsed',
  'notice-withdrawn': 'withdrawn',
  'case-makulerad': 'withdrawn',
  'sip-ended': 'withdrawn',
} as const;

/** A message at one of its receivers: owed a kvittens until it is acknowledged or answered. */
export const messageMachine = messageSetup.createMachine({
  id: 'message',
  context: ({ input }) => input,
  initial: 'owed',
  on: {
    'ward-changed': { actions: 'noteWard' },
    disputed: { actions: 'noteDisputed' },
    'wrong-person': { target: '.withdrawn', actions: 'noteStranger' },
  },
  states: {
    owed: {
      tags: 'meddelande-kvittens',
      on: {
        'acknowledge-message': { target: 'acknowledged', actions: tellSender },
        answered: { guard: 'isByOwner', target: 'acknowledged', actions: tellSender },
        'forward-message': [
          { guard: 'isHandedOver', actions: [...forward, 'noteHandedOver'] },
          { actions: forward },
        ],
        'message-struck': 'struck',
        ...overtaken,
      },
    },
    acknowledged: {
      tags: 'over',
      on: {
        // Nothing is left to hand over.
        'forward-message': { guard: 'isCopied', actions: forward },
        'message-struck': 'struck',
      },
    },
    struck: { tags: 'over' },
    withdrawn: { tags: 'over' },
    lapsed: { tags: 'over' },
  },
});
