import {
  activeLeaves,
  definitionOf,
  explore,
  OVER,
  type Found,
  type MachineState,
  type WorkflowDefinition,
} from '@hemgang/engine';
import { groupBy, type Instant, type Text } from '@hemgang/kernel';

/** A stage of a case, and how it is come to; what the browser draws is made of these. */
export interface Stage {
  /** The word for the state of the case, or how it ended, where that is a road of its own. */
  readonly key: string;
  readonly label: Text;
  /** Not on the main road. */
  readonly isAside: boolean;
  /** By the stage before: the commands that lead here from it. */
  readonly ways: Readonly<Record<string, readonly string[]>>;
  /** The stages from which it follows without a command, when all that was owed is done. */
  readonly byItself: readonly string[];
}

/** What of a workflow is drawn. */
export interface Drawn {
  readonly workflow: WorkflowDefinition;
  readonly words: Readonly<Record<string, Text>>;
  /** Words of states from which nothing more comes by itself, although the case is not over. */
  readonly standstill: readonly string[];
  /** How a case can end, where its word does not say. */
  readonly endings: Readonly<Record<string, Text>>;
}

interface Step {
  readonly from: string;
  readonly to: string;
  /** Null: nobody's command. */
  readonly command: string | null;
}

/** When the walked case closes; only whether it has is asked about. */
const CLOSED_AT = '2026-03-02T08:00:00Z' as Instant;

/**
 * The stages of a case, read from its main machine by walking it. The main road is the words
 * in the order of life as far as the first end, without those where nothing more comes by itself.
 */
export function stagesOf(drawn: Drawn): Stage[] {
  const steps = stepsOf(drawn);
  const { words, endings } = drawn;
  const apart = Object.keys(endings).filter(
    (key) => !(key in words) && steps.some(({ to }) => to === key),
  );
  const order = [...Object.keys(words), ...apart];
  const main = mainRoad(drawn, steps);
  return [...main, ...order.filter((key) => !main.includes(key))].map((key) => {
    const here = steps.filter(({ to }) => to === key);
    return {
      key,
      label: { ...endings, ...words }[key] ?? { sv: key, en: key },
      isAside: !main.includes(key),
      ways: waysOf(here),
      byItself: here.filter(({ command }) => command === null).map(({ from }) => from),
    };
  });
}

/** The commands among the steps, by where they begin. */
function waysOf(steps: readonly Step[]): Stage['ways'] {
  const given = steps.flatMap(({ from, command }) => (command === null ? [] : [{ from, command }]));
  return Object.fromEntries(
    [...groupBy(given, ({ from }) => from)].map(([from, ways]) => [
      from,
      ways.map(({ command }) => command),
    ]),
  );
}

/** Every change of stage that the walk finds, once. */
function stepsOf(drawn: Drawn): Step[] {
  const { workflow } = drawn;
  const { group } = definitionOf(workflow, workflow.main);
  const commands = workflow.commands.filter(({ to }) => to === group).map(({ name }) => name);
  const steps = walked(drawn).flatMap(({ before, stage, event, ended }): Step[] => [
    ...(before === null || before === stage || !commands.includes(event)
      ? []
      : [{ from: before, to: stage, command: event }]),
    ...(ended === null || ended === stage ? [] : [{ from: stage, to: ended, command: null }]),
  ]);
  return [...new Map(steps.map((step) => [JSON.stringify(step), step])).values()];
}

interface Walked {
  readonly event: string;
  /** Null at the start. */
  readonly before: string | null;
  readonly stage: string;
  /** The stage when every other machine is over too; null: this one still waits. */
  readonly ended: string | null;
}

function walked(drawn: Drawn): Walked[] {
  const { workflow } = drawn;
  const definition = definitionOf(workflow, workflow.main);
  const all = explore(definition);
  const isApart = endingsApart(drawn, all);
  const known = new Map<unknown, { readonly stage: string; readonly hasEnded: boolean }>();
  return all.map(({ event, before, snapshot, effects }) => {
    const machine = { kind: workflow.main, value: snapshot.value, context: snapshot.context };
    const isOver = activeLeaves(definition.machine, snapshot.value as never).every(({ tags }) =>
      tags.includes(OVER),
    );
    const last = known.get(before);
    const endsAll = effects.some((effect) => effect.type === 'send' && effect.to === 'every-other');
    const hasEnded = isOver && (endsAll || last?.hasEnded === true);
    const stageWhen = (closedAt: Instant | null) => {
      const ending = endingOf(machine);
      return ending !== undefined && isApart(ending) ? ending : wordOf(workflow, machine, closedAt);
    };
    const stage = stageWhen(hasEnded ? CLOSED_AT : null);
    if (!known.has(snapshot)) known.set(snapshot, { stage, hasEnded });
    return {
      event: event?.type ?? '',
      before: last?.stage ?? null,
      stage,
      ended: isOver ? stageWhen(CLOSED_AT) : null,
    };
  });
}

/**
 * Endings that are a road of their own: first come to in another state than a usual leaving is, and
 * without a word of their own.
 */
function endingsApart(
  { words, endings }: Drawn,
  all: readonly Found[],
): (ending: string) => boolean {
  const states = new Map<string, string>();
  for (const { snapshot } of all) {
    const ending = endingOf(snapshot);
    const [state = ''] = Object.values(snapshot.value as Readonly<Record<string, string>>);
    if (ending !== undefined && !states.has(ending)) states.set(ending, state);
  }
  const [usual = ''] = Object.keys(endings);
  return (ending) => !(ending in words) && states.get(ending) !== states.get(usual);
}

function endingOf({ context }: { readonly context: unknown }): string | undefined {
  return (context as { readonly ending?: string }).ending;
}

function wordOf(workflow: WorkflowDefinition, main: MachineState, closedAt: Instant | null) {
  return workflow.summary({
    ...{ type: workflow.type, workflowVersion: workflow.version, seq: 1, openedAt: CLOSED_AT },
    ...{ closedAt, agreement: {}, duties: [] },
    machines: { [workflow.main]: main },
  }).word;
}

/**
 * The words in the order of life, without where it stands still, as far as the first end: from there
 * nothing leads on but to what can be come to from everywhere, as a case is struck.
 */
function mainRoad({ words, standstill }: Drawn, steps: readonly Step[]): string[] {
  const going = Object.keys(words).filter((key) => !standstill.includes(key));
  const leads = (from: string, to: string) =>
    steps.some((step) => step.from === from && step.to === to);
  const anyTime = going.filter((key) => going.every((from) => from === key || leads(from, key)));
  const end = going.findIndex((key) =>
    steps.every(({ from, to }) => from !== key || anyTime.includes(to)),
  );
  return going.slice(0, end + 1);
}
