import type { Text } from '@hemgang/kernel';
import type { CaseState, MachineState } from './case-state';
import type { CommandDeclaration } from './command';
import type { CaseEvent, MachineId } from './event';

/** A fact is given another value: `correct`. An event is struck: `makulera-event`. */
export const CORRECT = 'correct';
export const MAKULERA = 'makulera-event';

/** Group that both are addressed to: the unit that made the named event, or its successor. */
export const EVENT_MAKERS = 'event';

/** The message by which a machine is told other values of facts: `payload.facts`. */
export const CORRECTED = 'corrected';

/**
 * The message by which machines learn that units are told of a rättelse: whoever carries things by
 * hand to one of them has something more to carry. `payload` is `RattelseTold`.
 */
export const RATTELSE_TOLD = 'rattelse-told';

export interface RattelseTold {
  readonly entry: 'rattelse' | 'makulering';
  readonly units: readonly string[];
}

/**
 * The message by which a machine is told that an event no longer counts: `discharge-struck`. It
 * carries the payload of that event, what it kept, and its number as `event`.
 */
export function struckName(command: string): string {
  return `${command}-struck`;
}

/**
 * What makulering of a command's event means. Declared for every command, no default.
 * - `marks`: it is struck through and those who got it are told. Facts it told (the machine's
 *   `facts`) fall back to what was known before; no state rested on it.
 * - `moves`: besides, the machine it was given to takes `<command>-struck`, a transition of its own.
 *   Where the machine does not take that now, the event had no effect any more: it is only marked.
 * - `returns`: the machines that it moved go back to where they stood before it, as long as nothing
 *   else has moved them since. Not for commands that open machines.
 * - `refused`: never, in words that say what to do instead.
 */
export type Makulering<Context = unknown, Payload = unknown> =
  | 'marks'
  | 'moves'
  | 'returns'
  | Moving<Context, Payload>
  | { readonly refused: Text };

/** A makulering with moves, and what it must heed of the events after the struck one. */
export interface Moving<Context = unknown, Payload = unknown> {
  readonly effect: 'moves';
  /**
   * Commands whose later events rest on it: those must be struck first. Facts that linked cases
   * have told may be among them: while one stands, it cannot be struck.
   */
  readonly carries?: readonly string[];
  /** Commands (its own, mostly) whose later events took its effect away: then it is only marked. */
  readonly endedBy?: readonly string[];
  /** What the event itself must keep of the state before it, so that it can be given back. */
  keep?(context: Context, payload: Payload): Readonly<Record<string, unknown>>;
}

/** An event that a rättelse is about, and what the rättelse does: `given.original`, all a replay needs. */
export interface Original {
  readonly seq: number;
  readonly type: string;
  readonly machine: MachineId;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Units that it had been told to; they are told of the rättelse. */
  readonly told: readonly string[];
  /** Facts that hold another value from now on, by name. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Whether its machine takes `<type>-struck`, or the machines go back to `kept.machines`. */
  readonly effect: 'marks' | 'moves' | 'returns';
  /** What the event kept of the state before it. */
  readonly kept: Readonly<Record<string, unknown>>;
}

/** That an event of the case was corrected or struck, and by which event. */
export interface Rattelse {
  readonly event: number;
  readonly by: number;
  readonly kind: typeof CORRECT | typeof MAKULERA;
}

export function isRattelse({ type }: Pick<CaseEvent, 'type'>): boolean {
  return type === CORRECT || type === MAKULERA;
}

/** The event that a rättelse is about, as the use case looked it up. */
export function originalOf({ given }: Pick<CaseEvent, 'given'>): Original {
  return given['original'] as Original;
}

/** The machines as they stood before an event that `returns`. */
export function machinesKept({ kept }: Original): Readonly<Record<MachineId, MachineState>> {
  return kept['machines'] as Readonly<Record<MachineId, MachineState>>;
}

/**
 * The event with what it must keep of the state before it, so that it can be struck later.
 * @param touched the machines that it changed or opened
 */
export function keeping(
  event: CaseEvent,
  { makulera }: Pick<CommandDeclaration, 'makulera'>,
  before: CaseState,
  main: MachineId,
  touched: readonly MachineId[],
): CaseEvent {
  const kept = keptBy(event, makulera, before, event.machine ?? main, touched);
  return kept === null ? event : { ...event, given: { ...event.given, kept } };
}

function keptBy(
  { payload }: CaseEvent,
  makulera: Makulering,
  { machines }: CaseState,
  machine: MachineId,
  touched: readonly MachineId[],
): Original['kept'] | null {
  if (makulera === 'returns') {
    const moved = touched.flatMap((id) => {
      const state = machines[id];
      return state === undefined ? [] : [[id, state] as const];
    });
    return { machines: Object.fromEntries(moved) };
  }
  if (typeof makulera !== 'object' || !('keep' in makulera)) return null;
  return makulera.keep?.(machines[machine]?.context, payload) ?? null;
}

/** The machines that differ between two moments of a case, by id. */
export function movedMachines(
  before: Readonly<Record<MachineId, MachineState>>,
  after: Readonly<Record<MachineId, MachineState>>,
): MachineId[] {
  return Object.keys(after)
    .filter((id) => before[id] !== after[id])
    .sort();
}
