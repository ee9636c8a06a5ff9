import { remembered, type Instant } from '@hemgang/kernel';
import { CONFIRM, DISPUTE } from './afterwards-commands';
import { sourceOf } from './imported';
import { isStruck } from './aim';
import type { CaseState } from './case-state';
import type { CommandDeclaration } from './command';
import type { OutwardEffect } from './effect';
import type { CaseEvent, MachineEvent, MachineId } from './event';
import { nameOf } from './hash';
import { allNodes } from './nodes';
import { commandOf } from './overlay-commands';
import { UNIT_REPLACED, withUnitReplaced } from './replace-unit';
import { agentOf, definitionOf, type WorkflowDefinition } from './workflow';

/** The message by which machines are told that a time does not hold: `Disputed`. */
const DISPUTED = 'disputed';

/** How something was told outside the system: `payload.registered`. With whom is content. */
export interface RegisteredFacts {
  readonly channel: string;
  readonly at: Instant;
}

/** A unit's answer to what was registered afterwards. */
export interface AfterwardsAnswer {
  readonly unit: string;
  /** The event that answers; struck, it is no answer. */
  readonly by: number;
  readonly is: 'acknowledged' | 'disputed';
}

/**
 * An event that other parties had been told of by phone, fax or paper before it was registered. It
 * counts from then, and stays marked until each of them has acknowledged or disputed it.
 */
export interface Afterwards extends RegisteredFacts {
  readonly event: number;
  readonly type: string;
  readonly machine: MachineId;
  /** The unit that registered it. */
  readonly unit: string;
  readonly recordedAt: Instant;
  readonly told: readonly string[];
  readonly answers: readonly AfterwardsAnswer[];
}

/** What machines need to know of a disputed event: it counts from `recordedAt` and not from `at`. */
export type Disputed = Pick<Afterwards, 'event' | 'type' | 'machine' | 'at' | 'recordedAt'>;

function registeredOf({ payload }: Pick<CaseEvent, 'payload'>): RegisteredFacts | undefined {
  return payload['registered'] as RegisteredFacts | undefined;
}

/** When the other parties got what the event tells; by an older system, when it happened. */
export function toldAt(
  event: Pick<CaseEvent, 'payload' | 'given' | 'occurredAt' | 'recordedAt'>,
): Instant {
  const registered = registeredOf(event);
  if (registered !== undefined) return registered.at;
  return sourceOf(event) === undefined ? event.recordedAt : event.occurredAt;
}

/** A time that was taken from the disputed event is the registered one instead. */
export function undisputed<Time extends Instant | null | undefined>(
  time: Time,
  { at, recordedAt }: Disputed,
): Time | Instant {
  return time === at ? recordedAt : time;
}

/** Whether the event, or somebody's answer to it, is an answer to what was registered afterwards. */
export function isAfterwardsAnswer({ type }: Pick<CaseEvent, 'type'>): boolean {
  return type === CONFIRM || type === DISPUTE;
}

/** The answer of a unit that holds; undefined while it has given none. */
export function standingAnswer(
  state: CaseState,
  { answers }: Afterwards,
  unit: string,
): AfterwardsAnswer | undefined {
  return answers.filter((answer) => answer.unit === unit && !isStruck(state, answer.by)).at(-1);
}

/** Whether a unit that was told has still to say whether it was so. */
export function isUnanswered(state: CaseState, entry: Afterwards, unit: string): boolean {
  return (
    entry.told.includes(unit) &&
    !isStruck(state, entry.event) &&
    standingAnswer(state, entry, unit) === undefined
  );
}

/** Why a unit cannot answer to an event: it is not marked, tells somebody else, or is answered. */
export type NoAnswer = 'event' | 'unit' | 'state';

/** Whether a unit may say now whether it got an event at the time registered afterwards. */
export function mayAnswer(state: CaseState, event: number, unit: string): Afterwards | NoAnswer {
  const entry = state.afterwards?.find((each) => each.event === event);
  if (entry === undefined) return 'event';
  if (!entry.told.includes(unit)) return 'unit';
  return isUnanswered(state, entry, unit) ? entry : 'state';
}

/** The entries that a unit has still to acknowledge or dispute. */
export function unansweredBy(state: CaseState, unit: string): readonly Afterwards[] {
  return (state.afterwards ?? []).filter((entry) => isUnanswered(state, entry, unit));
}

/**
 * What has been registered afterwards when an event has been taken.
 * @param before the case before it
 * @param effects whom it told
 */
