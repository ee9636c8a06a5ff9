import type {
  Citation,
  Confidence,
  LocalDate,
  PaymentStartPolicy,
  RegionCode,
  Text,
} from '@hemgang/kernel';
import type { CareType } from './facts';
import type { Interpretation } from './interpretation';
import type { EnteredRate, Rate } from './rates';

/** A condition of the liability. */
export type Requirement =
  | 'INSKRIVNING_24H'
  | 'USK_NOTICE'
  | 'KALLELSE_3D'
  | 'OPEN_CARE_CLEAR'
  | 'NOT_OPPOSED';

/**
 * `individual`: each day of each stay is paid for. `average`: a municipality pays for what its
 * month's average exceeds. `averageGated`: it does so only when several months together exceed it.
 * `analysisOnly`: days are counted and analysed, no money follows from them.
 */
export type PaymentModel = 'individual' | 'average' | 'averageGated' | 'analysisOnly';

/** What an average is held against. */
export interface Threshold {
  /** Days; null: not known. */
  readonly days: number | null;
  /** Over how many months one average is made. */
  readonly months: 1 | 3;
  /** How many months in a row must exceed it before anything follows; 1 unless it says more. */
  readonly inARow: number;
}

/**
 * A way of paying, as data: the law's own, or what a county has agreed on (4:5). Never changed once
 * something has been reckoned by it; another agreement is another policy.
 */
export interface PaymentPolicy {
  readonly id: string;
  /** What has been signed names it: it grows whenever anything of the policy is put otherwise. */
  readonly version: number;
  readonly title: Text;
  readonly validFrom: LocalDate;
  /** Its last day; null: until further notice. */
  readonly validTo: LocalDate | null;
  /** Regions whose own municipalities it binds; empty: everybody whom no agreement binds. */
  readonly regions: readonly RegionCode[];
  /** Kinds of care it is about. */
  readonly careTypes: readonly CareType[];
  readonly model: PaymentModel;
  /** When the liability starts, by kind of care where they differ. */
  readonly start: PaymentStartPolicy;
  readonly startIn?: Partial<Record<CareType, PaymentStartPolicy>>;
  /** The rule that says so. */
  readonly startRule: Citation;
  readonly threshold: Threshold | null;
  readonly requires: readonly Requirement[];
  readonly interpretation: Interpretation;
  readonly rates: readonly Rate[];
  readonly source: string;
  readonly confidence: Confidence;
}

/** When the liability starts in a kind of care. */
export function startOf(policy: PaymentPolicy, careType: CareType): PaymentStartPolicy {
  return policy.startIn?.[careType] ?? policy.start;
}

/** Whether single days are paid for. In every other model a day is counted and costs nothing by itself. */
export function paysByDay({ model }: PaymentPolicy): boolean {
  return model === 'individual';
}

/** Whether an amount may follow from it. */
function showsMoney({ model }: PaymentPolicy): boolean {
  return model !== 'analysisOnly';
}

/** The policy with what the customer has entered; one that shows no money shows none of it either. */
export function withRates(policy: PaymentPolicy, entered: readonly EnteredRate[]): PaymentPolicy {
  return showsMoney(policy) ? { ...policy, rates: [...policy.rates, ...entered] } : policy;
}
