import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { MachineValue } from './case-state';

/** The active state nodes of a value, parents before children. */
export function activeNodes(machine: AnyStateMachine, value: MachineValue): AnyStateNode[] {
  return [machine.root, ...below(machine.root, value)];
}

/** The innermost active states: one per region. */
export function activeLeaves(machine: AnyStateMachine, value: MachineValue): AnyStateNode[] {
  return activeNodes(machine, value).filter((node) => node.type === 'atomic');
}

/** Whether some active state handles the event type; guards only choose among targets. */
export function handles(machine: AnyStateMachine, value: MachineValue, eventType: string): boolean {
  return activeNodes(machine, value).some((node) => node.ownEvents.includes(eventType));
}

/** Every state node of the machine, parents before children. */
export function allNodes(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap((child) => allNodes(child))];
}

function below(node: AnyStateNode, value: MachineValue): AnyStateNode[] {
  const active =
    typeof value === 'string' ? [[value, {}] as const] : Object.entries(value);
  return active.flatMap(([key, inner]) => {
    const child = node.states[key];
    return child === undefined ? [] : [child, ...below(child, inner)];
  });
}