export function afterwardsAfter(
  workflow: WorkflowDefinition,
  before: CaseState,
  event: CaseEvent,
  effects: readonly OutwardEffect[],
): readonly Afterwards[] {
  const { afterwards = [] } = before;
  if (event.type === UNIT_REPLACED) {
    const { from, into } = event.payload as { readonly from: string; readonly into: string };
    return withUnitReplaced(afterwards, from, into);
  }
  const added = addedBy(workflow, before, event, effects);
  if (afterwards.length === 0) return added;
  const answered = numbersAnswered(workflow, before, event);
  const { unit } = answered;
  const is = event.type === DISPUTE ? ('disputed' as const) : ('acknowledged' as const);
  const answer = { unit, by: event.seq, is };
  return [
    ...afterwards.map((entry) =>
      answered.events.includes(entry.event) && isUnanswered(before, entry, unit)
        ? { ...entry, answers: [...entry.answers, answer] }
        : entry,
    ),
    ...added,
  ];
}

/** Which events the giver's unit answers by this one: it says so, or acknowledges what it was sent. */
function numbersAnswered(
  workflow: WorkflowDefinition,
  { machines }: CaseState,
  event: CaseEvent,
): { readonly unit: string; readonly events: readonly number[] } {
  const unit = 'unit' in event.actor ? event.actor.unit : '';
  if (isAfterwardsAnswer(event)) return { unit, events: [event.payload['event'] as number] };
  const state = machines[event.machine ?? workflow.main];
  const command = commandOf(workflow, event.type);
  return { unit, events: (state && command?.acknowledges?.(state.context, event.payload)) ?? [] };
}

/** What is registered for a unit outside is told by itself, and so is nothing that it could dispute. */
function addedBy(
  workflow: WorkflowDefinition,
  { machines }: CaseState,
  event: CaseEvent,
  effects: readonly OutwardEffect[],
): readonly Afterwards[] {
  const registered = registeredOf(event);
  if (registered === undefined || !('unit' in event.actor)) return [];
  const { unit } = event.actor;
  const machine = event.machine ?? workflow.main;
  const outside = Object.values(machines).flatMap((state) => {
    const definition = definitionOf(workflow, state.kind);
    const agent = agentOf(definition, state);
    return agent === null
      ? []
      : [{ state, agent: agent.unit, unit: definition.unit(state.context) }];
  });
  if (outside.some(({ state, agent }) => state === machines[machine] && agent === unit)) return [];
  const told = toldOthers(effects, unit).filter(
    (other) => !outside.some((each) => each.unit === other),
  );
  if (told.length === 0) return [];
  const { seq, type, recordedAt } = event;
  return [{ event: seq, type, machine, unit, ...registered, recordedAt, told, answers: [] }];
}

/** The units that a step told of something, but the one that gave the command. */
function toldOthers(effects: readonly OutwardEffect[], giver: string): readonly string[] {
  const units = effects.flatMap((effect) => (effect.type === 'disclose' ? effect.units : []));
  return [...new Set(units)].filter((unit) => unit !== giver);
}

/** What a machine may ask for that reaches somebody else. */
const TELLING = ['disclose', 'send', 'open'];

/** Whether a command may tell other parties at all: only then may it be registered afterwards. */
export function mayTellOthers(
  workflow: WorkflowDefinition,
  { name, to }: CommandDeclaration,
): boolean {
  return tellingOf(workflow).get(to)?.has(name) === true;
}

/** By group of machines the events at which one of them may ask for something that tells others. */
const tellingOf = remembered(({ machines }: WorkflowDefinition) => {
  const telling = new Map<string, Set<string>>();
  for (const { group, machine } of machines) {
    const events = allNodes(machine.root)
      .flatMap(({ transitions }) => [...transitions.values()].flat())
      .filter(({ actions }) => actions.some(isTelling))
      .map(({ eventType }) => eventType as string);
    telling.set(group, new Set([...(telling.get(group) ?? []), ...events]));
  }
  return telling;
});

function isTelling(action: unknown): boolean {
  return TELLING.includes(nameOf(action));
}

/** The message that tells a machine of a dispute. */
export function disputedMessage(event: MachineEvent, entry: Afterwards): MachineEvent {
  const { type, machine, at, recordedAt } = entry;
  const payload: Disputed = { event: entry.event, type, machine, at, recordedAt };
  return { ...event, type: DISPUTED, payload };
}
