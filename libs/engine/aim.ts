import { isDeepStrictEqual } from 'node:util';
import type { Text } from '@hemgang/kernel';
import { speaksFor, type Asker } from './allowed';
import type { CaseState } from './case-state';
import type { CommandDeclaration } from './command';
import { standingFacts, type CorrectableFacts, type LoggedEvent } from './correctable';
import { MIGRATED } from './migration';
import { commandOf } from './overlay-commands';
import { CORRECT, isRattelse, MAKULERA, type Moving, type Original } from './rattelse';
import { definitionOf, type WorkflowDefinition } from './workflow';

/** A rättelse as it is asked for. */
export interface AskedRattelse {
  readonly type: typeof CORRECT | typeof MAKULERA;
  /** `event`, and for `correct` the facts by their names; nothing of the content. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly recordedAt: string;
  readonly asker: Asker;
}

/** Why a rättelse is not possible. */
export type Missed =
  /** No such event. */
  | { readonly because: 'event' }
  /** Another unit's event, or a role that may not give its command. */
  | { readonly because: 'unit' }
  | { readonly because: 'state'; readonly why: Text }
  /** The event does not tell these facts. */
  | { readonly because: 'facts'; readonly names: readonly string[] }
  /** The value does not go together with what else is known. */
  | { readonly because: 'value'; readonly why: Text };

const STRUCK: Text = {
  sv: 'Händelsen är redan makulerad.',
  en: 'The event has been struck already.',
};
const RATTELSE: Text = {
  sv: 'Rätta den ursprungliga händelsen i stället för rättelsen.',
  en: 'Correct the original event instead of its correction.',
};
const NEW_VERSION: Text = {
  sv: 'Ärendet har gått över till en ny version av processen sedan dess och kan inte ställas tillbaka.',
  en: 'The case has gone over to a new version of the process since, and cannot go back.',
};
const UNFIT: Text = {
  sv: 'Tiden går inte ihop med de andra tiderna i ärendet, eller ligger i framtiden.',
  en: 'The time does not go together with the other times of the case, or lies in the future.',
};

/**
 * Finds the event that a rättelse is about, and what the rättelse does to it: which facts hold
 * another value from now on, and whether a machine moves. Pure: reads the log, folds no state.
 * @param events the whole log of the case
 */
export function aim(
  workflow: WorkflowDefinition,
  state: CaseState,
  events: readonly LoggedEvent[],
  asked: AskedRattelse,
): Original | Missed {
  const event = events.find(({ seq }) => seq === asked.payload['event']);
  const command = event && commandOf(workflow, event.type);
  if (event === undefined) return { because: 'event' };
  if (command === undefined || !isMaker(workflow, state, event, command, asked.asker)) {
    return { because: 'unit' };
  }
  if (isStruck(state, event.seq)) return { because: 'state', why: STRUCK };
  const missed =
    asked.type === CORRECT
      ? notCorrectable(workflow, state, event, asked)
      : notStrikable(workflow, state, events, event, command);
  if (missed !== null) return missed;
  const { seq, type, payload, told, given } = event;
  return {
    seq,
    type,
    machine: event.machine ?? workflow.main,
    payload,
    told,
    facts: changedFacts(workflow, state, events, event, asked),
    effect: asked.type === CORRECT ? 'marks' : effectOf(command, events, event, state),
    kept: (given['kept'] ?? {}) as Original['kept'],
  };
}

/**
 * Whether the asker may correct or strike an event: her unit made it, or it has come in the place of
 * the unit that made it; and her role may give the command. What was registered for a unit outside is
 * for whoever speaks for it now.
 */
export function isMaker(
  workflow: WorkflowDefinition,
  { machines }: CaseState,
  { actor, machine }: Pick<LoggedEvent, 'actor' | 'machine'>,
  command: CommandDeclaration,
  asker: Asker,
): boolean {
  const { roles } = command;
  const state = machines[machine ?? workflow.main];
  if (
    'unit' in actor &&
    state !== undefined &&
    speaksFor(definitionOf(workflow, state.kind), state, command, asker)
  ) {
    return true;
  }
  const mayGive = roles.length === 0 || roles.some((role) => asker.roles.includes(role));
  if (!('unit' in actor) || !mayGive) return false;
  if (actor.unit === asker.unit) return true;
  if (state === undefined) return false;
  const now = command.by?.(state.context) ?? [
    definitionOf(workflow, state.kind).unit(state.context),
  ];
  return now.includes(asker.unit) && !now.includes(actor.unit ?? '');
}

/** The facts that an event of the case tells, by name; none when it has been struck. */
export function factsTold(
  workflow: WorkflowDefinition,
  state: CaseState,
  event: Pick<LoggedEvent, 'seq' | 'type' | 'machine' | 'payload' | 'occurredAt' | 'recordedAt'>,
): string[] {
  if (isStruck(state, event.seq)) return [];
  const facts = factsOf(workflow, state, event.machine)[event.type] ?? {};
  return Object.keys(facts).filter((name) => facts[name]?.told(event) !== undefined);
}

export function isStruck({ rattelser = [] }: CaseState, seq: number): boolean {
  return rattelser.some(({ event, kind }) => event === seq && kind === MAKULERA);
}

function factsOf(
  workflow: WorkflowDefinition,
  { machines }: CaseState,
  machine: string | null,
): CorrectableFacts {
  const kind = machines[machine ?? workflow.main]?.kind;
  return (kind === undefined ? undefined : definitionOf(workflow, kind).correctable) ?? {};
}

function notCorrectable(
  workflow: WorkflowDefinition,
  state: CaseState,
  event: LoggedEvent,
  { payload, recordedAt }: AskedRattelse,
): Missed | null {
  if (isRattelse(event)) return { because: 'state', why: RATTELSE };
  const { event: _event, ...values } = payload;
  const told = factsTold(workflow, state, event);
  const names = Object.keys(values).filter((name) => !told.includes(name));
  if (names.length > 0) return { because: 'facts', names };
  const context = state.machines[event.machine ?? workflow.main]?.context;
  const facts = factsOf(workflow, state, event.machine)[event.type] ?? {};
  const fits = Object.entries(values).every(
    ([name, value]) => facts[name]?.fits(context, value, recordedAt) === true,
  );
  return fits ? null : { because: 'value', why: UNFIT };
}

function notStrikable(
  workflow: WorkflowDefinition,
  state: CaseState,
  events: readonly LoggedEvent[],
  event: LoggedEvent,
  { makulera }: CommandDeclaration,
): Missed | null {
  if (typeof makulera === 'object' && 'refused' in makulera) {
    return { because: 'state', why: makulera.refused };
  }
  const after = events.filter(({ seq }) => seq > event.seq);
  if (makulera === 'returns' && after.some(({ type }) => type === MIGRATED)) {
    return { because: 'state', why: NEW_VERSION };
  }
  const first = restingOn(state, events, event, makulera);
  return first.length === 0 ? null : { because: 'state', why: strikeFirst(workflow, first) };
}

/** Later events that stand and would lose their ground. */
function restingOn(
  state: CaseState,
  events: readonly LoggedEvent[],
  event: LoggedEvent,
  makulera: CommandDeclaration['makulera'],
): LoggedEvent[] {
  const later = events.filter(({ seq }) => seq > event.seq && !isStruck(state, seq));
  if (makulera === 'returns') {
    return later.filter(({ moved }) => moved.some((machine) => event.moved.includes(machine)));
  }
  const { carries = [] } = moving(makulera);
  return endedBy(moving(makulera), later, event)
    ? []
    : later.filter(({ type }) => carries.includes(type));
}

function strikeFirst(workflow: WorkflowDefinition, events: readonly LoggedEvent[]): Text {
  const named = (language: 'sv' | 'en') =>
    events
      .map(({ seq, type }) => `${seq} (${labelOf(workflow, type)?.[language] ?? type})`)
      .join(', ');
  return {
    sv: `Senare händelser vilar på den här. Makulera först ${named('sv')}.`,
    en: `Later events rest on this one. Strike first ${named('en')}.`,
  };
}

function labelOf(workflow: WorkflowDefinition, type: string): Text | undefined {
  const fact = workflow.facts.find(({ name }) => name === type);
  return (commandOf(workflow, type) ?? fact)?.label;
}

function effectOf(
  { makulera }: CommandDeclaration,
  events: readonly LoggedEvent[],
  event: LoggedEvent,
  state: CaseState,
): Original['effect'] {
  if (makulera === 'returns') return 'returns';
  if (makulera === 'marks' || (typeof makulera === 'object' && 'refused' in makulera)) {
    return 'marks';
  }
  const later = events.filter(({ seq }) => seq > event.seq && !isStruck(state, seq));
  return endedBy(moving(makulera), later, event) ? 'marks' : 'moves';
}

function endedBy(
  { endedBy: enders = [] }: Moving,
  later: readonly LoggedEvent[],
  { machine }: LoggedEvent,
): boolean {
  return later.some((each) => each.machine === machine && enders.includes(each.type));
}

function moving(makulera: CommandDeclaration['makulera']): Moving {
  return typeof makulera === 'object' && 'effect' in makulera ? makulera : { effect: 'moves' };
}

/** What the log tells with the rättelse and did not tell without it. */
function changedFacts(
  workflow: WorkflowDefinition,
  state: CaseState,
  events: readonly LoggedEvent[],
  event: LoggedEvent,
  { type, payload }: AskedRattelse,
): Record<string, unknown> {
  const { machine } = event;
  const facts = factsOf(workflow, state, machine);
  const rattelse = { ...event, seq: state.seq + 1, type, payload, told: [], moved: [] };
  const before = standingFacts(facts, events, machine);
  const after = standingFacts(facts, [...events, rattelse], machine);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return Object.fromEntries(
    names
      .map((name) => [name, before.get(name)?.value ?? null, after.get(name)?.value ?? null])
      .filter(([, was, is]) => !isDeepStrictEqual(was, is))
      .map(([name, , is]) => [name, is]),
  ) as Record<string, unknown>;
}
