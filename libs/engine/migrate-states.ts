import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { MachineState, MachineValue } from './case-state';
import { EngineFault } from './fault';
import type { LeafTarget, MachineMigration } from './migration';
import { activeLeaves, allNodes, pathOf } from './nodes';

/** The leaf states of a machine by their paths from the top. */
export function leavesOf(machine: AnyStateMachine): ReadonlyMap<string, AnyStateNode> {
  const leaves = allNodes(machine.root).filter(({ type }) => type === 'atomic');
  return new Map(leaves.map((leaf) => [pathOf(leaf), leaf]));
}

/**
 * The state value that a machine has in the new version.
 * @throws EngineFault naming the leaf or region that the migration does not place
 */
export function migratedValue(
  from: AnyStateMachine,
  to: AnyStateMachine,
  { states, added = {} }: MachineMigration,
  before: MachineState,
): MachineValue {
  const leaves = leavesOf(to);
  const kept = activeLeaves(from, before.value).map((leaf) => {
    const path = pathOf(leaf);
    return states === 'unchanged' ? path : resolved(states[path], path, before);
  });
  const begun = Object.entries(added)
    .filter(([region]) => isEntered(to, region, kept))
    .map(([region, target]) => resolved(target, region, before));
  const active = new Set(
    [...kept, ...begun].flatMap((path) => {
      if (path === null) return [];
      const leaf = leaves.get(path);
      if (leaf === undefined) throw new EngineFault(`the new machine has no leaf state "${path}"`);
      return [leaf, ...above(leaf)];
    }),
  );
  return valueOf(to.root, active);
}

function resolved(
  target: LeafTarget | undefined,
  path: string,
  before: MachineState,
): string | null {
  if (target === undefined) throw new EngineFault(`nothing says where "${path}" goes`);
  return typeof target === 'function' ? target(before) : target;
}

/** A region begins only where the parallel state around it is active. */
function isEntered(to: AnyStateMachine, region: string, kept: readonly (string | null)[]): boolean {
  const node = allNodes(to.root).find((each) => pathOf(each) === region);
  if (node?.parent === undefined)
    throw new EngineFault(`the new machine has no region "${region}"`);
  const around = pathOf(node.parent);
  return around === '' || kept.some((path) => path?.startsWith(`${around}.`));
}

function above(node: AnyStateNode): AnyStateNode[] {
  return node.parent === undefined ? [] : [node.parent, ...above(node.parent)];
}

/** Puts active states together; every region has one, and no state has two at once. */
function valueOf(node: AnyStateNode, active: ReadonlySet<AnyStateNode>): MachineValue {
  const children = Object.values(node.states);
  if (node.type === 'parallel') {
    const lacking = children.find((region) => !active.has(region));
    if (lacking !== undefined) {
      throw new EngineFault(`nothing says where region "${pathOf(lacking)}" begins`);
    }
    return Object.fromEntries(children.map((region) => [region.key, valueOf(region, active)]));
  }
  const [child, second] = children.filter((each) => active.has(each));
  if (child === undefined) throw new EngineFault('every region of the machine is gone');
  if (second !== undefined) {
    throw new EngineFault(`"${pathOf(child)}" and "${pathOf(second)}" cannot be active together`);
  }
  return child.type === 'atomic' ? child.key : { [child.key]: valueOf(child, active) };
}
