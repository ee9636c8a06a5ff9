import type { DiscloseEffect, OpenEffect, SendEffect } from '@hemgang/engine';
import { assign, setup } from 'xstate';
import { initialContext, otherSide, type SettlementContext, type SettlementInput } from './context';
import type { SettlementDuty } from './duties';
import type { SettlementEvent } from './events';
import { daysAfter, disputeName, goneBy, owesAfter, updates, type Situation } from './updates';

type Assign = ReturnType<
  typeof assign<SettlementContext, SettlementEvent, undefined, SettlementEvent, never>
>;

function assigned(named: typeof updates): { readonly [Name in keyof typeof updates]: Assign } {
  const actions = Object.entries(named).map(([name, update]) => [name, assign(update)]);
  return Object.fromEntries(actions) as { readonly [Name in keyof typeof updates]: Assign };
}

const settlementSetup = setup({
  types: {
    context: {} as SettlementContext,
    input: {} as SettlementInput,
    events: {} as SettlementEvent,
    tags: {} as SettlementDuty | 'over',
  },
  actions: {
    ...assigned(updates),
    open: (_, _params: Omit<OpenEffect, 'type'>) => undefined,
    send: (_, _params: Omit<SendEffect, 'type'>) => undefined,
    disclose: (_, _params: Omit<DiscloseEffect, 'type'>) => undefined,
  },
  guards: {
    owes: ({ context, event }) => owesAfter({ context, event }),
    isLockedAndOwes: ({ context, event }) =>
      context.locked !== null && owesAfter({ context, event }),
  },
});

/** The other side than the giver's is told. */
function tellOther(entry: string) {
  return {
    type: 'disclose' as const,
    params: ({ context, event: { actor } }: Situation) => ({
      entry,
      legalBasis: 'PROCESS' as const,
      units: 'unit' in actor ? [otherSide(context, actor.unit)] : [],
    }),
  };
}

/** The rows, without anything that says whose they are, go to the municipality. */
const handOutBasis = {
  type: 'disclose' as const,
  params: ({ context: { payer } }: Situation) => ({
    entry: 'underlag',
    legalBasis: 'PROCESS' as const,
    units: [payer],
  }),
};

const openDispute = {
  type: 'open' as const,
  params: ({ context, event }: Situation) => ({
    machines: [
      {
        id: disputeName(event),
        kind: 'dispute',
        input: {
          region: context.region,
          payer: context.payer,
          row: event.type === 'dispute-row' ? event.payload.row : '',
          openedAt: event.toldAt,
          answerBy: daysAfter(event.toldAt, context.terms.answerDays),
          silence: context.terms.silence,
        },
      },
    ],
  }),
};

const dropGoneRows = {
  type: 'send' as const,
  params: (situation: Situation) => ({
    to: goneBy(situation),
    event: { type: 'row-gone', payload: {} },
  }),
};

// What is sent to whose row is gone is read before the new basis takes its place.
const recompute = { actions: [dropGoneRows, 'noteBasis', handOutBasis] } as const;
const dispute = { actions: ['noteDispute', openDispute, tellOther('rad-bestridd')] } as const;

const noteDisputes = {
  'dispute-answered': { actions: 'noteAnswered' },
  'dispute-settled': { actions: 'noteSettled' },
} as const;

/** From the computation to the lock, one side after the other. */
const agreeing = {
  initial: 'draft',
  states: {
    draft: {
      tags: 'granska-underlag',
      on: {
        // The rows go out with the opening too; its input already holds the figures.
        'open-settlement': { actions: handOutBasis },
        recompute,
        'review-settlement': {
          target: 'reviewed',
          actions: ['noteReview', tellOther('avrakning-granskad')],
        },
        'dispute-row': dispute,
        ...noteDisputes,
      },
    },
    reviewed: {
      tags: 'underskrift-region',
      on: {
        recompute: { ...recompute, target: 'draft' },
        'dispute-row': dispute,
        'sign-for-region': {
          target: 'signed',
          actions: ['noteSignature', tellOther('avrakning-underskriven')],
        },
        ...noteDisputes,
      },
    },
    signed: {
      tags: 'underskrift-kommun',
      on: {
        'withdraw-signature': {
          target: 'reviewed',
          actions: ['dropSignature', tellOther('underskrift-atertagen')],
        },
        'dispute-row': { target: 'reviewed', actions: [...dispute.actions, 'dropSignature'] },
        'dispute-answered': { actions: 'noteAnswered' },
        'dispute-settled': { target: 'reviewed', actions: ['noteSettled', 'dropSignature'] },
        'sign-for-municipality': {
          target: 'locked',
          actions: ['noteLocked', tellOther('avrakning-last')],
        },
      },
    },
    locked: {
      tags: 'over',
      on: {
        'ask-to-reopen': {
          target: 'reopening',
          actions: ['noteAskedToReopen', tellOther('oppning-begard')],
        },
        ...noteDisputes,
      },
    },
    reopening: {
      tags: 'svara-pa-oppning',
      on: {
        'agree-to-reopen': {
          target: 'draft',
          actions: ['noteReopened', tellOther('avrakning-oppnad')],
        },
        'decline-to-reopen': {
          target: 'locked',
          actions: ['noteNotReopened', tellOther('oppning-avbojd')],
        },
        ...noteDisputes,
      },
    },
  },
} as const;

/** What the lock has left to invoice, or to credit. */
const payment = {
  initial: 'settled',
  states: {
    settled: {
      tags: 'over',
      on: {
        'sign-for-municipality': { guard: 'owes', target: 'due', actions: 'noteOwed' },
        'dispute-settled': { guard: 'isLockedAndOwes', target: 'due', actions: 'noteOwed' },
      },
    },
    due: {
      tags: 'fakturera',
      on: {
        'note-invoice': { target: 'settled', actions: ['noteInvoice', tellOther('faktura')] },
        'note-credit': { target: 'settled', actions: ['noteInvoice', tellOther('kreditering')] },
        'dispute-settled': [{ guard: 'owes' }, { target: 'settled', actions: 'noteNothingOwed' }],
        'agree-to-reopen': { target: 'settled' },
      },
    },
  },
} as const;

/**
 * The settlement of one municipality's month. Figures are computed by the region, reviewed by the
 * municipality, signed by both and fixed from then on; only both together open them again.
 */
export const settlementMachine = settlementSetup.createMachine({
  id: 'settlement',
  type: 'parallel',
  context: ({ input }) => initialContext(input),
  states: { agreeing, payment },
});
