import type { Instant } from '@hemgang/kernel';
import { SILENCES, type Silence } from '@workflows/agreement';
import type { MonthDays, PaymentModel, Verdict } from '@workflows/payment';
import { z } from 'zod';

/** A month's figures with some of its rows left out. Averages are not rounded. */
export interface Figures extends Verdict {
  readonly days: number;
  readonly paidDays: number;
  readonly averageDays: number | null;
  /** Days that are paid for, or above the threshold; null when that cannot be said. */
  readonly excessDays: number | null;
  /** Null: an amount is missing, or none is shown under this policy. */
  readonly totalOre: number | null;
}

/** The figures with what is disputed and without. */
export interface Sum {
  /** Rows that fall away by agreement are out of both. */
  readonly withDisputed: Figures;
  /** What both sides agree on: this is what is locked. */
  readonly undisputed: Figures;
  readonly disputedDays: number;
  /** The difference between the two; null where no money is shown. */
  readonly disputedOre: number | null;
}

/** What a month's stays came to when they were computed, all rows counted. */
export interface Totals {
  readonly stays: number;
  /** Days from notice to end, paid for or not. */
  readonly days: number;
  /** Days that are paid for one by one. */
  readonly paidDays: number;
  readonly averageDays: number | null;
  readonly skrAverageDays: number | null;
  /** Null: an amount is missing, or none is shown under this policy. */
  readonly totalOre: number | null;
  /** What the law's own model would give; only where the policy shows no money. */
  readonly simulatedOre: number | null;
}

/** What several months together are held against, all their rows counted. */
export interface Together {
  /** Over how many of them one average is made. */
  readonly average: 1 | 3;
  /** How many in a row must exceed the threshold. */
  readonly inARow: number;
  /** In order, the settled one last. */
  readonly months: readonly MonthDays[];
}

/** What the figures rest on. The rows themselves are content and lie with each side. */
export interface Basis {
  /** SHA-256 of the facts, hexadecimal. */
  readonly inputHash: string;
  readonly policy: { readonly id: string; readonly version: number };
  readonly model: PaymentModel;
  /** Days that an average may have; null: none, or not known. */
  readonly threshold: number | null;
  /** The amount of a day above the threshold; null where days are priced one by one, or not at all. */
  readonly orePerDay: number | null;
  /** Only where the policy looks at several months. */
  readonly together?: Together;
  readonly totals: Totals;
  readonly rows: number;
}

/** What one row adds: looked up when it is disputed, and again at each computation. */
export interface RowWeight {
  readonly paid: boolean;
  readonly ore: number | null;
}

/** Where a disputed row stands; `asked`: the region has not answered. */
export type RowStanding = 'asked' | 'joint-group' | 'counts' | 'removed';

/** A row that the municipality has disputed and has not taken back. */
export interface DisputedRow extends RowWeight {
  readonly dispute: string;
  readonly row: string;
  readonly answerBy: Instant;
  readonly stands: RowStanding;
}

/** An invoice, or a credit with a negative amount. */
export interface Invoice {
  readonly number: string;
  readonly ore: number;
  readonly at: Instant;
}

/** What one settlement remembers: ids, times and sums. Who the rows are about stays with the content. */
export interface SettlementContext {
  /** The region's unit, which computes and is paid. */
  readonly region: string;
  /** The municipality's unit, which reviews and pays. */
  readonly payer: string;
  /** SCB code. */
  readonly municipality: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly terms: { readonly answerDays: number; readonly silence: Silence };
  readonly basis: Basis;
  /** The event of the present computation, and when the municipality could see it. */
  readonly computed: { readonly event: number; readonly at: Instant };
  readonly disputes: readonly DisputedRow[];
  readonly reviewedAt: Instant | null;
  /**
   * The region's signature in force, and when the municipality could see it: both sides sign the
   * figures of its moment.
   */
  readonly signed: { readonly at: Instant; readonly toldAt: Instant } | null;
  /** The lock, and the figures as they were signed: shown from here, never computed again. */
  readonly locked: { readonly at: Instant; readonly sum: Sum } | null;
  /** Since when an invoice or a credit is waited for. */
  readonly owedSince: Instant | null;
  readonly invoices: readonly Invoice[];
  /** Who wants a locked settlement opened again. */
  readonly reopening: { readonly by: string; readonly at: Instant } | null;
}

const ore = z.number().int().nullable();
const amount = z.number().nullable();

const monthDays = z.strictObject({
  month: z.string(),
  n: z.number().int(),
  sumDays: z.number().int(),
});

const basisField = z.strictObject({
  inputHash: z.string(),
  policy: z.strictObject({ id: z.string(), version: z.number().int() }),
  model: z.enum(['individual', 'average', 'averageGated', 'analysisOnly']),
  threshold: amount,
  orePerDay: ore,
  together: z
    .strictObject({
      average: z.union([z.literal(1), z.literal(3)]),
      inARow: z.number().int(),
      months: z.array(monthDays).readonly(),
    })
    .exactOptional(),
  totals: z.strictObject({
    stays: z.number().int(),
    days: z.number().int(),
    paidDays: z.number().int(),
    averageDays: amount,
    skrAverageDays: amount,
    totalOre: amount,
    simulatedOre: amount,
  }),
  rows: z.number().int(),
});

export const settlementInput = z.strictObject({
  region: z.string().min(1),
  payer: z.string().min(1),
  municipality: z.string(),
  month: z.string(),
  terms: z.strictObject({ answerDays: z.number().int(), silence: z.enum(SILENCES) }),
  basis: basisField,
  computed: z.strictObject({ event: z.number().int(), at: z.string() }),
});

export type SettlementInput = z.infer<typeof settlementInput>;

export function initialContext(input: SettlementInput): SettlementContext {
  return {
    ...input,
    disputes: [],
    reviewedAt: null,
    signed: null,
    locked: null,
    owedSince: null,
    invoices: [],
    reopening: null,
  };
}

/** The other of the two sides. */
export function otherSide({ region, payer }: SettlementContext, unit: string): string {
  return unit === region ? payer : region;
}
