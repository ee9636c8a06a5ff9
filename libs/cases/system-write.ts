import type { Accepted, CaseEvent } from '@hemgang/engine';
import type { CaseWrite, StoredCase } from '@hemgang/store';
import { assemble } from './assemble';
import type { RegisteredWorkflow } from './registry';

/** What is written for an event that no person gave: a reminder, a fact from a linked case. */
export function systemWrite(
  workflow: RegisteredWorkflow,
  { id, personId, region, version }: StoredCase,
  event: CaseEvent,
  accepted: Accepted,
): CaseWrite {
  return {
    caseId: id,
    personId,
    person: null,
    region,
    expectedVersion: version,
    ...assemble(workflow, id, event, accepted, []),
    idempotency: null,
    access: [
      {
        at: event.recordedAt,
        staff: null,
        assignment: null,
        unit: null,
        person: personId,
        caseId: id,
        action: `system:${event.type}`,
      },
    ],
  };
}
