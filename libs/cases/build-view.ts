import {
  allowed,
  definitionOf,
  EVENT_MAKERS,
  overlayCommands,
  speaksFor,
  type CaseState,
  type CommandDeclaration,
  type MachineId,
  type WorkflowDefinition,
} from '@hemgang/engine';
import { ROLE_TEXTS, ROLES, type Directory } from '@hemgang/directory';
import type { Instant, Language, Text } from '@hemgang/kernel';
import {
  DISCHARGE_WORDS,
  dischargeContext,
  responsible,
  why,
  type DischargeWord,
} from '@workflows/discharge';
import type {
  CaseViewRows,
  ContentRow,
  DutyRow,
  Maker,
  PartyRow,
  StoredContent,
} from '@hemgang/store';
import { atagandeViews, wordsOf } from './atagande-view';
import type {
  AllowedCommandView,
  CaseView,
  EntryView,
  OtherCommandView,
  PartyView,
  PatientView,
} from './case-view';
import { dutyView } from './duty-view';
import { handoverViews } from './handover-view';
import { jointAnswers } from './joint-answers';
import { moveViews } from './move-view';
import { missingFacts } from './missing';
import { municipalityView } from './municipality-view';
import { unitView } from './names';
import { previousStayView, type PreviousStay } from './previous-stay-view';
import { hasMade, struckBy } from './rattelse';
import { readinessViews } from './readiness-view';
import type { Reader } from './reader';
import type { RegisteredWorkflow } from './registry';
import { stayView } from './stay-view';

/** Key of the duty that a kvittens fulfils. */
const KVITTENS = 'kvittens';

/** Rows of a case as one reader's database context gave them. */
export interface CaseRows extends Omit<CaseViewRows, 'person'> {
  /** When somebody at each unit first read the case. */
  readonly seen: ReadonlyMap<string, Instant>;
  /** The stay before it, when the reader may see that. */
  readonly previous: PreviousStay | null;
}

/** Puts a case into words for one reader. Pure. */
export function buildView(
  workflow: RegisteredWorkflow,
  rows: CaseRows,
  reader: Reader,
  directory: Directory,
  now: Instant,
): CaseView {
  const { state, id, type, version } = rows.case;
  const { language } = reader;
  const { word } = workflow.definition.summary(state);
  const context = dischargeContext(state);
  const { previous, readmission, readiness } = context;
  return {
    id,
    type,
    version,
    state: word,
    stateText: DISCHARGE_WORDS[word as DischargeWord][language],
    why: why(state, now, (unit) => unitView(directory, unit), workflow.definition)[language],
    openedAt: state.openedAt,
    endedAt: rows.case.endedAt,
    closedAt: state.closedAt,
    patient: patientIn(rows.contents),
    ...stayView(state, reader, directory),
    previous:
      rows.previous && previous
        ? previousStayView(rows.previous, previous.endedAt, reader, directory, now)
        : null,
    readmission: readmission ?? null,
    duties: rows.duties.map((row) =>
      dutyView({ directory, language, now }, workflow, row, wordsOf(rows.contents, row.machine)),
    ),
    ...commandViews(workflow, state, rows.makers, reader),
    parties: rows.parties.map((party) => partyView(rows, party, directory)),
    jointAnswers: jointAnswers(state, directory, language),
    handovers: handoverViews(state, directory, reader),
    moves: moveViews(state, directory, reader),
    ataganden: atagandeViews(state, rows.contents, directory, reader),
    readiness: readinessViews(readiness ?? {}, directory, reader),
    entries: rows.contents.map((row) => entryView(state, row)),
    municipalities: responsible(context).map((role) => municipalityView(role, directory, language)),
    missing: missingFacts(context, now, language),
  };
}

/** The patient as last named in the content that the reader's controller holds. */
export function patientIn(contents: readonly Pick<ContentRow, 'body'>[]): PatientView | null {
  const named = contents.map(({ body }) => body['patient']).filter((p) => p !== undefined);
  const patient = named.at(-1) as Partial<PatientView> | undefined;
  if (patient === undefined) return null;
  const { number = '', name = '', address = null, municipality = null } = patient;
  return { number, name, address, municipality, registration: registrationIn(contents) };
}

/** How she is registered is told to the ward's own authority only. */
function registrationIn(contents: readonly Pick<ContentRow, 'body'>[]): string | null {
  const own = contents.map(({ body }) => body['own'] as { registration?: string | null });
  return own.filter((kept) => kept?.registration !== undefined).at(-1)?.registration ?? null;
}

