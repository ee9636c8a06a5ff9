import { createHash } from 'node:crypto';
import { canonicalJson } from '@hemgang/kernel';
import type { AnyStateNode } from 'xstate';
import type { WorkflowDefinition } from './workflow';

/**
 * Fingerprint of a workflow's structure: states in their order, events, targets, tags, names and
 * fixed params of guards and actions, and the keys, rules, ladders and outcomes of its duties. Texts
 * do not count: a better sentence is no new process.
 * @returns 64 hexadecimal digits (SHA-256)
 */
export function structuralHash(workflow: WorkflowDefinition): string {
  const machines = workflow.machines.map(({ kind, machine, duties }) => ({
    kind,
    states: node(machine.root),
    duties: Object.entries(duties).map(([key, { rule, ladder, urgency, announces, outcomes }]) => ({
      key,
      rule,
      ladder,
      urgency: typeof urgency === 'string' ? urgency : 'as asked',
      announces: announces?.as,
      outcomes,
    })),
  }));
  const commands = workflow.commands.map(({ name, to, roles }) => ({ name, to, roles }));
  const structure = JSON.parse(JSON.stringify({ machines, commands })) as unknown;
  return createHash('sha256').update(canonicalJson(structure)).digest('hex');
}

function node(state: AnyStateNode): unknown {
  return {
    key: state.key,
    type: state.type,
    initial: state.type === 'compound' ? state.initial.target.map(({ id }) => id) : null,
    tags: state.tags,
    entry: state.entry.map(reference),
    exit: state.exit.map(reference),
    on: [...state.transitions.values()].flat().map((transition) => ({
      event: transition.eventType as string,
      target: transition.target?.map((target) => target.id) ?? null,
      reenter: transition.reenter,
      guard: transition.guard === undefined ? null : reference(transition.guard),
      actions: transition.actions.map(reference),
    })),
    // A list, since the order of regions says which of them decides (see `handles`).
    states: Object.values(state.states).map(node),
  };
}

/** Params that are computed are code like any other; golden tests watch over what they give. */
function reference(named: unknown): unknown {
  const { params } = named as { params?: unknown };
  return { name: nameOf(named), params: typeof params === 'object' ? params : null };
}

/** Name of a guard or action; an inline function has none and is refused by the start check. */
export function nameOf(reference: unknown): string {
  if (typeof reference === 'string') return reference;
  const { type } = reference as { type?: unknown };
  return typeof type === 'string' ? type : '(inline)';
}
