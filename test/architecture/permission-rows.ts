import { judgeAccess, type Purpose, type Relation } from '@hemgang/access';
import { ROLES, type Role } from '@hemgang/directory';
import {
  activeLeaves,
  agentOf,
  alsoPartiesOf,
  definitionOf,
  DUTY_OWNERS,
  EVENT_MAKERS,
  EVENT_RECEIVERS,
  explorePairs,
  handles,
  OVER,
  type CaseState,
  type CommandDeclaration,
  type MachineDefinition,
  type MachineState,
  type WorkflowDefinition,
} from '@hemgang/engine';
import { remembered, type Text } from '@hemgang/kernel';
import { ATAGANDE_WORDS } from '@workflows/atagande';
import { AVVIKELSE_WORDS } from '@workflows/avvikelse';
import { DISCHARGE_WORDS } from '@workflows/discharge';
import { HANDOVER_WORDS, handoverWord } from '@workflows/handover';
import { MESSAGE_WORDS } from '@workflows/message';
import { MOVE_WORDS } from '@workflows/move';
import { MUNICIPAL_TRANSFER_WORDS } from '@workflows/municipal-transfer';
import { DISPUTE_WORDS, SETTLEMENT_WORDS } from '@workflows/settlement';
import { PARTICIPANT_WORDS, participantWord, SIP_WORDS } from '@workflows/sip';

/** What the machines say of a command when they are asked. */
export interface AskedCommand {
  readonly command: CommandDeclaration;
  /** Roles that the declaration names; all of them where it names none. */
  readonly roles: readonly Role[];
  /** Roles that give it in the place of a unit without accounts. */
  readonly agents: readonly Role[];
  /** Whether a unit that only carries out help is ever among those who give it. */
  readonly byExecutor: boolean;
  /** The words of the machine that it is given to in which it is possible; null: in all of them. */
  readonly possibleIn: readonly string[] | null;
}

/** Any time: that a case is closed is what counts. */
const CLOSED_AT = '2026-03-02T08:00:00.000Z';

type Words = Readonly<Record<string, Text>>;

/** The words of the machines that commands are given to. */
export const WORDS_OF: Readonly<Record<string, Words>> = {
  discharge: DISCHARGE_WORDS,
  sip: SIP_WORDS,
  settlement: SETTLEMENT_WORDS,
  avvikelse: AVVIKELSE_WORDS,
  handover: HANDOVER_WORDS,
  participant: PARTICIPANT_WORDS,
  move: MOVE_WORDS,
  atagande: ATAGANDE_WORDS,
  message: MESSAGE_WORDS,
  'municipal-transfer': MUNICIPAL_TRANSFER_WORDS,
  dispute: DISPUTE_WORDS,
};

/** Groups that no single machine stands for: the duty's owner, the maker of an event, who was told. */
export const OF_EVERY_CASE: readonly string[] = [DUTY_OWNERS, EVENT_MAKERS, EVENT_RECEIVERS];

const WORD_OF: Readonly<Record<string, (machine: MachineState) => string>> = {
  handover: handoverWord,
  participant: participantWord,
};

/** A machine of a case in every state that its samples lead to, with the word for it. */
export interface Visited {
  readonly definition: MachineDefinition;
  readonly machine: MachineState;
  readonly word: string;
}

/** The states of every machine of a workflow, as far as the short walk of its samples leads. */
export function visited(workflow: WorkflowDefinition): readonly Visited[] {
  return workflow.machines.flatMap((definition) =>
    explorePairs(definition).flatMap(({ snapshot }) => {
      const machine = {
        kind: definition.kind,
        value: snapshot.value as MachineState['value'],
        context: snapshot.context as MachineState['context'],
      };
      return wordsOf(workflow, definition, machine).map((word) => ({ definition, machine, word }));
    }),
  );
}

/** The same of cases that were lived: what the samples lead to leaves out words that take more facts. */
export function visitedIn(
  workflow: WorkflowDefinition,
  states: readonly CaseState[],
): readonly Visited[] {
  return states.flatMap((state) =>
    Object.values(state.machines).map((machine) => ({
      definition: definitionOf(workflow, machine.kind),
      machine,
      word: wordIn(workflow, state, machine),
    })),
  );
}

