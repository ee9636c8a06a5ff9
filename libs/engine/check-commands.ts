import { isCitation } from '@hemgang/kernel';
import type { CommandDeclaration } from './command';
import { MIGRATION_EVENTS } from './migration';
import { OVERLAY_EVENTS } from './overlay';
import type { WorkflowDefinition } from './workflow';

const KEBAB_CASE = /^[a-z]+(-[a-z]+)*$/;

/** Faults in the declarations of a workflow's commands. */
export function checkCommands(workflow: WorkflowDefinition): string[] {
  const { commands, open } = workflow;
  const reserved = [...OVERLAY_EVENTS, ...MIGRATION_EVENTS];
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
  ];
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
