import type { Citation, LocalDate } from '@hemgang/kernel';
import type { DayReason } from '@workflows/payment';

/** One patient's day in a municipality's month, computed from the logs. */
export interface MonthRow {
  readonly id: string;
  /** Stands for the stay in this settlement and tells nothing of it; the same at every computation. */
  readonly pseudonym: string;
  /** The stay. */
  readonly case: string;
  readonly date: LocalDate;
  readonly chargeable: boolean;
  readonly reason: DayReason;
  readonly rule: Citation;
  /** What it rests on: `<case>.<event>`. */
  readonly events: readonly string[];
  readonly amountOre: number | null;
}

/** What the stays of a municipality that ended in a month come to, with every row. */
export interface MonthBasis {
  /** SCB code. */
  readonly municipality: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly policy: { readonly id: string; readonly version: number };
  /** SHA-256 of the facts, hexadecimal. */
  readonly inputHash: string;
  readonly rows: readonly MonthRow[];
  readonly totals: {
    readonly stays: number;
    readonly days: number;
    readonly averageDays: number | null;
    readonly skrAverageDays: number | null;
    /** Null: an amount is missing, or none is shown under this policy. */
    readonly totalOre: number | null;
    /** What the law's own model would give, where the policy shows no money. */
    readonly simulatedOre: number | null;
  };
}

/** Who computes the month that a settlement is about. Reads the logs; writes nothing. */
export interface BasisSource {
  /** @throws DatabaseUnavailable */
  monthBasis(municipality: string, month: string): Promise<MonthBasis>;
}
