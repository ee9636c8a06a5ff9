import type { CaseState, MachineState } from './case-state';
import type { Outcome } from './duty';
import type { CaseEvent } from './event';
import type { WorkflowDefinition } from './workflow';

/** A case went over to another version of its workflow. */
export const MIGRATED = 'workflow-migrated';
/** It went back, as if it had never gone. */
export const MIGRATION_UNDONE = 'workflow-migration-undone';

/** The events of changing a process while cases live; no command may be called so. */
export const MIGRATION_EVENTS = [MIGRATED, MIGRATION_UNDONE] as const;

/**
 * A leaf state of the new machine by its path from the top (`live.reception.ready`), fixed or chosen
 * by what the old machine was. Null: the region it stood in is gone.
 */
export type LeafTarget = string | null | ((before: MachineState) => string | null);

/** How the machines of one kind go over to the new version. */
export interface MachineMigration {
  /**
   * Where every leaf state of the old machine goes, by path. `unchanged`: both machines have the same
   * leaves and each stays what it is. A leaf left out is a fault: XState would let it fall silently
   * into an initial state.
   */
  readonly states: 'unchanged' | Readonly<Record<string, LeafTarget>>;
  /** Regions that only the new machine has, by path: the leaf in which each begins, if it is active. */
  readonly added?: Readonly<Record<string, LeafTarget>>;
  /** What the new machine must remember. Lists of unacknowledged messages stay as they are. */
  context?(before: MachineState['context'], event: CaseEvent): MachineState['context'];
  /** Duties that go on under another key: old → new. They keep id, person, start and history. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** What it means for a duty that the new machine no longer waits for it. No default. */
  readonly ended?: Readonly<Record<string, Outcome>>;
}

/** How cases go over from one version of a workflow to a later one. */
export interface WorkflowMigration {
  readonly from: WorkflowDefinition;
  readonly to: WorkflowDefinition;
  /** One for every kind of machine of the old version. */
  readonly machines: Readonly<Record<string, MachineMigration>>;
  /** Values that the new version reads and the case's agreement has not; the others stay. */
  agreement?(before: CaseState['agreement']): CaseState['agreement'];
}

/** A case that cannot go over, or back; nothing has changed. */
export interface NotMigrated {
  readonly kind: 'not-migrated';
  /** For whoever wrote the migration. */
  readonly why: string;
}

/** A version of a workflow as events name it. */
export interface VersionMark {
  readonly version: number;
  readonly hash: string;
}
