import { definitionOf, partiesOf, type CommandDeclaration } from '@hemgang/engine';
import { REGION_CODE } from '@hemgang/kernel';
import type { AccessLine, CaseWrite, ContentRow, PersonRow } from '@hemgang/store';
import { assemble, disclosures } from './assemble';
import { contentRows, type Disclosable, type PatientFacts } from './contents';
import type { Decision } from './decide';
import type { Reader } from '@hemgang/access';
import { VIA_SKATTEVERKET } from './protection/shield';
import type { RegisteredWorkflow } from './registry';

/** A decision on its way to the database. */
export interface Writing {
  readonly workflow: RegisteredWorkflow;
  readonly command: CommandDeclaration;
  readonly decision: Decision;
  readonly caseId: string;
  readonly expectedVersion: number;
  /** Whom the case is about from now on; null: no patient, or many. */
  readonly personId: string | null;
  /** Whom it was about before; null when the command opens it. */
  readonly former: string | null;
  /** The person's row when the command says who the patient is. */
  readonly person: PersonRow | null;
  /** The patient's facts when the command hands them out. */
  readonly patient: PatientFacts | null;
  /** Content of earlier events that the command hands on. */
  readonly earlier: Disclosable['earlier'];
  readonly reader: Reader;
  readonly key: string;
  readonly hash: string;
  /** The case is being lived through its past. */
  readonly seeding: boolean;
  readonly controllerOf: (unit: string) => string;
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
    erasedAt: erasedAt(writing),
    seeding: writing.seeding,
    access: accessLines(writing),
  };
}

/** Everybody else's controllers, when what they were told was about somebody else. */
function erasedAt({ workflow, decision, reader, controllerOf }: Writing): readonly string[] {
  const { effects, state } = decision.accepted;
  if (!effects.some(({ type }) => type === 'erase')) return [];
  const controllers = Object.values(state.machines)
    .flatMap((machine) => partiesOf(definitionOf(workflow.definition, machine.kind), machine))
    .map(({ unit }) => controllerOf(unit));
  return [...new Set(controllers)].filter((controller) => controller !== reader.controller);
}

/** The log says with whose data something was done: with both when the case changes its person. */
function accessLines({ reader, decision, caseId, personId, former }: Writing): AccessLine[] {
  const { type, recordedAt } = decision.event;
  return [...new Set([former ?? personId, personId])].map((person) =>
    accessLine(reader, `command:${type}`, recordedAt, caseId, person),
  );
}

/** A line of the access log for something a person did (HSLF-FS 2016:40 4:9). */
export function accessLine(
  { staff, assignment, unit, purpose, session }: Reader,
  action: string,
  at: string,
  caseId: string | null,
  person: string | null,
): AccessLine {
  return { at, staff, assignment, unit, person, caseId, action, purpose, session };
}

function contentsOf(writing: Writing): ContentRow[] {
  const { workflow, decision, reader, command } = writing;
  const content = withoutPlace(writing);
  const patient = withTypedAddress(writing.patient, content);
  return contentRows(
    decision.event.type,
    reader.controller,
    {
      effects: disclosures(decision.accepted.effects),
      own: ownContent(writing, patient),
      disclosed: without(content, ['patient', ...(command.undisclosed ?? [])]),
      patient,
      entriesWithPatient: workflow.definition.entriesWithPatient,
      earlier: writing.earlier,
    },
    writing.controllerOf,
  );
}

/** All of it, with her facts as they are stored and not as they were typed. */
function ownContent(
  writing: Writing,
  patient: PatientFacts | null,
): Readonly<Record<string, unknown>> {
  const { command, person } = writing;
  const content = withoutPlace(writing);
  const undisclosed = command.undisclosed ?? [];
  const kept = Object.entries(content).filter(([field]) => undisclosed.includes(field));
  const own = {
    ...Object.fromEntries(kept),
    ...(person === null ? {} : { registration: person.registration }),
  };
  return {
    ...without(content, undisclosed),
    ...(person === null ? {} : { patient }),
    ...(Object.keys(own).length === 0 ? {} : { own }),
  };
}

/** Where somebody with a protected identity lives is not kept, also when it was typed. */
function withoutPlace({ decision, patient }: Writing): Readonly<Record<string, unknown>> {
  const { content } = decision;
  const isHidden = patient?.address === VIA_SKATTEVERKET.sv;
  return isHidden ? without(content, ['address', 'folkbokforingsadress']) : content;
}

function without(
  content: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(content).filter(([field]) => !fields.includes(field)));
}

/** An address typed into the notice is the one that the receivers get (2017:612 2:2). */
function withTypedAddress(
  patient: PatientFacts | null,
  { folkbokforingsadress }: Readonly<Record<string, unknown>>,
): PatientFacts | null {
  if (patient === null || typeof folkbokforingsadress !== 'string') return patient;
  return { ...patient, address: folkbokforingsadress };
}
