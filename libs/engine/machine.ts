import { isDeepStrictEqual } from 'node:util';
import {
  createActor,
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateNode,
  type AnyStateMachine,
  type ExecutableActionObject,
} from 'xstate';
import type { MachineState, MachineValue } from './case-state';
import type { MachineEffect } from './effect';
import type { MachineEvent } from './event';
import { EngineFault } from './fault';
import { handles } from './nodes';

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
  const scope = inertScope(machine);
  const snapshot = machine.getInitialSnapshot(scope, input) as AnyMachineSnapshot;
  return { snapshot, effects: effectsOf(machine, snapshot, scope.actions) };
}

/**
 * Lets a machine take one event.
 * @returns null when it does not take the event now, or every guard of it says no
 */
export function moveMachine(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  event: MachineEvent,
): Moved | null {
  if (!handles(machine, snapshot.value as MachineValue, event.type)) return null;
  const scope = inertScope(machine);
  const next = machine.transition(snapshot, event, scope) as AnyMachineSnapshot;
  // XState gives the same snapshot back, by reference, for an event that nothing handled, and also
  // for a transition without target that only asks for something: then there are actions.
  if (next === snapshot && scope.actions.length === 0) return null;
  return { snapshot: next, effects: effectsOf(machine, next, scope.actions) };
}

/** A place to run a transition that starts nothing and only collects what actions ask for. */
type InertScope = AnyActorScope & { readonly actions: ExecutableActionObject[] };

/** One actor per machine, never started: XState wants to know whose transition it is. */
const idleActors = new WeakMap<AnyStateMachine, ReturnType<typeof createActor>>();

/**
 * What XState's own `transition` does for every call, without its price: that makes a new actor
 * each time, which computes an initial state that nobody reads, and was half of a step.
 */
function inertScope(machine: AnyStateMachine): InertScope {
  const self = idleActors.get(machine) ?? createActor(machine);
  idleActors.set(machine, self);
  const nothing = () => undefined;
  const actions: ExecutableActionObject[] = [];
  return {
    self,
    system: self.system,
    id: self.id,
    sessionId: self.sessionId,
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: (action) => actions.push(action),
    actions,
  };
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
    const value = inDeclaredOrder(machine.root, state.value);
    return machine.resolveState({ value, context: state.context });
  } catch (cause) {
    throw new EngineFault(`stored state of "${state.kind}" is unknown to this version`, { cause });
  }
}

/**
 * XState takes the regions of a parallel state in the order in which the value names them, and a row
 * of JSON keeps no order: a case read back would do the same things in another order.
 */
function inDeclaredOrder(node: AnyStateNode | undefined, value: MachineValue): MachineValue {
  if (typeof value === 'string') return value;
  const places = Object.keys(node?.states ?? {});
  const parts = Object.entries(value).map(
    ([key, part]) => [key, inDeclaredOrder(node?.states[key], part)] as const,
  );
  return Object.fromEntries(parts.sort(([a], [b]) => places.indexOf(a) - places.indexOf(b)));
}

/** What is stored of a machine. */
export function restingState(kind: string, snapshot: AnyMachineSnapshot): MachineState {
  return {
    kind,
    value: snapshot.value as MachineValue,
    context: present(snapshot.context as Readonly<Record<string, unknown>>),
  };
}

/** JSON knows no `undefined`: a state that was just made is the same as one read back. */
function present(context: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fields = Object.entries(context);
  return fields.some(([, value]) => value === undefined)
    ? Object.fromEntries(fields.filter(([, value]) => value !== undefined))
    : context;
}

/** Keys of the duties whose states are active, and `over`. */
export function activeTags(snapshot: AnyMachineSnapshot): ReadonlySet<string> {
  return snapshot.tags;
}

const EFFECTS: ReadonlySet<string> = new Set<MachineEffect['type']>([
  'send',
  'open',
  'disclose',
  'tell-case',
  'erase',
]);

function effectsOf(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  actions: readonly { readonly type: string; readonly params?: unknown }[],
): MachineEffect[] {
  if (snapshot.status !== 'active') {
    // A context that fails at the start throws nothing: XState only notes it in the snapshot.
    const { status, error } = snapshot;
    const because = error instanceof Error ? `: ${error.message}` : '';
    throw new EngineFault(`machine "${machine.id}" has status ${status}${because}`, {
      cause: error,
    });
  }
  return actions.map(({ type, params }) => {
    if (!EFFECTS.has(type)) {
      throw new EngineFault(`machine "${machine.id}" asks for "${type}", which nobody carries out`);
    }
    return { type, ...(params as object) } as MachineEffect;
  });
}
