import type { AnyStateNode } from 'xstate';
import { assertNoFaults } from './check';
import { explorePairs } from './explore';
import { EngineFault } from './fault';
import { restingState } from './machine';
import { leavesOf, migratedValue } from './migrate-states';
import type { LeafTarget, MachineMigration, WorkflowMigration } from './migration';
import { allNodes, pathOf } from './nodes';
import { OVER, type MachineDefinition } from './workflow';

/**
 * Everything that can be known to be wrong with a migration before it meets a case. Each fault is a
 * sentence that names what to add or change.
 */
export function faultsOfMigration({ from, to, machines }: WorkflowMigration): string[] {
  const kinds = from.machines.map(({ kind }) => kind);
  const faults = [
    from.type !== to.type && `"${from.type}" does not become "${to.type}"`,
    from.main !== to.main && 'the main machine is another one',
    from.version >= to.version && 'it does not lead to a later version',
    ...Object.keys(machines)
      .filter((kind) => !kinds.includes(kind))
      .map((kind) => `the old version has no machine "${kind}"`),
    ...from.machines.flatMap((old) => {
      const now = to.machines.find(({ kind }) => kind === old.kind);
      const plan = machines[old.kind];
      if (now === undefined) return [`the new version has no machine "${old.kind}"`];
      if (plan === undefined) return [`nothing says how machine "${old.kind}" goes over`];
      return machineFaults(plan, old, now).map((fault) => `${old.kind}: ${fault}`);
    }),
  ];
  return faults.filter((fault) => fault !== false);
}

/**
 * Refuses to go on with a faulty migration. Called when a process starts.
 * @throws EngineFault listing every fault
 */
export function assertMigrates(migration: WorkflowMigration): void {
  const { from, to } = migration;
  assertNoFaults(
    `migration of "${from.type}" from version ${from.version} to ${to.version}`,
    faultsOfMigration(migration),
  );
}

function machineFaults(
  plan: MachineMigration,
  old: MachineDefinition,
  now: MachineDefinition,
): string[] {
  const faults = [
    ...stateFaults(plan, old, now),
    ...dutyNameFaults(plan, old, now),
    ...outcomeFaults(plan, old, now),
  ];
  // The walk would only repeat what is known to be missing.
  return faults.length > 0 ? faults : walkFaults(plan, old, now);
}

function stateFaults(
  { states, added = {} }: MachineMigration,
  old: MachineDefinition,
  now: MachineDefinition,
): string[] {
  const leaves = [...leavesOf(old.machine).keys()];
  const newLeaves = [...leavesOf(now.machine).keys()];
  if (states === 'unchanged') {
    const differing = [
      ...leaves.filter((path) => !newLeaves.includes(path)),
      ...newLeaves.filter((path) => !leaves.includes(path)),
    ];
    return differing.map((path) => `"${path}" is not in both versions, so it is not unchanged`);
  }
  const targets: [string, LeafTarget][] = [...Object.entries(states), ...Object.entries(added)];
  return [
    ...leaves
      .filter((path) => states[path] === undefined)
      .map((path) => `nothing says where leaf state "${path}" goes`),
    ...Object.keys(states)
      .filter((path) => !leaves.includes(path))
      .map((path) => `the old machine has no leaf state "${path}"`),
    ...targets.flatMap(([, target]) =>
      typeof target === 'string' && !newLeaves.includes(target)
        ? [`the new machine has no leaf state "${target}"`]
        : [],
    ),
  ];
}

function dutyNameFaults(
  { renamed = {}, ended = {} }: MachineMigration,
  old: MachineDefinition,
  now: MachineDefinition,
): string[] {
  const kept = Object.keys(old.duties).filter((key) => renamed[key] === undefined);
  const names = Object.values(renamed);
  return [
    ...[...Object.keys(renamed), ...Object.keys(ended)]
      .filter((key) => old.duties[key] === undefined)
      .map((key) => `the old machine has no duty "${key}"`),
    ...names
      .filter((key) => now.duties[key] === undefined)
      .map((key) => `the new machine has no duty "${key}"`),
    ...names
      .filter((key, index) => kept.includes(key) || names.indexOf(key) !== index)
      .map((key) => `two duties would be called "${key}"`),
  ];
}

/** A duty whose state goes where nobody waits for it must say what that means. */
function outcomeFaults(
  { states, renamed = {}, ended = {} }: MachineMigration,
  old: MachineDefinition,
  now: MachineDefinition,
): string[] {
  if (states === 'unchanged' && sameTags(old, now)) return [];
  const newLeaves = leavesOf(now.machine);
  return [...leavesOf(old.machine)].flatMap(([path, leaf]) => {
    const target = states === 'unchanged' ? path : states[path];
    if (typeof target === 'function' || target === undefined) return [];
    const waits = target === null ? [] : tagsAround(newLeaves.get(target));
    return tagsAround(leaf)
      .filter((key) => key !== OVER && ended[key] === undefined)
      .filter((key) => !waits.includes(renamed[key] ?? key))
      .map((key) => `"${path}" no longer means duty "${key}"; add it to ended`);
  });
}

function sameTags(old: MachineDefinition, now: MachineDefinition): boolean {
  const tags = ({ machine }: MachineDefinition) =>
    allNodes(machine.root).map((node) => [pathOf(node), node.tags]);
  return JSON.stringify(tags(old)) === JSON.stringify(tags(now));
}

function tagsAround(node: AnyStateNode | undefined): string[] {
  return node === undefined ? [] : [...node.tags, ...tagsAround(node.parent)];
}

/** Every combination of states that the old machine's samples reach must be one of the new machine. */
function walkFaults(
  plan: MachineMigration,
  old: MachineDefinition,
  now: MachineDefinition,
): string[] {
  const faults = explorePairs(old).map(({ snapshot }) => {
    try {
      migratedValue(old.machine, now.machine, plan, restingState(old.kind, snapshot));
      return null;
    } catch (fault) {
      if (fault instanceof EngineFault) return fault.message;
      throw fault;
    }
  });
  return [...new Set(faults.filter((fault) => fault !== null))];
}
