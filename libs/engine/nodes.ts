import { remembered } from '@hemgang/kernel';
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

/** The path of a state from the top, `live.reception.ready`; that of the top itself is empty. */
export function pathOf({ path }: AnyStateNode): string {
  return path.join('.');
}

/**
 * Whether the machine takes an event of this type in this state; guards only choose among targets.
 * Among regions the first that knows the event decides and the others follow: that the patient
 * leaves is for the region of the stay to take or not, whatever the others would make of it.
 */
export function handles(machine: AnyStateMachine, value: MachineValue, eventType: string): boolean {
  return takes(machine.root, value, eventType);
}

function takes(node: AnyStateNode, value: MachineValue, eventType: string): boolean {
  // Not `ownEvents`, which XState builds anew for every question.
  if (node.transitions.has(eventType)) return true;
  // Regions in the order in which they are written, which a stored value need not keep.
  for (const key in node.states) {
    const child = node.states[key];
    if (child === undefined || !isActive(child, value) || !eventsOf(child).has(eventType)) continue;
    return takes(child, within(value, key), eventType);
  }
  return false;
}

/** The events of a state and of those below; XState gives a list that is long to search. */
const eventsOf = remembered((node: AnyStateNode): ReadonlySet<string> => new Set(node.events));

function isActive({ key }: AnyStateNode, value: MachineValue): boolean {
  return typeof value === 'string' ? value === key : value[key] !== undefined;
}

function within(value: MachineValue, key: string): MachineValue {
  return (typeof value === 'string' ? undefined : value[key]) ?? {};
}

/** Every state node of the machine, parents before children. */
export function allNodes(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap((child) => allNodes(child))];
}

function below(node: AnyStateNode, value: MachineValue): AnyStateNode[] {
  const active = typeof value === 'string' ? [[value, {}] as const] : Object.entries(value);
  return active.flatMap(([key, inner]) => {
    const child = node.states[key];
    return child === undefined ? [] : [child, ...below(child, inner)];
  });
}
