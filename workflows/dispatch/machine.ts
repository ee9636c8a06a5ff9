import type { SendEffect } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import { assign, setup } from 'xstate';
import {
  isMessage,
  type DispatchContext,
  type DispatchEvent,
  type DispatchInput,
  type Unsent,
} from './context';
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

/** A corrected time is a notice of its own as well: what one event says twice is carried once. */
function withMessage(unsent: readonly Unsent[], entry: string, since: Instant): readonly Unsent[] {
  const isThere = unsent.some((each) => each.entry === entry && each.since === since);
  return isThere ? unsent : [...unsent, { entry, since }];
}

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
        ? { unsent: withMessage(context.unsent, event.payload.entry, event.recordedAt) }
        : {},
    ),
    noteRattelse: assign(({ context, event }) =>
      event.type === 'rattelse-told'
        ? { unsent: withMessage(context.unsent, event.payload.entry, event.recordedAt) }
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
  guards: {
    isTold: ({ context, event }) =>
      event.type === 'rattelse-told' && event.payload.units.includes(context.receiver),
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

/** What it has been told was wrong: that is told the same way. */
const rattelse = (target: 'owed' | 'lastWord') => ({
  'rattelse-told': { guard: 'isTold', target, actions: 'noteRattelse' } as const,
});

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
    clear: { tags: 'over', on: { ...messages('owed'), ...rattelse('owed'), ...ends(lastWord) } },
    owed: {
      tags: 'skicka-externt',
      on: {
        ...messages('owed'),
        ...rattelse('owed'),
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
        ...rattelse('lastWord'),
        'case-makulerad': { actions: 'noteLastWord' },
        'wrong-person': { actions: 'noteLastWord' },
      },
    },
    closed: {
      tags: 'over',
      on: { ...rattelse('lastWord'), 'case-makulerad': lastWord, 'wrong-person': lastWord },
    },
    unneeded: { tags: 'over' },
  },
});
