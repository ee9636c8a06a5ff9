import type { CaseState } from './case-state';
import type { ClosedDuty, MovedDuty, OpenDuty } from './duty';
import type { OutwardEffect } from './effect';
import type { MachineId } from './event';
import type { PartyUnit } from './workflow';

/** A unit that has become a party, and by which machine. */
export interface JoinedParty extends PartyUnit {
  readonly machine: MachineId;
}

/** A step that was taken: everything the transaction writes is in here. */
export interface Accepted {
  readonly kind: 'accepted';
  readonly state: CaseState;
  /** Units that this step made parties of the case: of new machines, or new in a machine. */
  readonly joined: readonly JoinedParty[];
  /** Units that a machine named beside its own, and names no more. */
  readonly left: readonly JoinedParty[];
  readonly opened: readonly OpenDuty[];
  readonly closed: readonly ClosedDuty[];
  readonly moved: readonly MovedDuty[];
  readonly effects: readonly OutwardEffect[];
  /** Machines that it changed or opened. */
  readonly touched: readonly MachineId[];
}

/** A step that is not possible now. Nothing has changed. */
export interface NotPossible {
  readonly kind: 'not-possible';
  readonly reason: 'unknown-machine' | 'not-in-this-state' | 'unknown-duty' | 'stale-timer';
}
