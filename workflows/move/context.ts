import type { Disputed, MachineEvent } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import { z } from 'zod';

/** What one move within the region remembers: only what a guard, a refusal or the view reads. */
export interface MoveContext {
  /** The ward that is asked to take the patient over. */
  readonly unit: string;
  /** The ward that asks, and answers for the patient until the other has taken over. */
  readonly from: string;
  readonly requestedAt: Instant;
  readonly plannedAt: Instant | null;
  /** When the patient could be moved: a fact of the move, never that she is utskrivningsklar. */
  readonly readyAt: Instant | null;
}

/** What the ward's machine hands over when it opens this one. */
export const moveInput = z.strictObject({
  unit: z.string(),
  from: z.string(),
  requestedAt: z.string(),
  plannedAt: z.string().nullable(),
});

export type MoveInput = z.infer<typeof moveInput>;

/** Everything a move handles: the commands of the two wards, and what the stay tells it. */
export type MoveEvent =
  | MachineEvent<'disputed', Disputed>
  | MachineEvent<'mark-ready-for-transfer'>
  | MachineEvent<'accept-move'>
  | MachineEvent<'decline-move'>
  | MachineEvent<'cancel-move'>
  | MachineEvent<'stay-ended'>
  | MachineEvent<'case-makulerad'>;
