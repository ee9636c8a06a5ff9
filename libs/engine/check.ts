import { rules } from '@hemgang/kernel';
import { checkCommands } from './check-commands';
import { checkStates } from './check-states';
import { explore } from './explore';
import { EngineFault } from './fault';
import type { DutyDeclaration } from './duty';
import type { MachineEffect } from './effect';
import type { MachineDefinition, WorkflowDefinition } from './workflow';

/**
 * Everything that can be known to be wrong with a workflow before its first case. Each fault is a
 * sentence that names the line to add or change.
 */
export function faultsOf(workflow: WorkflowDefinition): string[] {
  return [
    ...workflow.machines.flatMap((definition) =>
      [
        ...checkStates(definition),
        ...checkDuties(definition),
        ...checkWalk(workflow, definition),
      ].map((fault) => `${definition.kind}: ${fault}`),
    ),
    ...checkCommands(workflow),
  ];
}

/**
 * Refuses to go on with a faulty workflow. Called when a process starts.
 * @throws EngineFault listing every fault
 */
export function assertSound(workflow: WorkflowDefinition): void {
  const faults = faultsOf(workflow);
  if (faults.length === 0) return;
  throw new EngineFault([`workflow "${workflow.type}" is not sound:`, ...faults].join('\n  '));
}

function checkDuties({ duties }: MachineDefinition): string[] {
  return Object.entries(duties).flatMap(([key, duty]) => [
    ...textFaults(key, duty),
    ...(duty.rule in rules ? [] : [`duty "${key}" cites "${duty.rule}", which is no known rule`]),
    ...(isClimbing(duty) ? [] : [`the ladder of duty "${key}" is not in order of time`]),
  ]);
}

function textFaults(key: string, { title, waitsFor }: DutyDeclaration): string[] {
  const texts = [title.sv, title.en, waitsFor.sv, waitsFor.en];
  return texts.every((text) => text.trim() !== '') ? [] : [`duty "${key}" lacks a text`];
}

function isClimbing({ ladder }: DutyDeclaration): boolean {
  return ladder.every((step, index) => {
    const next = ladder[index + 1];
    return next === undefined || step.afterDueMs < next.afterDueMs;
  });
}

function checkWalk(workflow: WorkflowDefinition, definition: MachineDefinition): string[] {
  try {
    const effects = explore(definition).flatMap((found) => found.effects);
    return [...new Set(effects.flatMap((effect) => effectFaults(workflow, effect)))];
  } catch (cause) {
    return [`its walk fails: ${cause instanceof Error ? cause.message : String(cause)}`];
  }
}

function effectFaults(workflow: WorkflowDefinition, effect: MachineEffect): string[] {
  switch (effect.type) {
    case 'send': {
      const { type } = effect.event;
      const known = workflow.machines.some(({ machine }) => machine.events.includes(type));
      return known ? [] : [`sends "${type}", which no machine handles`];
    }
    case 'open':
      return effect.machines.flatMap(({ kind, input }) => {
        const opened = workflow.machines.find((definition) => definition.kind === kind);
        if (opened === undefined) return [`opens "${kind}", which is no machine here`];
        return opened.input.safeParse(input).success
          ? []
          : [`opens "${kind}" with the wrong input`];
      });
    case 'disclose':
      return [];
  }
}