/** The word for a machine of a case; for the main one that of the case. */
export function wordIn(
  workflow: WorkflowDefinition,
  state: CaseState,
  machine: MachineState,
): string {
  if (machine.kind === workflow.main) return workflow.summary(state).word;
  return wordsOf(workflow, definitionOf(workflow, machine.kind), machine)[0] ?? '';
}

/** Somebody in one situation. */
export interface Situation {
  readonly type: string;
  readonly relation: Relation;
  readonly purpose: Purpose;
  readonly role: Role;
  /** The word of what the command is given to. */
  readonly word: string;
}

/** Whether a command can be given in a situation: policy, declaration and machine say yes. */
export function isGiven(
  { roles, agents, byExecutor, possibleIn }: AskedCommand,
  { type, relation, purpose, role, word }: Situation,
): boolean {
  const by = { purpose, roles: [role] };
  const isOwn = roles.includes(role) && (relation !== 'executor' || byExecutor);
  const isAgent = agents.includes(role) && relation === 'party';
  const isAddressed = isOwn || isAgent;
  const isPossible = possibleIn === null || possibleIn.includes(word);
  const answer = judgeAccess({ asks: 'command', type, relation, by, isAddressed });
  return answer.isAllowed && isPossible;
}

/**
 * What the machines of a workflow say of each of its commands.
 * @param places where they have been seen
 */
export function askMachines(
  commands: readonly CommandDeclaration[],
  places: readonly Visited[],
): readonly AskedCommand[] {
  return commands.map((command) => {
    const takers = places.filter(({ definition: { group } }) => group === command.to);
    const agents = new Set(
      takers.flatMap((each) => agentOf(each.definition, each.machine)?.roles ?? []),
    );
    return {
      command,
      roles: command.roles.length === 0 ? ROLES : named(command.roles),
      agents: named([...agents]),
      byExecutor:
        OF_EVERY_CASE.includes(command.to) || takers.some((each) => byExecutor(each, command)),
      possibleIn:
        takers.length === 0
          ? null
          : inOrderOfLife(
              command.to,
              distinct(takers)
                .filter((each) => takes(each, command))
                .map(({ word }) => word),
            ),
    };
  });
}

/** Each state and word once, whatever else the machine remembers. */
function distinct(places: readonly Visited[]): readonly Visited[] {
  const seen = places.map((each) => [stateKey(each), each] as const);
  return [...new Map(seen).values()];
}

const stateKey = remembered(
  ({ machine: { kind, value }, word }: Visited) => `${kind} ${word} ${JSON.stringify(value)}`,
);

function inOrderOfLife(group: string, words: readonly string[]): readonly string[] {
  const known = Object.keys(WORDS_OF[group] ?? {});
  return [...new Set(words)].sort((a, b) => known.indexOf(a) - known.indexOf(b));
}

function named(roles: readonly string[]): readonly Role[] {
  return ROLES.filter((role) => roles.includes(role));
}

function takes({ definition, machine, word }: Visited, command: CommandDeclaration): boolean {
  if (command.whileOpen === true && word === 'closed') return false;
  return handles(definition.machine, machine.value, command.name);
}

function byExecutor({ definition, machine }: Visited, command: CommandDeclaration): boolean {
  const executors = alsoPartiesOf(definition, machine).filter(({ kind }) => kind === 'executor');
  const givers = command.by?.(machine.context) ?? [];
  return executors.some(({ unit }) => givers.includes(unit));
}

/** A main machine whose regions are all over may stand for a closed case or for one still open. */
function wordsOf(
  workflow: WorkflowDefinition,
  { kind, group, machine }: MachineDefinition,
  state: MachineState,
): readonly string[] {
  if (kind !== workflow.main)
    return [WORD_OF[group]?.(state) ?? JSON.stringify(state.value).replaceAll('"', '')];
  const wordWhen = (closedAt: string | null): string => {
    const whole = { machines: { [kind]: state }, duties: [], closedAt };
    return workflow.summary(whole as unknown as CaseState).word;
  };
  const isOver = activeLeaves(machine, state.value).every(({ tags }) => tags.includes(OVER));
  return isOver ? [wordWhen(null), wordWhen(CLOSED_AT)] : [wordWhen(null)];
}
