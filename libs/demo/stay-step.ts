import type { Assignment } from '@hemgang/directory';
import type { Instant } from '@hemgang/kernel';

/** One command of an invented stay: who gives it when. */
export interface StayStep {
  readonly at: Instant;
  /** Id of the assignment that acts. */
  readonly by: string;
  readonly command: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** A field of the body that names a unit's handover; its id is known only inside the case. */
  readonly names: {
    readonly field: 'handover' | 'replaces';
    readonly handoverOf: string;
    /** Its patient's way home from a korttids, and not the handover itself. */
    readonly isHomecoming: boolean;
  } | null;
}

/** A command to the ward's side, or one that names no handover. */
export function wardStep(
  at: Instant,
  { id: by }: Assignment,
  command: string,
  payload: StayStep['payload'] = {},
): StayStep {
  return { at, by, command, payload, names: null };
}

/** A receiving unit's command to its own handover. */
export function receiverStep(
  at: Instant,
  { id: by, unit }: Assignment,
  command: string,
  payload: StayStep['payload'] = {},
  isHomecoming = false,
): StayStep {
  const names = { field: 'handover' as const, handoverOf: unit, isHomecoming };
  return { at, by, command, payload, names };
}
