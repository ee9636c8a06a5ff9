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
import { ROLE_TEXTS, ROLES } from '@hemgang/directory';
import { problems, remembered, type Language, type Refusal, type Text } from '@hemgang/kernel';
import type { Maker } from '@hemgang/store';
import type { AllowedCommandView, OtherCommandView } from './case-view';
import { hasMade } from './rattelse';
import type { Reader } from '@hemgang/access';
import type { RegisteredWorkflow } from './registry';
import { scopeRefusal } from './staffing/scopes';

/**
 * What the reader may do now and, for every other command, why not. A program may no more than its
 * scopes say, whatever its roles are.
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
  const outside = (command: CommandDeclaration) => scopeRefusal(reader, definition, command);
  const mayGive = (command: CommandDeclaration) => outside(command) === null;
  const fits = ({ command }: AllowedCommand) =>
    mayGive(command) && (isChild === true || command.ofChildren !== true);
  const mine = state.duties.filter(({ unit }) => unit === reader.unit);
  const always = overlayCommands(definition);
  const isOffered: Readonly<Record<string, (name: string) => boolean>> = {
    [EVENT_MAKERS]: () => hasMade(definition, state, makers, reader),
    [EVENT_RECEIVERS]: () => unansweredBy(state, reader.unit).length > 0,
    [DUTY_OWNERS]: (name) => mine.some(({ person }) => name !== 'release' || person !== undefined),
  };
  const overlay = always.filter(
    (command) => mayGive(command) && isOffered[command.to]?.(command.name) === true,
  );
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
    ]
      .map(({ command, because }) => ({ command, because: beyond(outside(command)) ?? because }))
      .map(({ command, because }) => ({
        name: command.name,
        label: command.label[language],
        whyNot: because[language],
      })),
  };
}

/** Why a program may not, whatever the state is; null for whoever may. */
function beyond(refusal: Refusal | null): Text | null {
  return refusal === null ? null : problems[refusal.code].title;
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
