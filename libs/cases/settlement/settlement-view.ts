import type { Instant, LocalDate } from '@hemgang/kernel';
import type { DisputeWord, Figures, RowStanding, Sum, Totals } from '@workflows/settlement';
import type { CaseSummaryView, CaseView, UnitView } from '../case-view';
import type { AmountView } from '../payment/amounts';
import type { Side } from './evidence';

/** An event that a row rests on. */
export interface RowEventView {
  /**
   * `3` of the stay's own log, `sip-5c1f0a9b77de.2` of a SIP's, both under names that tell nothing;
   * in what was computed before SIPs had names, `sip.2`.
   */
  readonly name: string;
  /** Its number in the log of its case. */
  readonly seq: number;
  /** The stay or the SIP; for the region only. Null also where the name does not tell which. */
  readonly case: string | null;
}

/** A day of a patient. Who it is about is asked for row by row, and each asking is logged. */
export interface SettlementRowView {
  readonly id: string;
  readonly pseudonym: string;
  readonly date: LocalDate;
  readonly chargeable: boolean;
  readonly reason: string;
  readonly reasonText: string;
  /** As cited: `2017:612 5:1`. */
  readonly rule: string;
  readonly events: readonly RowEventView[];
  /** Null: no amount is known, or none is shown under the policy. */
  readonly amountOre: number | null;
  /** The stay; for the region only. */
  readonly case: string | null;
  /** The dispute about it. */
  readonly dispute: string | null;
}

/** A computation of the month. */
export interface SettlementVersionView {
  /** The event that computed it. */
  readonly event: number;
  readonly computedAt: Instant;
  readonly rows: number;
}

/** What the newest computation says otherwise than the one before it. */
export interface SettlementDifferenceView {
  /** The event of the computation it is compared with. */
  readonly since: number;
  readonly added: readonly SettlementRowView[];
  readonly removed: readonly SettlementRowView[];
  readonly changed: readonly {
    readonly before: SettlementRowView;
    readonly after: SettlementRowView;
  }[];
}

/** What one side owed in a stay behind the rows, and when it did it. */
export interface EvidenceView {
  readonly pseudonym: string;
  readonly side: Side;
  readonly sideText: string;
  readonly key: string;
  readonly title: string;
  /** Null for a duty that this version of the process no longer has. */
  readonly rule: string | null;
  readonly since: Instant;
  readonly dueAt: Instant | null;
  readonly closedAt: Instant | null;
  /** True: done after it was due, or still not done when the month was computed. */
  readonly late: boolean;
  readonly outcome: string | null;
}

/** Something that one side wrote in a dispute. */
export interface DisputeEntryView {
  readonly seq: number;
  readonly at: Instant;
  readonly unit: UnitView | null;
  readonly text: string;
  /** Who decided, as the region noted it. */
  readonly decidedBy: string | null;
}

export interface DisputeView {
  readonly id: string;
  readonly row: string;
  readonly state: DisputeWord;
  readonly stateText: string;
  /** Where the row stands now, silence included. */
  readonly stands: RowStanding;
  readonly openedAt: Instant;
  readonly answerBy: Instant;
  /** What it means when nobody answers in time. */
  readonly silenceText: string;
  /** True: the time to answer is out and nobody has. */
  readonly silent: boolean;
  readonly thread: readonly DisputeEntryView[];
}

/** What both sides settle, and what they agree on. */
export interface SettlementFactsView {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly month: string;
  readonly region: UnitView;
  readonly payer: UnitView;
  readonly policy: {
    readonly id: string;
    readonly version: number;
    readonly title: string;
    readonly model: string;
  };
  /** SHA-256 of the facts that the figures rest on. */
  readonly inputHash: string;
  readonly totals: Totals;
  /** With what is disputed, and without: the difference is the disputed sum. */
  readonly withDisputed: Figures;
  readonly undisputed: Figures;
  readonly disputedDays: number;
  readonly disputedOre: number | null;
  readonly signedAt: Instant | null;
  /** The figures that both have signed, as they were then. */
  readonly locked: (Sum & { readonly at: Instant }) | null;
  readonly invoices: readonly {
    readonly number: string;
    readonly ore: number;
    readonly at: Instant;
  }[];
  /** What is still to be invoiced, or credited when it is less than nothing. */
  readonly outstandingOre: number;
  readonly rows: readonly SettlementRowView[];
  readonly versions: readonly SettlementVersionView[];
  readonly difference: SettlementDifferenceView | null;
  readonly disputes: readonly DisputeView[];
  /** Of the newest computation. */
  readonly evidence: readonly EvidenceView[];
  /** The amounts that the newest computation rests on; none in what was computed before they were kept. */
  readonly amounts: readonly AmountView[];
}

/** The settlement of a municipality's month. */
export interface SettlementView extends CaseView {
  readonly settlement: SettlementFactsView;
}

export interface SettlementSummaryView extends CaseSummaryView {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly month: string;
}

/** The rows of one computation: also of one that newer ones have taken the place of. */
export interface SettlementVersionRowsView extends SettlementVersionView {
  readonly items: readonly SettlementRowView[];
}

/** Whose row it is. */
export interface RowIdentityView {
  readonly row: string;
  readonly patient: { readonly number: string; readonly name: string };
}
