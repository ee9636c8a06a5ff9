import {
  agentOf,
  climb,
  definitionOf,
  urgencyOf,
  type Accepted,
  type OpenDuty,
} from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import type { Beginning } from '@hemgang/store';
import type { RegisteredWorkflow } from './registry';

/** What begins at a unit. */
export type BeginningAt = Beginning & { readonly unit: string };

/**
 * The duties that a step lets begin at a unit and that may not wait until somebody looks: of each unit the
 * one that presses most. That one has come to it counts as much as that it is new. Pure.
 * @param now when the step was recorded; what a rung tells the unit at that very time is left to the rung
 */
export function beginningsIn(
  workflow: RegisteredWorkflow,
  accepted: Accepted,
  now: Instant,
): readonly BeginningAt[] {
  const { opened, moved, state } = accepted;
  const come = moved.filter(({ before, after }) => before.unit !== after.unit);
  const ids = new Set([...opened, ...come.map(({ after }) => after)].map(({ id }) => id));
  const begun = state.duties
    .filter(({ id }) => ids.has(id))
    .flatMap((duty) => beginningOf(workflow, accepted, duty, now) ?? [])
    .sort(byPressure);
  const units = new Map<string, BeginningAt>();
  for (const { due: _, ...each } of begun) {
    if (!units.has(each.unit)) units.set(each.unit, each);
  }
  return [...units.values()];
}

type Begun = BeginningAt & { readonly due: Instant | null };

function beginningOf(
  { definition }: RegisteredWorkflow,
  { state }: Accepted,
  duty: OpenDuty,
  now: Instant,
): Begun | null {
  const machine = state.machines[duty.machine];
  if (machine === undefined) return null;
  const declared = definitionOf(definition, machine.kind);
  const declaration = declared.duties[duty.key];
  if (declaration === undefined) return null;
  const urgency = urgencyOf(declaration, machine.context);
  const audience = climb(duty, declaration, now)?.step.audience;
  if (urgency === 'ordinary' || audience === 'owner' || audience === 'watch') return null;
  const unit = agentOf(declared, machine)?.unit ?? duty.unit;
  return { unit, begins: duty.id, urgency, due: duty.due };
}

/** What is acute first, then what is due first. */
function byPressure(one: Begun, other: Begun): number {
  if (one.urgency !== other.urgency) return one.urgency === 'acute' ? -1 : 1;
  const [a, b] = [one.due ?? '9', other.due ?? '9'];
  return a < b ? -1 : a > b ? 1 : 0;
}
