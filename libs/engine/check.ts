import { isCitation } from '@hemgang/kernel';
import type { AnyStateMachine } from 'xstate';
import { checkCommands } from './check-commands';
import { checkStates } from './check-states';
import { explorePairs, startOf, type Found } from './explore';
import { EngineFault } from './fault';
import type { DutyDeclaration } from './duty';
import type { MachineEffect } from './effect';
import { activeTags } from './machine';
import type { MachineDefinition, WorkflowDefinition } from './workflow';

/**
 * Everything that can be known to be wrong with a workflow before its first case. Each fault is a
 * sentence that names the line to add or change.
 */
export function faultsOf(workflow: WorkflowDefinition): string[] {
  const walks: Walks = new Map();
  const faults = [
    ...workflow.machines.flatMap((definition) =>
      [
        ...checkStates(definition),
        ...checkDuties(definition),
        ...checkWalk(workflow, definition, walks),
      ].map((fault) => `${definition.kind}: ${fault}`),
    ),
    ...checkCommands(workflow),
    ...checkFacts(workflow),
    ...ambiguousDuties(workflow),
  ];
  return [...new Set(faults)];
}

/** Declarations never change, so one look at each is enough for a process. */
const sound = new WeakSet<WorkflowDefinition>();

/**
 * Refuses to go on with a faulty workflow. Called when a process starts.
 * @throws EngineFault listing every fault
 */
export function assertSound(workflow: WorkflowDefinition): void {
  if (sound.has(workflow)) return;
  assertNoFaults(`workflow "${workflow.type}"`, faultsOf(workflow));
  sound.add(workflow);
}

/** @throws EngineFault naming what is not sound, with every fault on a line of its own */
export function assertNoFaults(what: string, faults: readonly string[]): void {
  if (faults.length === 0) return;
  throw new EngineFault([`${what} is not sound:`, ...faults].join('\n  '));
}

function checkDuties({ duties }: MachineDefinition): string[] {
  return Object.entries(duties).flatMap(([key, duty]) => [
    ...textFaults(key, duty),
    ...ruleFaults(key, duty.rule),
    ...unknownRungs(duty).map(
      (rung) => `duty "${key}" announces at a rung "${rung}" that it has not`,
    ),
    ...(isClimbing(duty) ? [] : [`the ladder of duty "${key}" is not in order of time`]),
  ]);
}

/** A duty is looked up by its key, so a key must mean the same in every machine. */
function ambiguousDuties({ machines }: WorkflowDefinition): string[] {
  const all = machines.flatMap(({ duties }) => Object.entries(duties));
  return [...new Set(all.map(([key]) => key))]
    .filter((key) => new Set(all.filter(([k]) => k === key).map(([, duty]) => duty)).size > 1)
    .map((key) => `duty "${key}" is declared in two ways; use one declaration or two keys`);
}

/** A fact that no state takes would be noted and change nothing, for ever. */
function checkFacts({ facts, machines, main }: WorkflowDefinition): string[] {
  const events = machines.find(({ kind }) => kind === main)?.machine.events ?? [];
  const names = facts.filter(({ takesBack }) => takesBack === undefined).map(({ name }) => name);
  return facts.flatMap(({ name, label, takesBack = name }) => [
    ...(names.includes(takesBack) ? [] : [`fact "${name}" takes back no fact`]),
    ...(events.includes(takesBack) ? [] : [`fact "${name}" is handled by no state of "${main}"`]),
    ...(label.sv.trim() !== '' && label.en.trim() !== '' ? [] : [`fact "${name}" lacks a text`]),
  ]);
}

function textFaults(key: string, { title, waitsFor }: DutyDeclaration): string[] {
  const texts = [title.sv, title.en, waitsFor.sv, waitsFor.en];
  return texts.every((text) => text.trim() !== '') ? [] : [`duty "${key}" lacks a text`];
}

function ruleFaults(key: string, rule: string): string[] {
  return isCitation(rule) ? [] : [`duty "${key}" cites "${rule}", which is no known rule`];
}

function unknownRungs({ ladder, announces }: DutyDeclaration): string[] {
  return Object.keys(announces?.as ?? {}).filter((rung) =>
    ladder.every(({ name }) => name !== rung),
  );
}

function isClimbing({ ladder }: DutyDeclaration): boolean {
  return ladder.every((step, index) => {
    const next = ladder[index + 1];
    return next === undefined || step.afterDueMs < next.afterDueMs;
  });
}

/** What was found by walking each machine. */
type Walks = Map<AnyStateMachine, readonly Found[]>;

function checkWalk(
  workflow: WorkflowDefinition,
  definition: MachineDefinition,
  walks: Walks,
): string[] {
  const { machine, samples } = definition;
  const sampled = samples.events.map(({ type }) => type);
  const events = machine.events as string[];
  const unsampled = events.filter((event) => !sampled.includes(event));
  return [
    ...unsampled.map((event) => `"${event}" has no sample; add it to the samples`),
    ...walkFaults(workflow, definition, walks),
  ];
}

function walkFaults(
  workflow: WorkflowDefinition,
  definition: MachineDefinition,
  walks: Walks,
): string[] {
  try {
    const faults = walkOf(definition, walks).flatMap((found) => [
      ...found.effects.flatMap((effect) => effectFaults(workflow, effect)),
      ...endingFaults(definition, found),
    ]);
    return [...new Set(faults)];
  } catch (cause) {
    return [`its walk fails: ${cause instanceof Error ? cause.message : String(cause)}`];
  }
}

/** Kinds of one machine share its walk. They differ in their input, so each of them is started. */
function walkOf(definition: MachineDefinition, walks: Walks): readonly Found[] {
  const { machine } = definition;
  const earlier = walks.get(machine);
  if (earlier !== undefined) return [startOf(definition), ...earlier];
  const found = explorePairs(definition);
  walks.set(machine, found);
  return found;
}

/** The drawing shows what leaves a duty's own region; the walk also what ends all regions at once. */
function endingFaults({ duties }: MachineDefinition, { before, event, snapshot }: Found): string[] {
  if (before === null || event === null) return [];
  const after = activeTags(snapshot);
  return [...activeTags(before)]
    .filter((tag) => !after.has(tag))
    .filter((tag) => duties[tag] !== undefined && duties[tag].outcomes[event.type] === undefined)
    .map((key) => `"${event.type}" can end duty "${key}"; add it to the duty's outcomes`);
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
    case 'tell-case':
      return workflow.facts.some(({ name }) => name === effect.fact) ||
        workflow.tells?.includes(effect.fact) === true
        ? []
        : [`tells "${effect.fact}", which is no fact that a case takes`];
    case 'disclose':
    case 'erase':
      return [];
  }
}
