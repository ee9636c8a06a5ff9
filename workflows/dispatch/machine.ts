import type { SendEffect } from '@hemgang/engine';
import { assign, setup } from 'xstate';
import type { DispatchContext, DispatchEvent, DispatchInput } from './context';
import type { DispatchDuty } from './duties';

interface Situation {
  readonly context: DispatchContext;
  readonly event: DispatchEvent;
}

/** What an end is called when it must be told outside. */
const LAST_WORDS: Readonly<Record<string, string>> = {
  'receiver-removed': 'mottagare-borttagen',
  'notice-withdrawn': 'behov-bortfallet',
  'patient-died': 'avliden',
  'patient-transferred': 'flyttad-till-annan-region',
  'patient-readmitted': 'aterinskriven',
  'case-makulerad': 'makulerad',
};

const dispatchSetup = setup({
  types: {
    context: {} as DispatchContext,
    input: {} as DispatchInput,
    events: {} as DispatchEvent,
    tags: {} as DispatchDuty | 'over',
  },
  actions: {
    noteMessage: assign(({ context, event }) =>
      'entry' in event.payload
        ? { unsent: [...context.unsent, { entry: event.payload.entry, since: event.recordedAt }] }
        : {},
    ),
    noteWard: assign(({ context, event }) =>
      event.type === 'ward-changed'
        ? {
            unit: event.payload.ward,
            unsent: [...context.unsent, { entry: 'omflyttning', since: event.recordedAt }],
          }
        : {},
    ),
    /** The end is what must be told now; what else was waiting no longer matters. */
    noteLastWord: assign(({ event }) => ({
      unsent: [{ entry: LAST_WORDS[event.type] ?? event.type, since: event.recordedAt }],
    })),
    noteSent: assign({ unsent: [], reached: true }),
    forgetUnsent: assign({ unsent: [] }),
    send: (_, _params: Omit<SendEffect, 'type'>) => undefined,
  },
  guards: { wasReached: ({ context }) => context.reached },
});

/** The receiver's own time begins when it was reached. */
const tellHandover = {
  type: 'send' as const,
  params: ({ context, event }: Situation) => ({
    to: [context.handover],
    event: { type: 'sent-outside', payload: { at: event.occurredAt } },
  }),
};

const message = { target: 'owed', actions: 'noteMessage' } as const;

const messages = {
  notice: message,
  'utskrivningsklar-withdrawn': message,
  'patient-left': message,
  'ward-changed': { target: 'owed', actions: 'noteWard' },
} as const;

/** Who was told something is told of the end too; who was not is told nothing. */
const end = [
  { guard: 'wasReached', target: 'lastWord', actions: 'noteLastWord' },
  { target: 'closed', actions: 'forgetUnsent' },
] as const;

const ends = {
  'receiver-removed': end,
  'notice-withdrawn': end,
  'patient-died': end,
  'patient-transferred': end,
  'patient-readmitted': end,
  'case-makulerad': end,
} as const;

/**
 * Everything for a receiver outside is carried by phone, letter or secure mail. The ward owes it
 * until somebody has reported with whom, how and when it was done.
 */
export const dispatchMachine = dispatchSetup.createMachine({
  id: 'dispatch',
  context: ({ input }) => ({ ...input, unsent: [], reached: false }),
  initial: 'clear',
  states: {
    clear: { tags: 'over', on: { ...messages, ...ends } },
    owed: {
      tags: 'skicka-externt',
      on: {
        ...messages,
        ...ends,
        'report-sent': { target: 'clear', actions: ['noteSent', tellHandover] },
        // Felsänt or withdrawn: the receiver has said itself that it waits for nothing.
        'receiver-lost': { target: 'closed', actions: 'forgetUnsent' },
      },
    },
    lastWord: {
      tags: 'skicka-externt',
      on: {
        'report-sent': { target: 'closed', actions: 'noteSent' },
        'case-makulerad': { actions: 'noteLastWord' },
      },
    },
    closed: {
      tags: 'over',
      on: { 'case-makulerad': { guard: 'wasReached', target: 'lastWord', actions: 'noteLastWord' } },
    },
  },
});
