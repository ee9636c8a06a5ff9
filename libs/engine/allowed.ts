import { groupBy, type Citation, type Text } from '@hemgang/kernel';
import type { CaseState, MachineState } from './case-state';
import type { CommandDeclaration, CommandRequest, RefuseRule } from './command';
import type { MachineId } from './event';
import { handles } from './nodes';
import { agentOf, definitionOf, type MachineDefinition, type WorkflowDefinition } from './workflow';

/** Who asks: the unit of the person's assignment and the roles it gives. */
export interface Asker {
  readonly unit: string;
  readonly roles: readonly string[];
}

/** A command that is possible now, addressed to one machine. */
export interface AllowedCommand {
  readonly command: CommandDeclaration;
  readonly machine: MachineId;
}

/** A command that is not possible now, and why, in words. */
export interface OtherCommand {
  readonly command: CommandDeclaration;
  readonly because: 'role' | 'unit' | 'state' | 'rule';
  readonly why: Text;
}

/** What nobody here may do has no "when": the command's own sentence would mislead. */
const OTHER_ROLE: Text = {
  sv: 'Din roll får inte göra det här.',
  en: 'Your role may not do this.',
};
const OTHER_UNIT: Text = {
  sv: 'Det här görs av en annan enhet i ärendet.',
  en: 'This is done by another unit in the case.',
};

/**
 * What the asker may do with the case now and, for every other command, why not. Time plays no part:
 * rules about the payload are judged when the command is given.
 */
export function allowed(
  workflow: WorkflowDefinition,
  state: CaseState,
  asker: Asker,
): { readonly allowed: readonly AllowedCommand[]; readonly others: readonly OtherCommand[] } {
  const open: AllowedCommand[] = [];
  const others: OtherCommand[] = [];
  const groups = machinesByGroup(workflow, state);
  for (const command of workflow.commands) {
    const verdicts = takersOf(groups, command, asker).map((machine) => ({
      machine,
      refused: judge(workflow, state, command, machine, null),
    }));
    const possible = verdicts.filter(({ refused }) => refused === null);
    open.push(...possible.map(({ machine }) => ({ command, machine })));
    if (possible.length > 0) continue;
    const refusals = verdicts.flatMap(({ refused }) => (refused === null ? [] : [refused]));
    others.push(whyNot(command, asker, refusals));
  }
  return { allowed: open, others };
}

/** Machines of the case that take this command from the asker's unit and role. */
export function addressees(
  workflow: WorkflowDefinition,
  state: CaseState,
  command: CommandDeclaration,
  asker: Asker,
): MachineId[] {
  return takersOf(machinesByGroup(workflow, state), command, asker);
}

interface Placed {
  readonly id: MachineId;
  readonly definition: MachineDefinition;
  readonly machine: MachineState;
}

/** The machines of a case by the group that a command names as its addressee. */
function machinesByGroup(
  workflow: WorkflowDefinition,
  { machines }: CaseState,
): ReadonlyMap<string, readonly Placed[]> {
  const placed = Object.entries(machines).map(([id, machine]) => {
    return { id, definition: definitionOf(workflow, machine.kind), machine };
  });
  return groupBy(placed, ({ definition }) => definition.group);
}

function takersOf(
  groups: ReadonlyMap<string, readonly Placed[]>,
  command: CommandDeclaration,
  asker: Asker,
): MachineId[] {
  return (groups.get(command.to) ?? [])
    .filter(({ definition, machine }) => takesFrom(definition, machine, command, asker))
    .map(({ id }) => id);
}

function takesFrom(
  definition: MachineDefinition,
  machine: MachineState,
  command: CommandDeclaration,
  asker: Asker,
): boolean {
  if (speaksFor(definition, machine, command, asker)) return true;
  const units = command.by?.(machine.context) ?? [definition.unit(machine.context)];
  return units.includes(asker.unit) && hasRole(asker, command.roles);
}

/** Whether the asker gives the command as the agent of a unit that is outside. */
export function speaksFor(
  definition: MachineDefinition,
  machine: MachineState,
  command: CommandDeclaration,
  asker: Asker,
): boolean {
  const agent = agentOf(definition, machine);
  if (agent === null || agent.unit !== asker.unit || !hasRole(asker, agent.roles)) return false;
  const own = definition.unit(machine.context);
  return command.by?.(machine.context).includes(own) ?? true;
}

function hasRole(asker: Asker, roles: readonly string[]): boolean {
  return roles.some((role) => asker.roles.includes(role));
}

/** Why a command is refused although its giver may give it. */
export type Judgement =
  | { readonly because: 'state'; readonly why: Text }
  | { readonly because: 'rule'; readonly why: Text; readonly rule: Citation };

/**
 * Whether a machine of the case takes the command: first its state, then the declared rules.
 * @param request null asks about the present situation only
 * @returns null when it does
 */
export function judge(
  workflow: WorkflowDefinition,
  state: CaseState,
  command: CommandDeclaration,
  machine: MachineId,
  request: CommandRequest | null,
): Judgement | null {
  const { kind, value, context } = state.machines[machine] ?? {};
  if (kind === undefined || value === undefined) {
    return { because: 'state', why: command.possibleWhen };
  }
  const isOver = command.whileOpen === true && state.closedAt !== null;
  if (isOver || !handles(definitionOf(workflow, kind).machine, value, command.name)) {
    return { because: 'state', why: command.possibleWhen };
  }
  const main = state.machines[workflow.main]?.context;
  const broken = brokenRule(command.refuse, context, request, main);
  return broken === undefined ? null : { because: 'rule', why: broken.why, rule: broken.rule };
}

/** The first rule that refuses the request; also used for the opening command (context undefined). */
export function brokenRule(
  rules: readonly RefuseRule[],
  context: unknown,
  request: CommandRequest | null,
  main?: unknown,
): RefuseRule | undefined {
  return rules.find((rule) => rule.when(context, request, main));
}

function whyNot(
  command: CommandDeclaration,
  asker: Asker,
  refusals: readonly Judgement[],
): OtherCommand {
  // Of several machines of the asker's unit the one whose state fits tells what is still missing.
  const refused = refusals.find(({ because }) => because === 'rule') ?? refusals[0];
  if (refused) return { command, because: refused.because, why: refused.why };
  return command.roles.some((role) => asker.roles.includes(role))
    ? { command, because: 'unit', why: OTHER_UNIT }
    : { command, because: 'role', why: OTHER_ROLE };
}
