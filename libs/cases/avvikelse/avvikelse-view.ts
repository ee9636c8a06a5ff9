import type { Instant, LocalDate } from '@hemgang/kernel';
import type { Category, Consequence, AvvikelseWord } from '@workflows/avvikelse';
import type { CaseSummaryView, CaseView, UnitView } from '../case-view';

/** What went wrong between whom, in values; the words stand among the entries. */
export interface AvvikelseFactsView {
  /** The stay or the SIP; whether the reader may open it, that case decides. */
  readonly about: { readonly id: string; readonly type: string };
  readonly reporter: UnitView;
  readonly concerned: UnitView;
  readonly category: Category;
  readonly categoryText: string;
  readonly consequence: Consequence;
  readonly consequenceText: string;
  readonly reportedAt: Instant;
  readonly receivedAt: Instant | null;
  /** The first answer. */
  readonly answeredAt: Instant | null;
  readonly sentBackAt: Instant | null;
}

/** An avvikelse between two huvudmän. */
export interface AvvikelseView extends CaseView {
  readonly avvikelse: AvvikelseFactsView;
}

export interface AvvikelseSummaryView extends CaseSummaryView {
  readonly reporter: UnitView;
  readonly concerned: UnitView;
  readonly category: Category;
  readonly categoryText: string;
}

/** Whether it was answered within the agreed time; `waiting`: not yet, and the time is not out. */
export type Answered = 'in-time' | 'late' | 'waiting';

/** By what the avvikelser of a period are counted. */
export const PATTERNS = [
  'category',
  'consequence',
  'reporter',
  'concerned',
  'month',
  'answered',
] as const;

export type Pattern = (typeof PATTERNS)[number];

/** One bar: how many have this value. */
export interface PatternBarView {
  readonly value: string;
  readonly text: string;
  readonly count: number;
}

/** How often what happens between the reader's huvudman and others. No names of patients, no words. */
export interface AvvikelsePatternsView {
  readonly from: LocalDate;
  /** The last day, itself included. */
  readonly to: LocalDate;
  readonly total: number;
  readonly patterns: Readonly<Record<Pattern, readonly PatternBarView[]>>;
}

/** One of those that a bar counts. */
export interface AvvikelseLineView {
  readonly id: string;
  readonly reportedAt: Instant;
  readonly reporter: UnitView;
  readonly concerned: UnitView;
  readonly category: Category;
  readonly categoryText: string;
  readonly state: AvvikelseWord;
  readonly stateText: string;
  /** Whether the reader's unit is a party of it, and so can open it. */
  readonly isOwn: boolean;
}
