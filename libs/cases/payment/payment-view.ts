import type { Instant, LocalDate } from '@hemgang/kernel';
import type { DayReason, HindranceCode, Requirement } from '@workflows/payment';
import type { AmountView } from './amounts';

/** A way of paying, as it is shown. */
export interface PolicyView {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly model: string;
  readonly source: string;
  /** `read`, `secondary`, `derived` or `assumption`. */
  readonly confidence: string;
}

/** A municipality that pays on some of the days. */
export interface PayerView {
  /** SCB code; null: no municipality is known. */
  readonly municipality: string | null;
  readonly name: string | null;
  readonly rule: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly policy: string;
  /** The events that say so: `<case>.<number>`. */
  readonly events: readonly string[];
}

/** A condition of 5 kap.: what met it, or that it is missing and whose duty it is. */
export interface ConditionView {
  readonly payer: string | null;
  /** The notice that it is about; null before there is one. */
  readonly noticeAt: Instant | null;
  readonly requirement: Requirement;
  readonly text: string;
  readonly rule: string;
  readonly owner: { readonly id: string; readonly name: string };
  readonly state: 'met' | 'hinders' | 'waiting';
  readonly latestAt: Instant | null;
  readonly latestOn: LocalDate | null;
  readonly metAt: Instant | null;
  readonly code: HindranceCode | null;
  readonly since: Instant | null;
  readonly events: readonly string[];
}

export interface PaymentPeriodView {
  readonly payer: string | null;
  readonly noticeAt: Instant;
  readonly liableFrom: LocalDate;
  readonly endsOn: LocalDate | null;
  readonly days: number;
}

export interface PaymentDayView {
  readonly payer: string | null;
  readonly date: LocalDate;
  readonly chargeable: boolean;
  readonly reason: DayReason;
  readonly text: string;
  readonly rule: string;
  readonly events: readonly string[];
  readonly amountOre: number | null;
}

export interface PaymentTotalsView {
  readonly delayDays: number;
  readonly days: number;
  /** Null: an amount is missing, or none is shown under the policy. */
  readonly ore: number | null;
}

/** The law's own model beside an agreement that no money follows from; nobody owes it. */
export interface SimulationView {
  readonly text: string;
  readonly policy: string;
  readonly days: readonly PaymentDayView[];
  readonly totals: PaymentTotalsView;
}

/** What has changed since the log had fewer events. */
export interface PaymentDifferenceView {
  readonly days: readonly {
    readonly payer: string | null;
    readonly date: LocalDate;
    readonly before: PaymentDayView | null;
    readonly after: PaymentDayView | null;
  }[];
  readonly totals: PaymentTotalsView;
}

/** The days of a stay and what they cost whom, every row with its reason. */
export interface PaymentView {
  readonly caseId: string;
  /** How many events of the stay it is reckoned from. */
  readonly version: number;
  readonly asOf: Instant;
  readonly policy: PolicyView;
  /** Who pays now. */
  readonly payer: PayerView;
  /** Who has paid on which days; mostly one. */
  readonly payers: readonly PayerView[];
  readonly conditions: readonly ConditionView[];
  readonly periods: readonly PaymentPeriodView[];
  readonly days: readonly PaymentDayView[];
  readonly totals: PaymentTotalsView;
  /** The amounts that these days and the simulated ones rest on. */
  readonly amounts: readonly AmountView[];
  readonly simulated: SimulationView | null;
  /** Of an earlier version only: what is otherwise now. */
  readonly difference: PaymentDifferenceView | null;
}
