import {
  allowed,
  definitionOf,
  DUTY_OWNERS,
  EVENT_MAKERS,
  EVENT_RECEIVERS,
  mayTellOthers,
  overlayCommands,
  speaksFor,
  unansweredBy,
  type AllowedCommand,
  type CaseState,
  type CommandDeclaration,
  type MachineId,
  type WorkflowDefinition,
} from '@hemgang/engine';
import { ROLE_TEXTS, ROLES, type Directory } from '@hemgang/directory';
import { remembered, type Instant, type Language, type Text } from '@hemgang/kernel';
import { DISCHARGE_WORDS, dischargeContext, why, type DischargeWord } from '@workflows/discharge';
import type { CaseViewRows, Maker, StoredContent } from '@hemgang/store';
import { afterwardsViews } from './afterwards-view';
import { atagandeViews, wordsOf } from './atagande-view';
import type { AllowedCommandView, CaseView, EntryView, OtherCommandView } from './case-view';
import { dutyView } from './duty-view';
import { handoverViews } from './handover-view';
import { jointAnswers } from './joint-answers';
import { moveViews } from './move-view';
import { unitView } from './names';
import { partyView } from './party-view';
import { previousStayView, type PreviousStay } from './previous-stay-view';
import { hasMade, struckBy } from './rattelse';
import { readinessViews } from './readiness-view';
import type { Reader } from './reader';
import type { RegisteredWorkflow } from './registry';
import { keptSecret } from './secrecy';
import { stayView } from './stay-view';
import { transferViews } from './transfer-view';
import { whoView } from './who-view';

/** Rows of a case as one reader's database context gave them. */
export interface CaseRows extends Omit<CaseViewRows, 'person'> {
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
  const { previous, readmission, readiness } = dischargeContext(state);
  const unit = (id: string) => unitView(directory, id);
  const who = whoView(rows, reader, directory, now);
  const secret = keptSecret(state, rows.duties, reader, directory);
  const duties = rows.duties.filter(({ openedSeq }) => openedSeq !== secret);
  const open = state.duties.filter(({ id }) => duties.some((duty) => duty.id === id));
  return {
    id,
    type,
    version,
    state: word,
    stateText: DISCHARGE_WORDS[word as DischargeWord][language],
    why: why({ ...state, duties: open }, now, unit, workflow.definition)[language],
    openedAt: state.openedAt,
    endedAt: rows.case.endedAt,
    closedAt: state.closedAt,
    ...who,
    ...stayView(state, reader, directory),
    ...(secret === null ? {} : { utskrivningsklar: null }),
    previous:
      rows.previous && previous
        ? previousStayView(rows.previous, previous.endedAt, reader, directory, now)
        : null,
    readmission: readmission ?? null,
    duties: duties.map((row) =>
      dutyView({ directory, language, now }, workflow, row, wordsOf(rows.contents, row.machine)),
    ),
    ...commandViews(workflow, state, rows.makers, reader, who.isChild),
    parties: rows.parties.map((party) => partyView(rows, party, directory)),
    jointAnswers: jointAnswers(state, directory, language),
    handovers: handoverViews(state, directory, reader),
    moves: moveViews(state, directory, reader),
    ataganden: atagandeViews(state, rows.contents, directory, reader),
    readiness: readinessViews(readiness ?? {}, directory, reader),
    transfers: transferViews(state, directory, reader),
    entries: rows.contents.map((row) => entryView(state, row)),
    afterwards: afterwardsViews({ workflow, state, contents: rows.contents, directory, reader }),
  };
}

/**
 * What the reader may do now and, for every other command, why not.
 * @param isChild what is particular to children is offered only when the patient is known to be one
 */
export function commandViews(
  { definition }: RegisteredWorkflow,
  state: CaseState,
  makers: readonly Maker[],
  reader: Reader,
  isChild: boolean | null = null,
): {
  allowedCommands: readonly AllowedCommandView[];
  otherCommands: readonly OtherCommandView[];
} {
  const { language } = reader;
  const found = allowed(definition, state, reader);
  const fits = ({ command }: AllowedCommand) => isChild === true || command.lookups?.child !== true;
  const mine = state.duties.filter(({ unit }) => unit === reader.unit);
  const always = overlayCommands(definition);
  const isOffered: Readonly<Record<string, (name: string) => boolean>> = {
    [EVENT_MAKERS]: () => hasMade(definition, state, makers, reader),
    [EVENT_RECEIVERS]: () => unansweredBy(state, reader.unit).length > 0,
    [DUTY_OWNERS]: (name) => mine.some(({ person }) => name !== 'release' || person !== undefined),
  };
  const overlay = always.filter(({ name, to }) => isOffered[to]?.(name) === true);
  return {
    allowedCommands: [
      ...found.allowed.filter(fits).map(({ command, machine }) => ({
        command,
        registered: registeredIn(definition, state, command, machine, reader),
        isWaitedFor: isWaitedFor(definition, state, command, machine, reader),
        ...targetOf(command, machine === definition.main ? null : machine),
      })),
      ...overlay.map((command) => ({
        command,
        registered: 'no' as const,
        isWaitedFor: false,
        ...targetOf(command, null),
      })),
    ].map(({ command, handover, target, registered, isWaitedFor }) => ({
      name: command.name,
      label: command.label[language],
      consequence: command.consequence[language],
      handover,
      target,
      registered,
      isWaitedFor,
    })),
    otherCommands: [
      ...found.others.map(({ command, because, why: text }) => ({
        command,
        because: because === 'role' ? doneBy(command) : text,
      })),
      ...[
        ...found.allowed.filter((each) => !fits(each)).map(({ command }) => command),
        ...always.filter((command) => !overlay.includes(command)),
      ].map((command) => ({ command, because: command.possibleWhen })),
    ].map(({ command, because }) => ({
      name: command.name,
      label: command.label[language],
      whyNot: because[language],
    })),
  };
}

function registeredIn(
  workflow: WorkflowDefinition,
  { machines }: CaseState,
  command: CommandDeclaration,
  id: MachineId,
  reader: Reader,
): AllowedCommandView['registered'] {
  const machine = machines[id];
  if (machine === undefined) return 'no';
  const definition = definitionOf(workflow, machine.kind);
  if (speaksFor(definition, machine, command, reader)) return 'required';
  return mayTellOthers(workflow, command) ? 'optional' : 'no';
}

/** Whether a command of a machine fulfils an open duty of the reader's unit there. */
function isWaitedFor(
  definition: WorkflowDefinition,
  { machines, duties }: CaseState,
  { name }: CommandDeclaration,
  machine: MachineId,
  { unit }: Reader,
): boolean {
  const kind = machines[machine]?.kind;
  const declared = kind === undefined ? {} : definitionOf(definition, kind).duties;
  return duties
    .filter((duty) => duty.machine === machine && duty.unit === unit)
    .some(({ key }) => declared[key]?.outcomes[name] === 'fulfilled');
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
const doneBy = remembered(({ roles }: CommandDeclaration): Text => {
  const texts = ROLES.filter((role) => roles.includes(role)).map((role) => ROLE_TEXTS[role]);
  const list = (language: Language) => texts.map((text) => text[language]).join(' / ');
  return { sv: `Görs av: ${list('sv')}.`, en: `Done by: ${list('en')}.` };
});

export function entryView(state: CaseState, row: StoredContent): EntryView {
  const { seq, entry, legalBasis, recordedAt, source, body } = row;
  // A copy of what was sent before is struck with it.
  const struck = struckBy(state, source ?? seq);
  return { seq, entry, legalBasis, recordedAt, source, body, struckBy: struck };
}
