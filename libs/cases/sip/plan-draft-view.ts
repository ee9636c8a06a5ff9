import type { Instant } from '@hemgang/kernel';
import type { PlanDraftRow } from '@hemgang/store';
import type { PersonView, UnitView } from '../case-view';
import type { Told } from '../case-type';
import { factsFor, personView, unitView } from '../names';
import type { PlanDraftWords } from './plan-draft-words';

/** Somebody who writes in a draft. */
export interface DraftWriterView {
  readonly person: PersonView;
  readonly unit: UnitView;
}

/** Whose turn it is to write. */
export interface DraftTurnView extends DraftWriterView {
  /** It lapses then, unless she saves. */
  readonly until: Instant;
  readonly isMine: boolean;
}

/** The draft of a SIP's next plan as one reader may see it. */
export interface PlanDraftView {
  /** What a save names in `If-Match`; 0: there is no draft. */
  readonly version: number;
  readonly words: PlanDraftWords | null;
  readonly savedBy: DraftWriterView | null;
  readonly savedAt: Instant | null;
  /** Null: it is nobody's. */
  readonly turn: DraftTurnView | null;
  readonly mayWrite: boolean;
}

/** @param row null: there is none, or the reader may not be shown it */
export function planDraftView(
  { directory, reader, now }: Told,
  row: PlanDraftRow | null,
  mayWrite: boolean,
): PlanDraftView {
  if (row === null) {
    return { version: 0, words: null, savedBy: null, savedAt: null, turn: null, mayWrite };
  }
  const writer = (staff: string, unit: string): DraftWriterView => ({
    person: personView(directory, staff) ?? { id: staff, name: staff },
    unit: unitView(directory, unit),
  });
  const { holder, holderUnit, turnUntil } = row;
  const isHeld = holder !== null && holderUnit !== null && turnUntil !== null && turnUntil > now;
  return {
    version: row.version,
    // It was judged by its schema when it was saved.
    words: factsFor(directory, row.words) as PlanDraftWords,
    savedBy: writer(row.savedBy, row.savedUnit),
    savedAt: row.savedAt,
    turn: isHeld
      ? { ...writer(holder, holderUnit), until: turnUntil, isMine: holder === reader.staff }
      : null,
    mayWrite,
  };
}
