import type { Instant } from '@hemgang/kernel';
import type { AccessLine } from './case-write';
import type { Database } from './database';
import {
  CHANGED_DRAFTS,
  PASS_PLAN_TURN,
  SAVE_PLAN_DRAFT,
  SWEEP_PLAN_DRAFTS,
  type DraftOutcome,
  type PlanDraftRow,
} from './sql/plan-drafts';

/** Who changes the draft of which case, when, and until when it is her turn then. */
export interface DraftChange {
  readonly caseId: string;
  readonly staff: string;
  readonly unit: string;
  readonly at: Instant;
  readonly until: Instant;
  readonly line: AccessLine;
}

export interface SavedDraft extends DraftChange {
  /** The version that the writer saw; 0: there was none. */
  readonly expected: number;
  /** The version of the case. */
  readonly since: number;
  readonly words: PlanDraftRow['words'];
}

export interface PassedTurn extends DraftChange {
  /** Who has it from now on; null: nobody. */
  readonly holder: string | null;
  /** Also from somebody who has it. */
  readonly over: boolean;
}

/** That a draft has changed, and whom it may be told. */
export interface ChangedDraft {
  readonly caseId: string;
  readonly version: number;
  readonly units: readonly string[];
}

/** Drafts of plans: saved, handed on, forgotten. It judges no right. @throws DatabaseUnavailable */
export class PlanDraftStore {
  /** @param works the worker's role, which alone looks at the drafts of every case */
  constructor(
    private readonly writes: Database,
    private readonly works: Database,
  ) {}

  /** Keeps what is written with its line, or nothing. */
  async keep(draft: SavedDraft): Promise<DraftOutcome> {
    const [row] = await this.writes.run(SAVE_PLAN_DRAFT, [JSON.stringify(draft)]);
    return row?.outcome ?? 'stale';
  }

  /** Passes the turn on with its line, or nothing; `stale`: there is no draft. */
  async pass(turn: PassedTurn): Promise<DraftOutcome> {
    const [row] = await this.writes.run(PASS_PLAN_TURN, [JSON.stringify(turn)]);
    return row?.outcome ?? 'stale';
  }

  /** Drafts that were changed in the last seconds. */
  changedLately(seconds: number): Promise<readonly ChangedDraft[]> {
    return this.works.run(CHANGED_DRAFTS, [seconds]);
  }

  /** Removes what has ended, and what nobody has saved since. @returns how many */
  async sweep(before: Instant): Promise<number> {
    const [row] = await this.works.run(SWEEP_PLAN_DRAFTS, [before]);
    return row?.removed ?? 0;
  }
}
