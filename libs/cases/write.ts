import { REGION_CODE } from '@hemgang/kernel';
import type { AccessLine, CaseWrite, PersonRow } from '@hemgang/store';
import { assemble, disclosures } from './assemble';
import { contentRows, type PatientFacts } from './contents';
import type { Decision } from './decide';
import type { Reader } from './reader';
import type { RegisteredWorkflow } from './registry';

/** A decision on its way to the database. */
export interface Writing {
  readonly workflow: RegisteredWorkflow;
  readonly decision: Decision;
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly personId: string;
  /** The person's row when the command says who the patient is. */
  readonly person: PersonRow | null;
  /** The patient's facts when the command hands them out. */
  readonly patient: PatientFacts | null;
  readonly reader: Reader;
  readonly key: string;
  readonly hash: string;
  /** The case is being lived through its past. */
  readonly seeding: boolean;
  controllerOf(unit: string): string;
}

/** Everything the statement writes for a command given by a person. */
export function writeOf(writing: Writing): CaseWrite {
  const { workflow, decision, caseId, reader, personId, person, expectedVersion } = writing;
  const { event, accepted } = decision;
  return {
    caseId,
    personId,
    person,
    region: REGION_CODE,
    expectedVersion,
    ...assemble(workflow, caseId, event, accepted, contentsOf(writing)),
    idempotency: {
      caller: reader.assignment,
      key: writing.key,
      bodyHash: writing.hash,
      status: expectedVersion === 0 ? 201 : 200,
    },
    seeding: writing.seeding,
    access: accessLine(reader, `command:${event.type}`, event.recordedAt, caseId, personId),
  };
}

/** A line of the access log for something a person did (HSLF-FS 2016:40 4:9). */
export function accessLine(
  { staff, assignment, unit }: Reader,
  action: string,
  at: string,
  caseId: string | null,
  person: string | null,
): AccessLine {
  return { at, staff, assignment, unit, person, caseId, action };
}

function contentsOf({ workflow, decision, reader, patient, controllerOf }: Writing) {
  const { event, accepted, content } = decision;
  return contentRows(
    event.type,
    reader.controller,
    {
      effects: disclosures(accepted.effects),
      content: handedOut(content, patient),
      patient,
      entriesWithPatient: workflow.definition.entriesWithPatient,
    },
    controllerOf,
  );
}

/** An address typed into the notice is the one the receivers get. */
function handedOut(
  content: Readonly<Record<string, unknown>>,
  patient: PatientFacts | null,
): Readonly<Record<string, unknown>> {
  return 'patient' in content && patient !== null ? { ...content, patient } : content;
}
