import type { Instant } from '@hemgang/kernel';
import type { Afterwards } from './afterwards';
import type { OpenDuty } from './duty';
import type { MachineId } from './event';
import type { Rattelse } from './rattelse';

/** A machine at rest: plain JSON, restored for the step that touches it. */
export interface MachineState {
  readonly kind: string;
  readonly value: MachineValue;
  readonly context: Readonly<Record<string, unknown>>;
}

export type MachineValue = string | { readonly [region: string]: MachineValue };

/**
 * The whole state of a case. Immutable: a step gives a new one, so a lost race simply runs the step
 * again on the state that won.
 */
export interface CaseState {
  readonly type: string;
  /** Version of the workflow this case runs on. */
  readonly workflowVersion: number;
  /** Sequence number of the last event applied = version of the case. */
  readonly seq: number;
  readonly openedAt: Instant;
  /** When every region of the main machine was over and no duty open; null while open. */
  readonly closedAt: Instant | null;
  /** The county's agreement as it was when the case opened: id and values. */
  readonly agreement: Readonly<Record<string, unknown>>;
  readonly machines: Readonly<Record<MachineId, MachineState>>;
  readonly duties: readonly OpenDuty[];
  /** Events that have been corrected or struck, in order; absent while there is none. */
  readonly rattelser?: readonly Rattelse[];
  /** Events told outside before they were registered, in order; absent while there is none. */
  readonly afterwards?: readonly Afterwards[];
}
