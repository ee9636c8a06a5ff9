import { createHash } from 'node:crypto';
import { canonicalJson } from '@hemgang/kernel';
import type { AnyStateNode } from 'xstate';
import type { WorkflowDefinition } from './workflow';

/**
 * Fingerprint of a workflow's structure: states, events, targets, tags, names of guards and actions,
 * and the keys, rules, ladders and outcomes of its duties. Texts do not count: a better sentence is
 * no new process.
 * @returns 64 hexadecimal digits (SHA-256)
 */
export function structuralHash(workflow: WorkflowDefinition): string {
  const machines = workflow.machines.map(({ kind, machine, duties }) => ({
    kind,
    states: node(machine.root),
    duties: Object.entries(duties).map(([key, { rule, ladder, outcomes }]) => ({
      key,
      rule,
      ladder,
      outcomes,
    })),
  }));
  const commands = workflow.commands.map(({ name, to, roles }) => ({ name, to, roles }));
  const structure = JSON.parse(JSON.stringify({ machines, commands })) as unknown;
  return createHash('sha256').update(canonicalJson(structure)).digest('hex');
}

function node(state: AnyStateNode): unknown {
  return {
    type: state.type,
    tags: state.tags,
    entry: state.entry.map(nameOf),
    exit: state.exit.map(nameOf),
    on: [...state.transitions.values()].flat().map((transition) => ({
      event: transition.eventType,
      target: transition.target?.map((target) => target.id) ?? null,
      guard: transition.guard === undefined ? null : nameOf(transition.guard),
      actions: transition.actions.map(nameOf),
    })),
    states: Object.fromEntries(
      Object.entries(state.states).map(([key, child]) => [key, node(child)]),
    ),
  };
}

/** Name of a guard or action; an inline function has none and is refused by the start check. */
export function nameOf(reference: unknown): string {
  if (typeof reference === 'string') return reference;
  const { type } = reference as { type?: unknown };
  return typeof type === 'string' ? type : '(inline)';
}
