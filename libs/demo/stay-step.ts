import type { Assignment } from '@hemgang/directory';
import type { Instant } from '@hemgang/kernel';

/** Which machine of a unit a command is for. */
export type NamedMachine = 'handover' | 'homecoming' | 'dispatch';

/** One command of an invented stay: who gives it when. */
export interface StayStep {
  readonly at: Instant;
  /** Id of the assignment that acts. */
  readonly by: string;
  readonly command: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** A field of the body that names something whose id is known only inside the case. */
  readonly names: NamedOfUnit | NamedCause | null;
}

/** A unit's machine. */
interface NamedOfUnit {
  readonly field: 'handover' | 'replaces';
  readonly handoverOf: string;
  /** Its handover, its patient's way home from a korttids, or what is carried to it by hand. */
  readonly machine: NamedMachine;
}

/** Why the patient waited, as it was said last. */
interface NamedCause {
  readonly field: 'setting';
  readonly latest: 'cause';
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

/** A command to the machine of a unit: its own, or registered for it by somebody who has an account. */
export function unitStep(
  at: Instant,
  { id: by }: Assignment,
  command: string,
  unit: { readonly id: string; readonly machine: NamedMachine },
  payload: StayStep['payload'] = {},
): StayStep {
  const names = { field: 'handover' as const, handoverOf: unit.id, machine: unit.machine };
  return { at, by, command, payload, names };
}

/** Stable, so that at one and the same second the ward's sending comes before the kvittens. */
export function inOrder<Step extends Pick<StayStep, 'at'>>(steps: readonly Step[]): Step[] {
  return [...steps].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}
