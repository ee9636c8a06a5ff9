import {
  undisputed,
  withUnitReplaced,
  type DiscloseEffect,
  type LegalBasis,
} from '@hemgang/engine';
import { assign, setup } from 'xstate';
import type { AtagandeContext, AtagandeInput } from './context';
import type { AtagandeDuty } from './duties';
import type { AtagandeEvent } from './events';

interface Situation {
  readonly context: AtagandeContext;
  readonly event: AtagandeEvent;
}

const atagandeSetup = setup({
  types: {
    context: {} as AtagandeContext,
    input: {} as AtagandeInput,
    events: {} as AtagandeEvent,
    tags: {} as AtagandeDuty | 'over',
  },
  actions: {
    noteAccepted: assign(({ context, event }) => ({
      owner: context.to ?? context.owner,
      since: event.toldAt,
    })),
    /** The proposer had not got the acceptance at the time registered afterwards. */
    noteDisputed: assign(({ context, event }) =>
      event.type === 'disputed' && event.payload.type === 'accept-atagande'
        ? { since: undisputed(context.since, event.payload) }
        : {},
    ),
    /** What a ward has promised stays with the patient when she moves to another ward. */
    noteWard: assign(({ context, event }) =>
      event.type === 'ward-changed'
        ? withUnitReplaced(context, event.payload.from, event.payload.ward)
        : {},
    ),
    disclose: (_, _params: Omit<DiscloseEffect, 'type'>) => undefined,
  },
});

/** Everybody who knows its words, but the unit that acts, learns what became of it. */
function tellOthers(entry: string, legalBasis: LegalBasis = 'PROCESS') {
  return {
    type: 'disclose' as const,
    params: ({ context: { by, told }, event: { actor } }: Situation) => ({
      entry,
      legalBasis,
      units: [by, ...told].filter((unit) => !('unit' in actor) || unit !== actor.unit),
    }),
  };
}

const withdraw = {
  target: 'withdrawn' as const,
  actions: tellOthers('atagande-aterkallat', 'CONSENT_OR_EXCEPTION'),
};

const overtaken = {
  'patient-died': 'lapsed',
  'patient-transferred': 'lapsed',
  'patient-readmitted': 'lapsed',
  'notice-withdrawn': 'withdrawn',
  'case-makulerad': 'withdrawn',
  'wrong-person': 'withdrawn',
} as const;

/**
 * A commitment without a rule: free words and a date, taken on, or proposed to another party and
 * owned by it only when it has accepted.
 */
export const atagandeMachine = atagandeSetup.createMachine({
  id: 'atagande',
  context: ({ input }) => ({ ...input, owner: input.by }),
  initial: 'new',
  on: { 'ward-changed': { actions: 'noteWard' }, disputed: { actions: 'noteDisputed' } },
  states: {
    /** Only within the step that opens it: its first message says which of the two it is. */
    new: { on: { 'taken-on': 'owned', proposed: 'proposed' } },
    proposed: {
      tags: 'foreslaget-atagande',
      on: {
        'accept-atagande': {
          target: 'owned',
          actions: ['noteAccepted', tellOthers('atagande-antaget')],
        },
        'decline-atagande': {
          target: 'declined',
          actions: tellOthers('atagande-avbojt', 'CONSENT_OR_EXCEPTION'),
        },
        'withdraw-atagande': withdraw,
        ...overtaken,
      },
    },
    owned: {
      tags: 'atagande',
      on: {
        'fulfil-atagande': { target: 'fulfilled', actions: tellOthers('atagande-klart') },
        'withdraw-atagande': withdraw,
        ...overtaken,
      },
    },
    fulfilled: { tags: 'over' },
    declined: { tags: 'over' },
    withdrawn: { tags: 'over' },
    lapsed: { tags: 'over' },
  },
});