/** What the reader may do now and, for every other command, why not. */
export function commandViews(
  { definition }: RegisteredWorkflow,
  state: CaseState,
  makers: readonly Maker[],
  reader: Reader,
): {
  allowedCommands: readonly AllowedCommandView[];
  otherCommands: readonly OtherCommandView[];
} {
  const { language } = reader;
  const found = allowed(definition, state, reader);
  const mine = state.duties.filter(({ unit }) => unit === reader.unit);
  const always = overlayCommands(definition);
  const overlay = always.filter(({ name, to }) =>
    to === EVENT_MAKERS
      ? hasMade(definition, state, makers, reader)
      : mine.some(({ person }) => name !== 'release' || person !== undefined),
  );
  return {
    allowedCommands: [
      ...found.allowed.map(({ command, machine }) => ({
        command,
        registered: isForOutside(definition, state, command, machine, reader),
        ...targetOf(command, machine === definition.main ? null : machine),
      })),
      ...overlay.map((command) => ({ command, registered: false, ...targetOf(command, null) })),
    ].map(({ command, handover, target, registered }) => ({
      name: command.name,
      label: command.label[language],
      consequence: command.consequence[language],
      handover,
      target,
      registered,
    })),
    otherCommands: [
      ...found.others.map(({ command, because, why: text }) => ({
        command,
        because: because === 'role' ? doneBy(command.roles) : text,
      })),
      ...always
        .filter((command) => !overlay.includes(command))
        .map((command) => ({ command, because: command.possibleWhen })),
    ].map(({ command, because }) => ({
      name: command.name,
      label: command.label[language],
      whyNot: because[language],
    })),
  };
}

function isForOutside(
  workflow: WorkflowDefinition,
  { machines }: CaseState,
  command: CommandDeclaration,
  id: MachineId,
  reader: Reader,
): boolean {
  const machine = machines[id];
  if (machine === undefined) return false;
  return speaksFor(definitionOf(workflow, machine.kind), machine, command, reader);
}

/** How a command's body names the machine that it is for. */
function targetOf(
  { address }: CommandDeclaration,
  machine: string | null,
): Pick<AllowedCommandView, 'handover' | 'target'> {
  if (machine === null) return { handover: null, target: {} };
  return address === undefined
    ? { handover: machine, target: { handover: machine } }
    : { handover: null, target: { [address]: machine } };
}

/** Who gives a command, for somebody whose role does not. */
function doneBy(roles: readonly string[]): Text {
  const texts = ROLES.filter((role) => roles.includes(role)).map((role) => ROLE_TEXTS[role]);
  const list = (language: Language) => texts.map((text) => text[language]).join(' / ');
  return { sv: `Görs av: ${list('sv')}.`, en: `Done by: ${list('en')}.` };
}

/** The ward that has the patient is `ward`; one that had her is named after its unit. */
function wardId(state: CaseState, unit: string): string {
  return unit === dischargeContext(state).unit ? 'ward' : `ward-${unit}`;
}

export function partyView(
  { case: { state }, duties, seen }: CaseRows,
  party: PartyRow,
  directory: Directory,
): PartyView {
  return {
    id: party.handover ?? wardId(state, party.unit),
    huvudman: directory.huvudmanOf(party.unit)?.name ?? '',
    unit: unitView(directory, party.unit),
    kind: party.kind,
    since: party.since,
    seenAt: seen.get(party.unit) ?? null,
    acknowledgedAt: acknowledgedAt(duties, party.handover),
  };
}

/** When the last kvittens left nothing unacknowledged; null while one is owed. */
function acknowledgedAt(duties: readonly DutyRow[], handover: string | null): Instant | null {
  const kvittenser = duties.filter(({ machine, key }) => machine === handover && key === KVITTENS);
  if (kvittenser.some(({ closedAt }) => closedAt === null)) return null;
  return kvittenser.map(({ closedAt }) => closedAt).reduce(latest, null);
}

function latest(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || (b !== null && b > a) ? b : a;
}

export function entryView(state: CaseState, row: StoredContent): EntryView {
  const { seq, entry, legalBasis, recordedAt, source, body } = row;
  // A copy of what was sent before is struck with it.
  const struck = struckBy(state, source ?? seq);
  return { seq, entry, legalBasis, recordedAt, source, body, struckBy: struck };
}
