import type { AnyMachineSnapshot } from 'xstate';
import { moveMachine, startMachine, type Moved } from './machine';
import type { MachineEvent } from './event';
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
  const { machine, samples } = definition;
  const started = startMachine(machine, definition.input.parse(samples.input));
  const found: Found[] = [{ ...started, event: null, before: null }];
  const seen = new Set([key(started.snapshot)]);
  const queue = [started.snapshot];
  for (let before = queue.shift(); before !== undefined; before = queue.shift()) {
    for (const event of samples.events) {
      const moved = moveMachine(machine, before, event);
      if (moved === null) continue;
      found.push({ ...moved, event, before });
      if (seen.has(key(moved.snapshot))) continue;
      seen.add(key(moved.snapshot));
      queue.push(moved.snapshot);
    }
  }
  return found;
}

function key(snapshot: AnyMachineSnapshot): string {
  return JSON.stringify(snapshot.value);
}
