import type { CaseState } from './case-state';
import type { CaseEvent } from './event';
import { EngineFault } from './fault';
import { migrate, undoMigration } from './migrate';
import { MIGRATED, MIGRATION_UNDONE, type VersionMark, type WorkflowMigration } from './migration';
import { step } from './step';
import type { Accepted } from './step-result';
import type { WorkflowDefinition } from './workflow';

/** The versions of one type of case that a process knows. */
export interface KnownVersions {
  /** @throws Error when the version is not registered */
  version(version: number): WorkflowDefinition;
  /** @throws Error when no such migration is registered */
  migration(from: number, to: number): WorkflowMigration;
}

/** What the opening event says beside its own facts, so that the log alone tells the whole case. */
export interface OpeningFacts {
  /** The version that the case was opened on. */
  readonly workflow: VersionMark;
  /** The county's agreement as it was then. */
  readonly agreement: CaseState['agreement'];
}

/**
 * Lives a case again from its log alone, across the versions it has run on.
 * @param log every event of one case from the first on
 * @returns what each event did, in order; the last one's state is the state of the case
 * @throws EngineFault when an event is not possible where the log says that it happened
 */
export function replay(log: readonly CaseEvent[], known: KnownVersions): readonly Accepted[] {
  const steps: Accepted[] = [];
  for (const [index, event] of log.entries()) {
    const before = steps.at(-1)?.state ?? null;
    const result = again(event, before, log[index - 1], known);
    if (result.kind !== 'accepted') {
      const why = 'why' in result ? result.why : result.reason;
      throw new EngineFault(`event ${event.seq} "${event.type}" is not possible: ${why}`);
    }
    steps.push(result);
  }
  return steps;
}

function again(
  event: CaseEvent,
  before: CaseState | null,
  previous: CaseEvent | undefined,
  known: KnownVersions,
) {
  if (before === null) {
    const { workflow, agreement } = event.given as unknown as OpeningFacts;
    return step(known.version(workflow.version), null, event, agreement);
  }
  if (event.type === MIGRATED) {
    const { to } = event.payload as { readonly to: VersionMark };
    return migrate(known.migration(before.workflowVersion, to.version), before, event);
  }
  if (event.type === MIGRATION_UNDONE && previous !== undefined) {
    return undoMigration(previous, before, event);
  }
  return step(known.version(before.workflowVersion), before, event);
}
