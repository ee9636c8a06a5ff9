import type { Accepted, CaseEvent } from '@hemgang/engine';
import type { Instant } from '@hemgang/kernel';
import type { AccessLine, CaseWrite, StoredCase } from '@hemgang/store';
import { assemble } from './assemble';
import { NO_COPIES } from './contents';
import type { RegisteredWorkflow } from './registry';

/**
 * What is written for an event that no person gave: a reminder, a linked case's fact, a migration.
 * @param seeding the case is being lived through its past
 */
export function systemWrite(
  workflow: RegisteredWorkflow,
  { id, personId, region, version }: StoredCase,
  event: CaseEvent,
  accepted: Accepted,
  seeding = false,
): CaseWrite {
  return {
    caseId: id,
    personId,
    person: null,
    region,
    expectedVersion: version,
    ...assemble(workflow, id, event, accepted, NO_COPIES),
    idempotency: null,
    seeding,
    access: [systemAccess(`system:${event.type}`, event.recordedAt, id, personId)],
  };
}

/** A line of the access log for what the system itself did or showed. */
export function systemAccess(
  action: string,
  at: Instant,
  caseId: string,
  person: string | null,
): AccessLine {
  return { at, staff: null, assignment: null, unit: null, person, caseId, action };
}
