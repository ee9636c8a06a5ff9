import { isDeepStrictEqual } from 'node:util';
import {
  initialTransition,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import type { MachineState, MachineValue } from './case-state';
import type { MachineEffect } from './effect';
import type { MachineEvent } from './event';
import { EngineFault } from './fault';

/** A machine after a transition: what it is now and what it asked for. */
export interface Moved {
  readonly snapshot: AnyMachineSnapshot;
  readonly effects: readonly MachineEffect[];
}

/**
 * Starts a machine.
 * @throws EngineFault when its initial transition fails
 */
export function startMachine(machine: AnyStateMachine, input: unknown): Moved {
  const [snapshot, actions] = initialTransition(machine, input);
  return { snapshot, effects: effectsOf(machine, snapshot, actions) };
}

/**
 * Lets a machine take one event.
 * @returns null when no state of it handles the event now
 */
export function moveMachine(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  event: MachineEvent,
): Moved | null {
  const [next, actions] = transition(machine, snapshot, event);
  // XState gives the same snapshot back, by reference, for an event that nothing handled.
  if (next === snapshot) return null;
  return { snapshot: next, effects: effectsOf(machine, next, actions) };
}

/**
 * Brings a stored machine back. `resolveState` fills missing regions with their initial states and
 * would hide a damaged or outdated row, so the result must say exactly what was stored.
 * @throws EngineFault when the stored state is not one of this machine's
 */
export function restoreMachine(machine: AnyStateMachine, state: MachineState): AnyMachineSnapshot {
  const snapshot = resolve(machine, state);
  if (!isDeepStrictEqual(snapshot.value, state.value)) {
    throw new EngineFault(`stored state of "${state.kind}" is not a state of this version`);
  }
  return snapshot;
}

function resolve(machine: AnyStateMachine, state: MachineState): AnyMachineSnapshot {
  try {
    return machine.resolveState({ value: state.value, context: state.context });
  } catch (cause) {
    throw new EngineFault(`stored state of "${state.kind}" is unknown to this version`, { cause });
  }
}

/** What is stored of a machine. */
export function restingState(kind: string, snapshot: AnyMachineSnapshot): MachineState {
  return {
    kind,
    value: snapshot.value as MachineValue,
    context: snapshot.context as Readonly<Record<string, unknown>>,
  };
}

/** Keys of the duties whose states are active, and `over`. */
export function activeTags(snapshot: AnyMachineSnapshot): ReadonlySet<string> {
  return snapshot.tags as Set<string>;
}

function effectsOf(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  actions: readonly { readonly type: string; readonly params?: unknown }[],
): MachineEffect[] {
  if (snapshot.status !== 'active') {
    throw new EngineFault(`machine "${machine.id}" has status ${snapshot.status}`);
  }
  return actions.map(({ type, params }) => {
    if (type !== 'send' && type !== 'open' && type !== 'disclose') {
      throw new EngineFault(`machine "${machine.id}" asks for "${type}", which nobody carries out`);
    }
    return { type, ...(params as object) } as MachineEffect;
  });
}
