import type { SendEffect } from '@hemgang/engine';
import { assign, setup } from 'xstate';
import { isMessage, type DispatchContext, type DispatchEvent, type DispatchInput } from './context';
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
  'wrong-person': 'fel-person',
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
      isMessage(event)
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
    /** It has been sent, or nobody waits for it any more. */
    clearUnsent: assign({ unsent: [] }),
    send: (_, _params: Omit<SendEffect, 'type'>) => undefined,
  },
});

/** The receiver's own time begins when it was reached. */
const tellHandover = {
  type: 'send' as const,
  params: ({ context, event }: Situation) => ({
    to: [context.handover],
    event: { type: 'sent-outside', payload: { at: event.occurredAt } },
  }),
};

function messages(target: 'firstOwed' | 'owed') {
  const message = { target, actions: 'noteMessage' } as const;
  return {
    notice: message,
    'utskrivningsklar-withdrawn': message,
    'patient-left': message,
    'ward-changed': { target, actions: 'noteWard' },
  } as const;
}

function ends<End>(end: End) {
  return {
    'receiver-removed': end,
    'notice-withdrawn': end,
    'patient-died': end,
    'patient-transferred': end,
    'patient-readmitted': end,
    'case-makulerad': end,
    'wrong-person': end,
  };
}

const lastWord = { target: 'lastWord', actions: 'noteLastWord' } as const;

/**
 * Everything for a receiver outside is carried by phone, letter or secure mail. The ward owes it
 * until somebody has reported with whom, how and when it was done. Who has heard of the patient
 * hears of the end too; who has not is told nothing.
 */
export const dispatchMachine = dispatchSetup.createMachine({
  id: 'dispatch',
  context: ({ input }) => ({ ...input, unsent: [] }),
  initial: 'unheard',
  states: {
    unheard: { tags: 'over', on: { ...messages('firstOwed'), ...ends('unneeded' as const) } },
    firstOwed: {
      tags: 'skicka-externt',
      on: {
        ...messages('firstOwed'),
        ...ends({ target: 'unneeded', actions: 'clearUnsent' } as const),
        'report-sent': { target: 'clear', actions: ['clearUnsent', tellHandover] },
        'receiver-lost': { target: 'unneeded', actions: 'clearUnsent' },
      },
    },
    clear: { tags: 'over', on: { ...messages('owed'), ...ends(lastWord) } },
    owed: {
      tags: 'skicka-externt',
      on: {
        ...messages('owed'),
        ...ends(lastWord),
        'report-sent': { target: 'clear', actions: ['clearUnsent', tellHandover] },
        // Felsänt or withdrawn: the receiver has said itself that it waits for nothing.
        'receiver-lost': { target: 'closed', actions: 'clearUnsent' },
      },
    },
    lastWord: {
      tags: 'skicka-externt',
      on: {
        'report-sent': { target: 'closed', actions: 'clearUnsent' },
        'case-makulerad': { actions: 'noteLastWord' },
        'wrong-person': { actions: 'noteLastWord' },
      },
    },
    closed: { tags: 'over', on: { 'case-makulerad': lastWord, 'wrong-person': lastWord } },
    unneeded: { tags: 'over' },
  },
});
