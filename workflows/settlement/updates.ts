import { addDays, endOfLocalDay, localDate, type Instant } from '@hemgang/kernel';
import type { DisputedRow, SettlementContext } from './context';
import type { SettlementEvent } from './events';
import { outstandingOre, sumAt } from './figures';
import { basisGiven, basisOf, rowGiven } from './given';

/** What a guard or an update sees. */
export interface Situation {
  readonly context: SettlementContext;
  readonly event: SettlementEvent;
}

type Update = (situation: Situation) => Partial<SettlementContext>;

/** The end of the local day that lies some days after a moment. */
export function daysAfter(at: Instant, days: number): Instant {
  return endOfLocalDay(addDays(localDate(at), days));
}

/** Name of the dispute that an event opens. */
export function disputeName({ seq }: { readonly seq: number }): string {
  return `d${seq}`;
}

/** The rows still disputed after a new computation, as it weighs them; the others have gone. */
function stillThere({ context, event }: Situation): DisputedRow[] {
  const disputed = basisGiven(event.given)?.disputed;
  return context.disputes.flatMap((each) => {
    const weight = disputed?.[each.row];
    return weight === undefined ? [] : [{ ...each, ...weight }];
  });
}

/** Disputes whose row a new computation has no more. */
export function goneBy(situation: Situation): readonly string[] {
  const kept = new Set(stillThere(situation).map(({ dispute }) => dispute));
  return situation.context.disputes
    .map(({ dispute }) => dispute)
    .filter((dispute) => !kept.has(dispute));
}

const unsigned = { reviewedAt: null, signed: null } as const;

const noteBasis: Update = (situation) => {
  const { context, event } = situation;
  const given = basisGiven(event.given);
  return {
    ...unsigned,
    basis: given === undefined ? context.basis : basisOf(given),
    computed: { event: event.seq, at: event.toldAt },
    disputes: stillThere(situation),
  };
};

const noteReview: Update = ({ event }) => ({ reviewedAt: event.toldAt, signed: null });

const noteSignature: Update = ({ event }) => ({
  signed: { at: event.occurredAt, toldAt: event.toldAt },
});

/** What was signed is no longer what the rows say: the region signs anew. */
const dropSignature: Update = ({ event }) => ({ signed: null, reviewedAt: event.toldAt });

const noteDispute: Update = ({ context, event }) => {
  const weight = rowGiven(event.given);
  if (event.type !== 'dispute-row' || weight === undefined) return {};
  const row: DisputedRow = {
    dispute: disputeName(event),
    row: event.payload.row,
    answerBy: daysAfter(event.toldAt, context.terms.answerDays),
    stands: 'asked',
    ...weight,
  };
  return { disputes: [...context.disputes, row] };
};

const noteAnswered: Update = ({ context, event }) =>
  event.type === 'dispute-answered'
    ? {
        disputes: context.disputes.map((each) =>
          each.dispute === event.from ? { ...each, stands: 'joint-group' } : each,
        ),
      }
    : {};

/** A row that is disputed no more weighs what it did before: only what fell away is remembered. */
const noteSettled: Update = ({ context, event }) => {
  if (event.type !== 'dispute-settled') return {};
  const { as } = event.payload;
  const disputes = context.disputes.flatMap((each): DisputedRow[] => {
    if (each.dispute !== event.from) return [each];
    return as === 'withdrawn' ? [] : [{ ...each, stands: as }];
  });
  return { disputes };
};

const noteLocked: Update = ({ context, event }) => {
  const at = event.occurredAt;
  return { locked: { at, sum: sumAt(context, context.signed?.at ?? at) } };
};

const noteInvoice: Update = ({ context, event }) =>
  event.type === 'note-invoice' || event.type === 'note-credit'
    ? {
        owedSince: null,
        invoices: [
          ...context.invoices,
          { number: event.payload.number, ore: outstandingOre(context), at: event.occurredAt },
        ],
      }
    : {};

const noteOwed: Update = ({ event }) => ({ owedSince: event.occurredAt });

const noteNothingOwed: Update = () => ({ owedSince: null });

const noteAskedToReopen: Update = ({ event }) =>
  'unit' in event.actor ? { reopening: { by: event.actor.unit, at: event.toldAt } } : {};

const noteNotReopened: Update = () => ({ reopening: null });

/** Everything is computed, reviewed and signed again; what was invoiced stays and is set off. */
const noteReopened: Update = ({ context, event }) => ({
  ...unsigned,
  locked: null,
  reopening: null,
  owedSince: null,
  computed: { ...context.computed, at: event.toldAt },
});

export const updates = {
  noteBasis,
  noteReview,
  noteSignature,
  dropSignature,
  noteDispute,
  noteAnswered,
  noteSettled,
  noteLocked,
  noteInvoice,
  noteOwed,
  noteNothingOwed,
  noteAskedToReopen,
  noteNotReopened,
  noteReopened,
} as const satisfies Readonly<Record<string, Update>>;

/** Whether something is to be invoiced or credited once the event has been noted. */
export function owesAfter(situation: Situation): boolean {
  const { context, event } = situation;
  const changed = event.type === 'dispute-settled' ? noteSettled : noteLocked;
  return outstandingOre({ ...context, ...changed(situation) }) !== 0;
}
