import type { Instant } from '@hemgang/kernel';
import type { UnitView } from './case-view';

/** A line of the timeline: what happened, told without personal data. */
export interface EventView {
  readonly seq: number;
  readonly type: string;
  readonly title: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: {
    readonly system: string | null;
    readonly person: { readonly id: string; readonly name: string } | null;
    readonly unit: UnitView | null;
  };
  readonly handover: string | null;
  /** The older system that it was taken over from; null: it was given here. */
  readonly source: string | null;
  /** The event's own payload: no personal data, no free text. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly opened: readonly { readonly id: string; readonly title: string }[];
  readonly closed: readonly {
    readonly id: string;
    readonly title: string;
    readonly outcome: string;
  }[];
  /** Duties that went on with another time or owner: what was computed anew. */
  readonly moved: readonly MovedDutyView[];
  /** Units that it was told to. */
  readonly told: readonly UnitView[];
  /** The event that struck it; null while it stands. */
  readonly struckBy: number | null;
  /** The events that corrected facts of it. */
  readonly correctedBy: readonly number[];
  /** The event that this one corrects or strikes. */
  readonly corrects: number | null;
  /** Facts of it that the reader may correct, by the names of their fields. */
  readonly mayCorrect: readonly string[];
  /** Whether the reader may strike it; later events may still rest on it. */
  readonly mayMakulera: boolean;
}

/** A duty before and after an event. */
export interface MovedDutyView {
  readonly id: string;
  readonly title: string;
  readonly before: { readonly dueAt: Instant | null; readonly unit: UnitView };
  readonly after: { readonly dueAt: Instant | null; readonly unit: UnitView };
}

/** An event that others had been told of by phone, fax or paper before it was registered. */
export interface AfterwardsView {
  readonly event: number;
  readonly title: string;
  /** Who registered it. */
  readonly unit: UnitView;
  readonly channel: string;
  /** With whom it was spoken; null when the reader's controller was not told. */
  readonly name: string | null;
  readonly at: Instant;
  readonly recordedAt: Instant;
  /** «Registrerad i efterhand: telefon, Maria Forsberg, mån 2/3 10:15». */
  readonly text: string;
  /** What each unit that was told says of it: unanswered, acknowledged or disputed. */
  readonly answers: readonly {
    readonly unit: UnitView;
    readonly is: string;
    readonly event: number | null;
  }[];
  /** Whether somebody has still to acknowledge or dispute it. */
  readonly isMarked: boolean;
  /** Whether the reader's unit may. */
  readonly mayAnswer: boolean;
}
