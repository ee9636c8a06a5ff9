import type { AnyStateNode } from 'xstate';
import { nameOf } from './hash';
import type { MachineDefinition } from './workflow';

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/**
 * Draws a machine as a Mermaid state diagram, for people: states with the duties they stand for and
 * what the events do. Boxes inside a box are regions, all active at once. A transition that is
 * written on a region is drawn from each of its states; one that leaves the region ends in a state
 * marked with an arrow. Actions are left out.
 * @returns Mermaid source, the same for the same machine
 */
export function mermaid({ machine }: MachineDefinition): string {
  return ['stateDiagram-v2', ...inside(machine.root, '  ')].join('\n');
}

/** The lines that stand inside the box of a state with children. */
function inside(node: AnyStateNode, indent: string): string[] {
  const children = Object.values(node.states);
  const arrows = children.flatMap((child) => arrowsFrom(child, node));
  const exits = arrows.filter(({ to }) => to.endsWith(EXIT));
  return [
    ...(node.type === 'compound' ? [`${indent}[*] --> ${initialId(node)}`] : []),
    ...children.flatMap((child) => box(child, indent)),
    ...[...new Set(exits.map(({ to }) => to))].map((id) => exitBox(id, indent)),
    ...merged(arrows).map(({ from, to, label }) => `${indent}${from} --> ${to} : ${label}`),
  ];
}

function box(node: AnyStateNode, indent: string): string[] {
  const name = `${indent}state "${node.key}" as ${idOf(node)}`;
  const tags = node.tags.map((tag) => `${indent}${idOf(node)} : ${tag}`);
  if (node.type === 'atomic') return [name, ...tags];
  return [`${name} {`, ...inside(node, `${indent}  `), `${indent}}`, ...tags];
}

/** What the events do in one state, as it stands in its parent: inner handlers go before outer. */
function arrowsFrom(node: AnyStateNode, parent: AnyStateNode): Arrow[] {
  // A region with states of its own draws its transitions from those.
  if (parent.type === 'parallel' && node.type === 'compound') return [];
  const seen = new Set<string>();
  return handlers(node).flatMap((handler) => {
    const events = [...handler.transitions].filter(([event]) => !seen.has(event));
    for (const [event] of events) seen.add(event);
    return events.flatMap(([event, transitions]) =>
      transitions
        // What leads back to itself and does nothing is only there for the other states.
        .filter(({ target, actions }) => target?.[0] !== node || actions.length > 0)
        .map(({ target, guard }) => ({
          from: idOf(node),
          to: targetId(node, parent, target?.[0]),
          label: guard === undefined ? event : `${event} [${nameOf(guard)}]`,
        })),
    );
  });
}

/** The state and what surrounds it up to its region, innermost first. */
function handlers(node: AnyStateNode): AnyStateNode[] {
  const { parent } = node;
  return parent === undefined || parent.type === 'parallel' || node.type === 'parallel'
    ? [node]
    : [node, ...handlers(parent)];
}

/** Ends the id of the copy of a far state that a transition out of a region points to. */
const EXIT = '_exit';

function targetId(node: AnyStateNode, parent: AnyStateNode, target: AnyStateNode | undefined) {
  if (target === undefined) return idOf(node);
  return target.parent === parent ? idOf(target) : `${idOf(parent)}__${target.key}${EXIT}`;
}

function exitBox(id: string, indent: string): string {
  const key = id.slice(id.lastIndexOf('__') + 2, -EXIT.length);
  return `${indent}state "→ ${key}" as ${id}`;
}

/** One arrow between two states, however many events go along it. */
function merged(arrows: readonly Arrow[]): Arrow[] {
  const lines = new Map<string, Arrow>();
  for (const arrow of arrows) {
    const key = `${arrow.from} ${arrow.to}`;
    const before = lines.get(key);
    lines.set(key, before ? { ...before, label: `${before.label}, ${arrow.label}` } : arrow);
  }
  return [...lines.values()];
}

function initialId({ initial }: AnyStateNode): string {
  return initial.target.map(idOf).join();
}

/** Mermaid takes letters, digits and underscores. */
function idOf({ id }: AnyStateNode): string {
  return id.replace(/[^A-Za-z0-9]/g, '_');
}
