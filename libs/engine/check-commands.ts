import { isCitation } from '@hemgang/kernel';
import { CONFIRM, DISPUTE } from './afterwards-commands';
import type { CommandDeclaration } from './command';
import { MIGRATION_EVENTS } from './migration';
import { OVERLAY_EVENTS } from './overlay';
import { CORRECT, CORRECTED, MAKULERA, struckName, type Makulering } from './rattelse';
import type { WorkflowDefinition } from './workflow';

const KEBAB_CASE = /^[a-z]+(-[a-z]+)*$/;

/** Faults in the declarations of a workflow's commands. */
export function checkCommands(workflow: WorkflowDefinition): string[] {
  const { commands, open } = workflow;
  const reserved = [...OVERLAY_EVENTS, ...MIGRATION_EVENTS, CORRECT, MAKULERA, CONFIRM, DISPUTE];
  const names = [...reserved, open.name, ...commands.map(({ name }) => name)];
  return [
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => `command "${name}" is declared twice`),
    ...[open, ...commands].flatMap((command) =>
      declarationFaults(command).map((fault) => `command "${command.name}" ${fault}`),
    ),
    ...commands
      .filter(({ name, to }) => !isHandled(workflow, name, to))
      .map(({ name, to }) => `command "${name}" is handled by no machine of group "${to}"`),
    ...[open, ...commands].flatMap((command) =>
      makuleringFaults(workflow, command).map((fault) => `command "${command.name}" ${fault}`),
    ),
    ...factFaults(workflow),
  ];
}

/** No default: what a struck event takes with it is for whoever declares the command to say. */
function makuleringFaults(
  workflow: WorkflowDefinition,
  { name, to, makulera }: Omit<CommandDeclaration, 'makulera'> & { makulera?: Makulering },
): string[] {
  if (makulera === undefined) return ['does not say what makulering of it means'];
  const struck = struckName(name);
  const moves = makulera === 'moves' || (typeof makulera === 'object' && 'effect' in makulera);
  const { carries = [], endedBy = [] } =
    typeof makulera === 'object' && 'effect' in makulera ? makulera : {};
  const { commands, facts } = workflow;
  const known = [...commands, ...facts].map((other) => other.name);
  const lacks =
    typeof makulera === 'object' && 'refused' in makulera
      ? [makulera.refused.sv, makulera.refused.en].some((text) => text.trim() === '')
      : false;
  return [
    ...(lacks ? ['lacks a text'] : []),
    ...(moves && !isHandled(workflow, struck, to)
      ? [`moves when struck, but no machine of group "${to}" handles "${struck}"`]
      : []),
    ...(!moves && workflow.machines.some(({ machine }) => machine.events.includes(struck))
      ? [`does not move when struck, but "${struck}" is handled`]
      : []),
    ...[...carries, ...endedBy]
      .filter((other) => !known.includes(other))
      .map((other) => `names "${other}" in its makulering, which is no command`),
  ];
}

function factFaults({ machines }: WorkflowDefinition): string[] {
  return machines
    .filter(
      ({ correctable, machine }) =>
        correctable !== undefined && !machine.events.includes(CORRECTED),
    )
    .map(({ kind }) => `${kind}: has correctable facts but does not handle "${CORRECTED}"`);
}

function declarationFaults(command: CommandDeclaration): string[] {
  const { name, label, consequence, possibleWhen, payload, example, roles, refuse } = command;
  const texts = [label, consequence, possibleWhen, ...refuse.map(({ why }) => why)];
  const citations = [command.rule, ...refuse.map(({ rule }) => rule)];
  const faults = [
    !KEBAB_CASE.test(name) && 'is not named in kebab-case',
    texts.some(({ sv, en }) => sv.trim() === '' || en.trim() === '') && 'lacks a text',
    !citations.every(isCitation) && 'cites an unknown rule',
    roles.length === 0 && 'may be given by nobody',
    !payload.safeParse(example).success && 'has an example that its own schema refuses',
  ];
  return faults.filter((fault) => fault !== false);
}

function isHandled(workflow: WorkflowDefinition, event: string, group: string): boolean {
  return workflow.machines.some(
    (definition) => definition.group === group && definition.machine.events.includes(event),
  );
}
