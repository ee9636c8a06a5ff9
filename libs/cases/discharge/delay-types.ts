import type { Instant, LocalDate } from '@hemgang/kernel';
import type { UnitView } from '../case-view';

/** Days in a row, both ends among them. */
interface DaysView {
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly days: number;
  /** Code of the list, or `okand`. */
  readonly cause: string;
  readonly text: string;
  /** Whose it is to shorten such a waiting, in words; empty while the cause is unknown. */
  readonly owners: readonly string[];
}

/** What somebody has said of a cause. */
export interface DelayCommentView {
  readonly unit: UnitView;
  readonly at: Instant;
  /** Null: not told to the reader's controller. */
  readonly text: string | null;
}

/** Days with one cause. */
export interface DelaySliceView extends DaysView {
  /** Names what was set; null: nobody has said why. */
  readonly id: string | null;
  readonly unit: UnitView | null;
  readonly at: Instant | null;
  /** Whether the reader's own region or municipality set it; the other one comments. */
  readonly isOwn: boolean;
  /** Null: there is none, or it was not told to the reader's controller. */
  readonly note: string | null;
  readonly comments: readonly DelayCommentView[];
}

/** What unknown days may have been waited for: a person says whether it was so. */
export interface DelaySuggestionView extends DaysView {
  readonly unit: UnitView;
  /** Which duty was open, and where, in words. */
  readonly why: string;
}

/** Why the patient waited, day by day. */
export interface DelayView {
  /** All days of the delay: as many as the slices have together. */
  readonly days: number;
  readonly unknownDays: number;
  /** The list in force on the last of the days; null: none was yet. */
  readonly list: {
    readonly version: number;
    readonly validFrom: LocalDate;
    readonly source: string;
  } | null;
  readonly slices: readonly DelaySliceView[];
  /** For unknown days only; never counted as set. */
  readonly suggestions: readonly DelaySuggestionView[];
}
