import type { DiscloseEffect, SendEffect } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import { SILENCES, type Silence } from '@workflows/agreement';
import { assign, setup } from 'xstate';
import { z } from 'zod';
import type { DisputeDuty } from './duties';
import type { DisputeEvent, Settled } from './events';

/** What one dispute remembers. Its reason and what both sides write are content. */
export interface DisputeContext {
  /** Who answers. */
  readonly region: string;
  /** Who disputes. */
  readonly payer: string;
  /** The row by its name in the basis. */
  readonly row: string;
  readonly openedAt: Instant;
  readonly answerBy: Instant;
  /** What it means when nobody has answered by then. */
  readonly silence: Silence;
  /** When the joint group got it; null: it has not. */
  readonly handedOverAt: Instant | null;
}

export const disputeInput = z.strictObject({
  region: z.string(),
  payer: z.string(),
  row: z.string(),
  openedAt: z.string(),
  answerBy: z.string(),
  silence: z.enum(SILENCES),
});

type DisputeInput = z.infer<typeof disputeInput>;

interface Situation {
  readonly context: DisputeContext;
  readonly event: DisputeEvent;
}

const disputeSetup = setup({
  types: {
    context: {} as DisputeContext,
    input: {} as DisputeInput,
    events: {} as DisputeEvent,
    tags: {} as DisputeDuty | 'over',
  },
  actions: {
    noteHandedOver: assign({ handedOverAt: ({ event }) => event.toldAt }),
    send: (_, _params: Omit<SendEffect, 'type'>) => undefined,
    disclose: (_, _params: Omit<DiscloseEffect, 'type'>) => undefined,
  },
  guards: {
    concedes: ({ event }) => event.type === 'answer-dispute' && event.payload.answer === 'concede',
    countsOn: ({ event }) => event.type === 'decide-dispute' && event.payload.outcome === 'counts',
    fallsBySilence: ({ context }) => context.silence === 'row-falls',
    standsBySilence: ({ context }) => context.silence === 'row-stands',
  },
});

/** The other side than the giver's is told, with what was written. */
function tellOther(entry: string) {
  return {
    type: 'disclose' as const,
    params: ({ context: { region, payer }, event: { actor } }: Situation) => ({
      entry,
      legalBasis: 'PROCESS' as const,
      units: 'unit' in actor ? [actor.unit === region ? payer : region] : [],
    }),
  };
}

/** The settlement is told how it ended: its figures follow. The machine's name is the sender. */
function settled(as: Settled) {
  return {
    type: 'send' as const,
    params: () => ({
      to: ['settlement'],
      event: { type: 'dispute-settled', payload: { as } },
    }),
  };
}

const handedOver = {
  type: 'send' as const,
  params: () => ({
    to: ['settlement'],
    event: { type: 'dispute-answered', payload: {} },
  }),
};

const write = { actions: tellOther('bestridande-meddelande') };
const withdraw = {
  target: 'withdrawn',
  actions: [settled('withdrawn'), tellOther('bestridande-atertaget')],
} as const;
const gone = { target: 'gone' } as const;

/** A row that the municipality does not think that it should pay, or be counted for. */
export const disputeMachine = disputeSetup.createMachine({
  id: 'dispute',
  context: ({ input }) => ({ ...input, handedOverAt: null }),
  initial: 'asked',
  states: {
    asked: {
      tags: 'svara-pa-bestridande',
      on: {
        'write-in-dispute': write,
        'answer-dispute': [
          {
            guard: 'concedes',
            target: 'removed',
            actions: [settled('removed'), tellOther('bestridande-medgivet')],
          },
          {
            target: 'joint-group',
            actions: ['noteHandedOver', handedOver, tellOther('bestridande-svar')],
          },
        ],
        'note-silence': [
          {
            guard: 'fallsBySilence',
            target: 'removed',
            actions: [settled('removed'), tellOther('bestridande-tystnad')],
          },
          {
            guard: 'standsBySilence',
            target: 'counts',
            actions: [settled('counts'), tellOther('bestridande-tystnad')],
          },
          {
            target: 'joint-group',
            actions: ['noteHandedOver', handedOver, tellOther('bestridande-tystnad')],
          },
        ],
        'withdraw-dispute': withdraw,
        'row-gone': gone,
      },
    },
    'joint-group': {
      tags: 'avgor-bestridande',
      on: {
        'write-in-dispute': write,
        'decide-dispute': [
          {
            guard: 'countsOn',
            target: 'counts',
            actions: [settled('counts'), tellOther('bestridande-avgjort')],
          },
          { target: 'removed', actions: [settled('removed'), tellOther('bestridande-avgjort')] },
        ],
        'withdraw-dispute': withdraw,
        'row-gone': gone,
      },
    },
    counts: { tags: 'over' },
    removed: { tags: 'over' },
    withdrawn: { tags: 'over' },
    gone: { tags: 'over' },
  },
});
