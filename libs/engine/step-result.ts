import type { CaseState } from './case-state';
import type { ClosedDuty, MovedDuty, OpenDuty } from './duty';
import type { OutwardEffect } from './effect';
import type { MachineId } from './event';

/** A step that was taken: everything the transaction writes is in here. */
export interface Accepted {
  readonly kind: 'accepted';
  readonly state: CaseState;
  /** Machines that joined the case in this step. */
  readonly started: readonly MachineId[];
  readonly opened: readonly OpenDuty[];
  readonly closed: readonly ClosedDuty[];
  readonly moved: readonly MovedDuty[];
  readonly effects: readonly OutwardEffect[];
}

/** A step that is not possible now. Nothing has changed. */
export interface NotPossible {
  readonly kind: 'not-possible';
  readonly reason: 'unknown-machine' | 'not-in-this-state' | 'unknown-duty' | 'stale-timer';
}
