import {
  activeLeaves,
  allNodes,
  pathOf,
  type DutyDeclaration,
  type MachineDefinition,
  type MachineMigration,
  type MachineState,
  type WorkflowDefinition,
  type WorkflowMigration,
} from '@hemgang/engine';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { discharge } from '@workflows/discharge';
import { createMachine, type AnyStateMachine } from 'xstate';

/**
 * A discharge as it might be in two years, drawn from the present one so that it follows whatever is
 * added there:
 * - a receiver no longer says that it starts planning; the states that wait for it and their duty
 *   are gone,
 * - the ward also owes a list of medicines, in a region of its own,
 * - a kvittens is due in half the time,
 * - the duty to answer is called something else.
 */
const GONE = /planningOwed|bothOwed/;
const INSTEAD = 'readinessOwed';
const GONE_DUTY = 'planering';
const ADDED_REGION = 'medicines';
const ADDED_DUTY = 'lakemedelslista';
const MODEL_REGION = 'summary';
const MODEL_DUTY = 'patientsammanfattning';
const RENAMED: Readonly<Record<string, string>> = { svar: 'besked' };
const FASTER = 'kvittens';
const FASTER_BY_MS = 12 * HOUR_MS;

interface Drawing extends Readonly<Record<string, unknown>> {
  readonly initial?: string;
  readonly tags?: string | readonly string[];
  readonly on?: Readonly<Record<string, unknown>>;
  readonly states?: Readonly<Record<string, Drawing>>;
}

/** The state and everything in it, drawn anew. */
function redrawn(node: Drawing): Drawing {
  const { initial, tags, on, states } = node;
  return {
    ...node,
    ...(initial !== undefined && GONE.test(initial) ? { initial: INSTEAD } : {}),
    ...(tags === undefined ? {} : { tags: renamed(tags) }),
    ...(on === undefined ? {} : { on: redirected(on) }),
    ...(states === undefined ? {} : { states: redrawnStates(states) }),
  };
}

function redrawnStates(states: Readonly<Record<string, Drawing>>): Record<string, Drawing> {
  const kept = Object.entries(states).filter(([key]) => !GONE.test(key));
  const model = states[MODEL_REGION];
  return {
    ...Object.fromEntries(kept.map(([key, state]) => [key, redrawn(state)])),
    ...(model === undefined ? {} : { [ADDED_REGION]: likeModel(model) }),
  };
}

/** The new region goes the way of the model's, with a duty of its own. */
function likeModel({ states = {}, ...region }: Drawing): Drawing {
  const own = Object.entries(states).map(([key, state]) => [
    key,
    state.tags === MODEL_DUTY ? { ...state, tags: ADDED_DUTY } : state,
  ]);
  return { ...region, states: Object.fromEntries(own) as Record<string, Drawing> };
}

function renamed(tags: string | readonly string[]): string[] {
  return [tags].flat().map((tag) => RENAMED[tag] ?? tag);
}

/** Transitions to a state that is gone lead to the one that has taken its place. */
function redirected<Value>(value: Value): Value {
  if (typeof value === 'string') return value.replace(GONE, INSTEAD) as Value;
  if (Array.isArray(value)) return value.map(redirected) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, redirected(part as unknown)]);
  return Object.fromEntries(parts) as Value;
}

function machine2(machine: AnyStateMachine): AnyStateMachine {
  const drawing = redrawn(machine.config as unknown as Drawing);
  const { actions, guards } = machine.implementations;
  return createMachine(drawing as never).provide({ actions, guards }) as AnyStateMachine;
}

/** One declaration per key, however many machines have it. */
const declarations = new Map<string, DutyDeclaration>();
for (const [key, declared] of discharge.machines.flatMap(({ duties }) => Object.entries(duties))) {
  declarations.set(RENAMED[key] ?? key, declared);
  if (key === FASTER) declarations.set(key, { ...declared, due: fasterDue(declared) });
  if (key === MODEL_DUTY) {
    const title = {
      sv: 'Ge patienten läkemedelslistan',
      en: 'Give the patient the medicines list',
    };
    declarations.set(ADDED_DUTY, { ...declared, title });
  }
}

function fasterDue({ due }: DutyDeclaration): DutyDeclaration['due'] {
  return (context, agreement) => {
    const slowly = due(context, agreement);
    return slowly === null ? null : plusMs(slowly, -FASTER_BY_MS);
  };
}

function definition2(definition: MachineDefinition): MachineDefinition {
  const machine = machine2(definition.machine);
  const tags = new Set(allNodes(machine.root).flatMap((node) => node.tags));
  return {
    ...definition,
    machine,
    duties: Object.fromEntries([...declarations].filter(([key]) => tags.has(key))),
  };
}

const machines = discharge.machines.map(definition2);

export const discharge2: WorkflowDefinition = {
  ...discharge,
  version: 2,
  machines,
  commands: discharge.commands.filter(({ name, to }) =>
    machines.some(({ group, machine }) => group === to && machine.events.includes(name)),
  ),
};

function migrationOf({ machine, duties }: MachineDefinition): MachineMigration {
  const leaves = allNodes(machine.root).filter(({ type }) => type === 'atomic');
  const model = allNodes(machine.root).find(({ key }) => key === MODEL_REGION);
  const has = (key: string) => duties[key] !== undefined;
  return {
    states: Object.fromEntries(
      leaves.map((leaf) => [pathOf(leaf), pathOf(leaf).replace(GONE, INSTEAD)]),
    ),
    renamed: Object.fromEntries(Object.entries(RENAMED).filter(([old]) => has(old))),
    ended: has(GONE_DUTY) ? { [GONE_DUTY]: 'waived' } : {},
    ...(model === undefined
      ? {}
      : { added: { [likeModelPath(pathOf(model))]: beginsLikeModel(machine) } }),
  };
}

function likeModelPath(path: string): string {
  return path.replace(MODEL_REGION, ADDED_REGION);
}

/** A patient who has left gets no list any more; otherwise the list is where the summary is. */
function beginsLikeModel(machine: AnyStateMachine): (before: MachineState) => string {
  return ({ value, context }) => {
    const leaf = activeLeaves(machine, value).find(({ path }) => path.includes(MODEL_REGION));
    if (leaf === undefined) throw new Error('the model region is not active');
    const path = likeModelPath(pathOf(leaf));
    return context['leftAt'] === null ? path : path.replace(leaf.key, 'done');
  };
}

export const toDischarge2: WorkflowMigration = {
  from: discharge,
  to: discharge2,
  machines: Object.fromEntries(
    discharge.machines.map((definition) => [definition.kind, migrationOf(definition)]),
  ),
};
