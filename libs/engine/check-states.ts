import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { nameOf } from './hash';
import { allNodes } from './nodes';
import { OVER, type MachineDefinition } from './workflow';

/** Faults in the drawing of a machine: what can be seen without running it. */
export function checkStates(definition: MachineDefinition): string[] {
  const { machine, duties } = definition;
  const nodes = allNodes(machine.root);
  const tags = new Set(nodes.flatMap((node) => node.tags));
  return [
    ...[...tags]
      .filter((tag) => tag !== OVER && duties[tag] === undefined)
      .map((tag) => `tag "${tag}" names no duty; add it to the duties`),
    ...Object.keys(duties)
      .filter((key) => !tags.has(key))
      .map((key) => `duty "${key}" is the tag of no state`),
    ...nodes.flatMap((node) => [
      ...forbiddenParts(node),
      ...shadowedEvents(node),
      ...unnamedParts(machine, node),
      ...missingOutcomes(definition, node),
    ]),
  ];
}

/** Durable time belongs to duties, ends are tags, and no state decides on its own. */
function forbiddenParts(node: AnyStateNode): string[] {
  const found = [
    node.type === 'final' && 'is final; tag it "over" instead',
    node.type === 'history' && 'is a history state',
    node.invoke.length > 0 && 'invokes an actor',
    node.after.length > 0 && 'waits with "after"; time belongs to duties',
    (node.always ?? []).length > 0 && 'decides on its own with "always"',
    (node.ownEvents as string[]).some((event) => event.endsWith('*')) &&
      'handles "*"; name the events',
    node.type === 'atomic' && isDeadEnd(node) && `has no exit and is not tagged "${OVER}"`,
  ];
  return found.filter((fault) => fault !== false).map((fault) => `state "${node.id}" ${fault}`);
}

function isDeadEnd(node: AnyStateNode): boolean {
  return !node.tags.includes(OVER) && lineage(node).every((n) => n.ownEvents.length === 0);
}

/** XState lets the innermost handler win: the handler of a parallel state, or above, would not run. */
function shadowedEvents(node: AnyStateNode): string[] {
  if (node.type !== 'parallel') return [];
  const inner = Object.values(node.states).flatMap(allNodes);
  return lineage(node).flatMap(({ id, ownEvents }) =>
    ownEvents
      .filter((event) => inner.some((child) => child.ownEvents.includes(event)))
      .map((event) => `"${event}" is handled by "${id}" and again in a region of "${node.id}"`),
  );
}

function unnamedParts(machine: AnyStateMachine, node: AnyStateNode): string[] {
  const transitions = [...node.transitions.values()].flat();
  const actions = [...node.entry, ...node.exit, ...transitions.flatMap((t) => t.actions)];
  const guards = transitions.flatMap((t) => (t.guard === undefined ? [] : [t.guard]));
  return [
    ...missing(actions, machine.implementations.actions, 'action'),
    ...missing(guards, machine.implementations.guards, 'guard'),
  ].map((fault) => `state "${node.id}": ${fault}`);
}

function missing(references: readonly unknown[], known: object, what: string): string[] {
  return references
    .map(nameOf)
    .filter((name) => !Object.hasOwn(known, name))
    .map((name) => `${what} "${name}" has no implementation; add it to setup()`);
}

/** Each event that can take a machine out of a duty's state must say what that means. */
function missingOutcomes({ duties }: MachineDefinition, node: AnyStateNode): string[] {
  return node.tags.flatMap((key) => {
    const duty = duties[key];
    if (duty === undefined) return [];
    return leavingEvents(node, key)
      .filter((event) => duty.outcomes[event] === undefined)
      .map((event) => `"${event}" can end duty "${key}"; add it to the duty's outcomes`);
  });
}

function leavingEvents(node: AnyStateNode, tag: string): string[] {
  const transitions = lineage(node).flatMap((n) => [...n.transitions.values()].flat());
  const leaving = transitions.filter(({ target }) => {
    const targets = target ?? [];
    return targets.length > 0 && !targets.some((to) => enters(to, tag));
  });
  return [...new Set(leaving.map(({ eventType }) => eventType as string))];
}

/** Whether entering a state puts the machine into one with the tag. */
function enters(node: AnyStateNode, tag: string): boolean {
  if (node.tags.includes(tag)) return true;
  const initial = Object.values(node.states).filter(
    (child) => node.type === 'parallel' || node.initial.target.includes(child),
  );
  return initial.some((child) => enters(child, tag));
}

function lineage(node: AnyStateNode): AnyStateNode[] {
  return node.parent === undefined ? [node] : [node, ...lineage(node.parent)];
}
