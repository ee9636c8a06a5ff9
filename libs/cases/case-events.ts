import { replay, type Accepted, type Actor, type CaseEvent } from '@hemgang/engine';
import type { EventRow } from '@hemgang/store';
import type { WorkflowRegistry } from './registry';

/** Lines of the log as the engine takes them. */
export function caseEvents(rows: readonly EventRow[]): CaseEvent[] {
  return rows.map(({ machine, actor, digests: _, hash: __, ...event }) => ({
    ...event,
    actor: actor as unknown as Actor,
    ...(machine === null ? {} : { machine }),
  }));
}

/**
 * Lives a stored case again from its log alone, on the versions that it ran on.
 * @param rows every event of the case, in order
 * @returns what each event did; the last one's state is what the case must be
 * @throws EngineFault when the log cannot have happened
 */
export function replayed(
  registry: WorkflowRegistry,
  type: string,
  rows: readonly EventRow[],
): readonly Accepted[] {
  return replay(caseEvents(rows), registry.known(type));
}
