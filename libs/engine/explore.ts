import type { AnyMachineSnapshot } from 'xstate';
import type { MachineValue } from './case-state';
import type { MachineEvent } from './event';
import { moveMachine, startMachine, type Moved } from './machine';
import { activeLeaves, activeNodes } from './nodes';
import type { MachineDefinition } from './workflow';

/** A transition found by walking a machine with its sample events. */
export interface Found extends Moved {
  /** The event taken; null for the initial transition. */
  readonly event: MachineEvent | null;
  readonly before: AnyMachineSnapshot | null;
}

/**
 * Walks a machine breadth first with its samples. Two snapshots are one when their state values are
 * equal: contexts differ without end. A guard that reads context may hide a target from this walk;
 * the model-based tests of the workflows go further.
 */
export function explore(definition: MachineDefinition): Found[] {
  const seen = new Set<string>();
  return walk(definition, ({ value }) => isNew(seen, JSON.stringify(value)));
}

/**
 * The short walk for the start of a process: goes on only from a snapshot that shows two states
 * together for the first time. Regions multiply in the whole walk, which grows out of what every
 * start can pay; their pairs do not. What one event does in one region depends on that region and
 * on the one that decides whether the event is possible, and so shows in a pair. An event that
 * leaves every region where it is, is taken once from the states that take it.
 */
export function explorePairs(definition: MachineDefinition): Found[] {
  const { machine, samples } = definition;
  const seen = new Set<string>();
  const goesOnFrom = ({ value }: AnyMachineSnapshot): boolean => {
    const leaves = activeLeaves(machine, value as MachineValue).map(({ id }) => id);
    const pairs = leaves.flatMap((a, index) => leaves.slice(index).map((b) => `${a} ${b}`));
    return pairs.filter((pair) => isNew(seen, pair)).length > 0;
  };
  const taken = new Set<string>();
  return walk(definition, goesOnFrom, ({ value }) => {
    const active = activeNodes(machine, value as MachineValue);
    return samples.events.filter((event, index) => {
      const takers = active.filter(({ transitions }) => transitions.has(event.type));
      const moves = takers.flatMap(({ transitions }) => transitions.get(event.type) ?? []);
      if (moves.length === 0) return false;
      if (moves.some(({ target }) => target !== undefined)) return true;
      return isNew(taken, `${index} ${takers.map(({ id }) => id).join(' ')}`);
    });
  });
}

/** The first thing a walk finds: the machine as it starts. */
export function startOf({ machine, input, samples }: MachineDefinition): Found {
  return { ...startMachine(machine, input.parse(samples.input)), event: null, before: null };
}

function walk(
  definition: MachineDefinition,
  goesOnFrom: (snapshot: AnyMachineSnapshot) => boolean,
  tried: (before: AnyMachineSnapshot) => readonly MachineEvent[] = () => definition.samples.events,
): Found[] {
  const { machine } = definition;
  const found = [startOf(definition)];
  const queue = found.map(({ snapshot }) => snapshot).filter(goesOnFrom);
  for (let before = queue.shift(); before !== undefined; before = queue.shift()) {
    for (const event of tried(before)) {
      const moved = moveMachine(machine, before, event);
      if (moved === null) continue;
      found.push({ ...moved, event, before });
      if (goesOnFrom(moved.snapshot)) queue.push(moved.snapshot);
    }
  }
  return found;
}

function isNew(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
