import type { Instant } from '@hemgang/kernel';
import type { UnitView } from '../case-view';

/** What an emergency opening gives: the patient's cases of the reader's controller. */
export interface OpenedView {
  readonly id: string;
  readonly until: Instant;
  readonly cases: readonly {
    readonly id: string;
    readonly type: string;
    readonly openedAt: Instant;
  }[];
}

/** An opening in the review queue. It names no patient: whose data were read stands in the log. */
export interface EmergencyView {
  readonly id: string;
  readonly staff: { readonly id: string; readonly name: string };
  readonly unit: UnitView;
  readonly reason: string;
  readonly reasonText: string;
  readonly words: string;
  readonly at: Instant;
  readonly until: Instant;
  /** How often something was read in it. */
  readonly reads: number;
  /** approved or questioned; null: it waits for a review. */
  readonly verdict: string | null;
  readonly verdictWords: string | null;
  readonly reviewedAt: Instant | null;
  readonly reviewedBy: { readonly id: string; readonly name: string } | null;
}
