import { definitionOf, partiesOf, type CommandDeclaration } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import { REGION_CODE, type Refusal, type Instant } from '@hemgang/kernel';
import type { AccessLine, CaseWrite, PersonRow } from '@hemgang/store';
import { assemble, disclosures } from './assemble';
import { copiesOf, type Copies, type Disclosable, type PatientFacts } from './contents';
import type { Decision } from './decide';
import type { Protection, Unnamed } from './disclosure/basis-for';
import { consentIn } from './disclosure/consent';
import { handingOut, type Handed } from './disclosure/handing';
import { judgeKept } from './disclosure/judge-kept';
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
  /** Of whom something is said in a case that is about nobody itself; absent: of nobody else. */
  readonly saidOf?: string | null;
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
  readonly directory: Directory;
  /** What it means that a command names no ground for handing its content out. */
  readonly unnamed: Unnamed;
  /** Whether the identity of the person that the case is about is protected; absent: it is not. */
  readonly protection?: Protection;
  /** Since when the person objects to what the giver's controller discloses. */
  readonly objectionSince?: Instant | null;
}

/**
 * Everything the statement writes for a command given by a person.
 * @returns a refusal when content must go and there is no ground for it
 */
export function writeOf(writing: Writing): CaseWrite | Refusal {
  const { workflow, decision, caseId, reader, personId, person, expectedVersion } = writing;
  const { event, accepted } = decision;
  const handed = handedIn(writing);
  const copies = copiesIn(writing, handed);
  const refusal = judgeKept(copies, decision.ground, handed.length);
  if (refusal !== null) return refusal;
  return {
    caseId,
    personId,
    person,
    region: REGION_CODE,
    expectedVersion,
    ...assemble(workflow, caseId, event, accepted, copies),
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
function erasedAt({ workflow, decision, reader, directory }: Writing): readonly string[] {
  const { effects, state } = decision.accepted;
  if (!effects.some(({ type }) => type === 'erase')) return [];
  const controllers = Object.values(state.machines)
    .flatMap((machine) => partiesOf(definitionOf(workflow.definition, machine.kind), machine))
    .map(({ unit }) => directory.controllerOf(unit)?.id ?? unit);
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

/** To whom the step hands what out, on which grounds. */
function handedIn({
  decision,
  reader,
  directory,
  unnamed,
  protection = 'none',
  objectionSince = null,
}: Writing): Handed[] {
  const { effects, state } = decision.accepted;
  return handingOut(disclosures(effects), {
    ...{ directory, giver: reader.unit, unnamed, protection, objectionSince },
    consent: consentIn(state),
    named: decision.ground?.ground,
  });
}

function copiesIn(writing: Writing, handed: readonly Handed[]): Copies {
  const { workflow, decision, reader, command } = writing;
  const content = withoutPlace(writing);
  const patient = withTypedAddress(writing.patient, content);
  return copiesOf(decision.event.type, reader.controller, {
    handed,
    own: ownContent(writing, patient),
    disclosed: without(content, ['patient', ...(command.undisclosed ?? [])]),
    patient,
    entriesWithPatient: workflow.definition.entriesWithPatient,
    earlier: writing.earlier,
  });
}

/** All of it, with her facts as they are stored and not as they were typed. */
function ownContent(
  writing: Writing,
  patient: PatientFacts | null,
): Readonly<Record<string, unknown>> {
  const { command, person, decision } = writing;
  const content = withoutPlace(writing);
  const undisclosed = command.undisclosed ?? [];
  const kept = Object.entries(content).filter(([field]) => undisclosed.includes(field));
  const own = {
    ...Object.fromEntries(kept),
    ...(person === null ? {} : { registration: person.registration }),
    ...(decision.ground?.reason === undefined ? {} : { reasonOfGround: decision.ground.reason }),
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
  return isHidden ? without(content, ['address', 'folkbokforingsadress', 'listedAt']) : content;
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
