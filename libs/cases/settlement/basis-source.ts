import type { Citation, LocalDate } from '@hemgang/kernel';
import type { DayReason } from '@workflows/payment';
import type { Basis, Totals } from '@workflows/settlement';
import type { AmountView } from '../payment/amounts';

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
export interface MonthBasis extends Omit<Basis, 'rows' | 'totals'> {
  /** SCB code. */
  readonly municipality: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly rows: readonly MonthRow[];
  /** The amounts that the figures rest on. */
  readonly amounts: readonly AmountView[];
  /** What stands for the other cases that rows rest on, by their ids. */
  readonly linked: Readonly<Record<string, string>>;
  readonly totals: Omit<Totals, 'paidDays'>;
}

/** Who computes the month that a settlement is about. Reads the logs; writes nothing. */
export interface BasisSource {
  /** @throws DatabaseUnavailable */
  monthBasis(municipality: string, month: string): Promise<MonthBasis>;
}
