import { undisputed, type DiscloseEffect, type SendEffect } from '@hemgang/engine';
import { assign, setup } from 'xstate';
import type { MoveContext, MoveEvent, MoveInput } from './context';
import type { MoveDuty } from './duties';

interface Situation {
  readonly context: MoveContext;
  readonly event: MoveEvent;
}

const moveSetup = setup({
  types: {
    context: {} as MoveContext,
    input: {} as MoveInput,
    events: {} as MoveEvent,
    tags: {} as MoveDuty | 'over',
  },
  actions: {
    noteReady: assign({ readyAt: ({ event }) => event.occurredAt }),
    /** The ward was not asked at the time registered afterwards. */
    noteDisputed: assign(({ context, event }) =>
      event.type === 'disputed' && event.payload.type === 'request-move'
        ? { requestedAt: undisputed(context.requestedAt, event.payload) }
        : {},
    ),
    /** One of the two wards is told. */
    disclose: (_, _params: Omit<DiscloseEffect, 'type'>) => undefined,
    send: (_, _params: Omit<SendEffect, 'type'>) => undefined,
  },
});

/** Tells one of the two wards; never the one whose staff did it. */
function tell(which: 'unit' | 'from', entry: string) {
  return {
    type: 'disclose' as const,
    params: ({ context, event }: Situation) => {
      const giver = 'unit' in event.actor ? event.actor.unit : null;
      return {
        entry,
        legalBasis: 'PROCESS' as const,
        units: [context[which]].filter((unit) => unit !== giver),
      };
    },
  };
}

/** Tells the stay what became of the move. */
function report(type: 'moved' | 'move-ended') {
  return {
    type: 'send' as const,
    params: ({ context }: Situation) => ({
      to: ['discharge'],
      event: { type, payload: type === 'moved' ? { unit: context.unit } : {} },
    }),
  };
}

const strike = (which: 'unit' | 'from') => ({ actions: tell(which, 'makulerad') });

/**
 * The patient is to lie in another ward, hospital or sjukstuga of the region. The stay and all its
 * clocks go on; whoever answered for her does so until the other ward has taken over.
 */
export const moveMachine = moveSetup.createMachine({
  id: 'move',
  context: ({ input }) => ({ ...input, readyAt: null }),
  initial: 'requested',
  on: { disputed: { actions: 'noteDisputed' } },
  states: {
    requested: {
      tags: 'omflyttning',
      on: {
        'mark-ready-for-transfer': { actions: ['noteReady', tell('unit', 'omflyttning-klar')] },
        'accept-move': {
          target: 'accepted',
          actions: [report('moved'), tell('from', 'omflyttning')],
        },
        'decline-move': {
          target: 'declined',
          actions: [report('move-ended'), tell('from', 'omflyttning-avbojd')],
        },
        'cancel-move': {
          target: 'cancelled',
          actions: [report('move-ended'), tell('unit', 'omflyttning-aterkallad')],
        },
        'stay-ended': { target: 'ended', actions: tell('unit', 'omflyttning-avslutad') },
        'case-makulerad': { target: 'ended', ...strike('unit') },
      },
    },
    accepted: { tags: 'over', on: { 'case-makulerad': strike('from') } },
    declined: { tags: 'over', on: { 'case-makulerad': strike('unit') } },
    cancelled: { tags: 'over', on: { 'case-makulerad': strike('unit') } },
    ended: { tags: 'over', on: { 'case-makulerad': strike('unit') } },
  },
});
