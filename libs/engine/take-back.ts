import { isStruck } from './aim';
import type { CaseState } from './case-state';
import type { LoggedEvent } from './correctable';
import { machinesKept, type Original } from './rattelse';
import type { WorkflowDefinition } from './workflow';

/**
 * The event by which a linked case told a fact that it now takes back. Striking it lets the machines
 * go back to where they stood before it; what other events have moved since stays where it is.
 * @param source the case that told the fact
 * @returns null when it told no such fact, or has taken it back already
 */
export function factTakenBack(
  { main }: WorkflowDefinition,
  state: CaseState,
  events: readonly LoggedEvent[],
  fact: string,
  source: string,
): Original | null {
  const event = events.findLast(
    ({ type, seq, payload }) =>
      type === fact && payload['case'] === source && !isStruck(state, seq),
  );
  if (event === undefined) return null;
  const { seq, type, machine, payload, told, given } = event;
  const original = { seq, type, machine: machine ?? main, payload, told, facts: {} };
  const kept = (given['kept'] ?? { machines: {} }) as Original['kept'];
  const later = events.filter((each) => each.seq > seq).flatMap(({ moved }) => moved);
  const machines = Object.entries(machinesKept({ ...original, effect: 'returns', kept })).filter(
    ([id]) => !later.includes(id),
  );
  return { ...original, effect: 'returns', kept: { machines: Object.fromEntries(machines) } };
}
