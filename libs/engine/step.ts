import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '@hemgang/kernel';
import {
  afterwardsAfter,
  disputedMessage,
  isAfterwardsAnswer,
  mayAnswer,
  type Afterwards,
} from './afterwards';
import { DISPUTE } from './afterwards-commands';
import type { CaseState, MachineState } from './case-state';
import { isOver } from './closing';
import type { ClosedDuty, MovedDuty, OpenDuty } from './duty';
import { compareDuties } from './duties';
import type { MachineEffect, OutwardEffect, SendEffect } from './effect';
import type { CaseEvent, MachineEvent, MachineId } from './event';
import { EngineFault } from './fault';
import { sourceOf, withPastSteps } from './imported';
import {
  activeTags,
  moveMachine,
  restingState,
  restoreMachine,
  startMachine,
  type Moved,
} from './machine';
import { outsideEvent } from './machine-event';
import { stepOverlay } from './overlay';
import { UNIT_REPLACED, withUnitReplaced } from './replace-unit';
import { joinedBy, leftBy } from './parties';
import {
  CORRECT,
  CORRECTED,
  isRattelse,
  machinesKept,
  movedMachines,
  originalOf,
  RATTELSE_TOLD,
  struckName,
  type Original,
  type Rattelse,
  type RattelseTold,
} from './rattelse';
import type { Accepted, JoinedParty, NotPossible } from './step-result';
import {
  alsoPartiesOf,
  definitionOf,
  partiesOf,
  type MachineDefinition,
  type WorkflowDefinition,
} from './workflow';

/**
 * More messages than this between the machines of one case in one step, beside one for each of them, is
 * a loop and not a process.
 */
const MESSAGES_PER_STEP_MAX = 200;

/**
 * Applies one event to a case: the addressed machine moves, its messages to other machines of the
 * case are delivered until all is quiet, and the duties follow the states. Pure.
 * @param state null opens the case
 * @throws EngineFault when a machine or a stored state is wrong; RangeError never
 */
export function step(
  workflow: WorkflowDefinition,
  state: CaseState | null,
  event: CaseEvent,
  agreement: Readonly<Record<string, unknown>> = {},
): Accepted | NotPossible {
  if (state === null) {
    const run = new Run(workflow, emptyCase(workflow, event, agreement), event);
    run.open(workflow.main, workflow.main, workflow.openingInput(outsideEvent(event)));
    // The opening command may already say more than the machine needs to start.
    run.deliver(workflow.main, outsideEvent(event));
    return run.finish();
  }
  const overlay = stepOverlay(workflow, state, event);
  if (overlay !== null) return overlay;
  if (event.type === UNIT_REPLACED) return replaceUnit(workflow, state, event);
  const machine = event.machine ?? workflow.main;
  if (state.machines[machine] === undefined) return notPossible('unknown-machine');
  const run = new Run(workflow, state, event);
  if (isRattelse(event)) {
    run.rattelse(originalOf(event));
    return run.finish();
  }
  if (isAfterwardsAnswer(event)) {
    const unit = 'unit' in event.actor ? event.actor.unit : '';
    const entry = mayAnswer(state, event.payload['event'] as number, unit);
    if (typeof entry === 'string') return notPossible('not-in-this-state');
    run.answerAfterwards(entry, unit);
    return run.finish();
  }
  if (!run.deliver(machine, outsideEvent(event))) return notPossible('not-in-this-state');
  return run.finish();
}

/** A closed unit's duties and machines pass to its successor, in one event of the case. */
function replaceUnit(
  workflow: WorkflowDefinition,
  state: CaseState,
  event: CaseEvent,
): Accepted | NotPossible {
  const { from, into } = event.payload as { readonly from: string; readonly into: string };
  const run = new Run(workflow, state, event);
  // In the order of their ids: that of an object's keys does not outlive its storage.
  const ids = Object.keys(state.machines).sort();
  const touched = ids.filter((id) => run.replaceUnit(id, from, into));
  return touched.length === 0 ? notPossible('not-in-this-state') : run.finish();
}

function notPossible(reason: NotPossible['reason']): NotPossible {
  return { kind: 'not-possible', reason };
}

function emptyCase(
  workflow: WorkflowDefinition,
  event: CaseEvent,
  agreement: CaseState['agreement'],
): CaseState {
  return {
    type: workflow.type,
    workflowVersion: workflow.version,
    seq: 0,
    openedAt: event.occurredAt,
    closedAt: null,
    agreement,
    machines: {},
    duties: [],
  };
}

/** One step under way. Holds copies; the state it was given stays as it was. */
class Run {
  private readonly machines: Record<MachineId, MachineState>;
  private duties: readonly OpenDuty[];
  private readonly opened: OpenDuty[] = [];
  private readonly closed: ClosedDuty[] = [];
  private readonly moved: MovedDuty[] = [];
  private readonly effects: OutwardEffect[] = [];
  private readonly rattelser: Rattelse[] = [];
  private openedAt: Instant;
  private readonly queue: { to: MachineId; event: MachineEvent }[] = [];

  constructor(
    private readonly workflow: WorkflowDefinition,
    private readonly before: CaseState,
    private readonly event: CaseEvent,
  ) {
    this.machines = { ...before.machines };
    this.duties = before.duties;
    this.openedAt = before.openedAt;
  }

  open(id: MachineId, kind: string, input: unknown): void {
    if (this.machines[id] !== undefined) throw new EngineFault(`machine "${id}" is there already`);
    const definition = definitionOf(this.workflow, kind);
    const started = startMachine(definition.machine, definition.input.parse(input));
    this.settle(id, definition, started, this.event.type);
  }

  /** @returns false when the machine does not handle the event in its present state */
  deliver(id: MachineId, event: MachineEvent): boolean {
    const state = this.machines[id];
    if (state === undefined) throw new EngineFault(`"${event.type}" is sent to unknown "${id}"`);
    const definition = definitionOf(this.workflow, state.kind);
    if (!definition.machine.events.includes(event.type)) return false;
    const snapshot = restoreMachine(definition.machine, state);
    const moved = moveMachine(definition.machine, snapshot, event);
    if (moved === null) return false;
    this.settle(id, definition, moved, event.type);
    return true;
  }

  /** @returns false when the machine does not remember the unit */
  replaceUnit(id: MachineId, from: string, into: string): boolean {
    const state = this.machines[id];
    if (state === undefined) return false;
    const context = withUnitReplaced(state.context, from, into);
    if (context === state.context) return false;
    const definition = definitionOf(this.workflow, state.kind);
    const snapshot = restoreMachine(definition.machine, { ...state, context });
    this.settle(id, definition, { snapshot, effects: [] }, UNIT_REPLACED);
    return true;
  }

  /**
   * A correction or a makulering: the machine goes on, or the machines go back, and facts take other
   * values. What the machines do not take had no effect any more. Works after the end of the case.
   */
  rattelse(original: Original): void {
    const { machine, type, payload, kept, effect, facts, seq, told } = original;
    if (effect === 'returns') this.goBack(machinesKept(original));
    const message = (type: string, payload: MachineEvent['payload']): MachineEvent => ({
      ...outsideEvent(this.event),
      type,
      payload,
    });
    if (effect === 'moves') {
      this.deliver(machine, message(struckName(type), { ...payload, ...kept, event: seq }));
    }
    if (Object.keys(facts).length > 0) this.deliver(machine, message(CORRECTED, { facts }));
    const entry = this.event.type === CORRECT ? 'rattelse' : 'makulering';
    this.carryOut(machine, { type: 'disclose', entry, legalBasis: 'PROCESS', units: told });
    const toCarry: RattelseTold = { entry, units: told };
    for (const id of Object.keys(this.machines).sort()) {
      this.deliver(id, message(RATTELSE_TOLD, { ...toCarry }));
    }
    const kind = this.event.type as Rattelse['kind'];
    this.rattelser.push({ event: seq, by: this.event.seq, kind });
    this.beginAnew(machine, facts);
  }

  /**
   * What a unit says of an event that was registered afterwards. Disputed, its time holds no longer
   * for the unit's own machines, nor for the one that the event was given to.
   */
  answerAfterwards(entry: Afterwards, unit: string): void {
    const isDispute = this.event.type === DISPUTE;
    const concerned = Object.entries(this.machines)
      .filter(([id, { kind, context }]) => {
        return id === entry.machine || definitionOf(this.workflow, kind).unit(context) === unit;
      })
      .map(([id]) => id)
      .sort();
    const message = disputedMessage(outsideEvent(this.event), entry);
    for (const id of isDispute ? concerned : []) this.deliver(id, message);
    this.carryOut(entry.machine, {
      type: 'disclose',
      entry: isDispute ? 'bestridande' : 'bekraftelse',
      legalBasis: 'PROCESS',
      units: [entry.unit],
    });
  }

  /** The machines stand again where they stood before an event that had ended everything. */
  private goBack(machines: Readonly<Record<MachineId, MachineState>>): void {
    for (const [id, state] of Object.entries(machines)) {
      if (isDeepStrictEqual(state, this.machines[id])) continue;
      const definition = definitionOf(this.workflow, state.kind);
      const snapshot = restoreMachine(definition.machine, state);
      this.settle(id, definition, { snapshot, effects: [] }, this.event.type);
    }
  }

  /** A corrected admission is from then on when the case began. */
  private beginAnew(machine: MachineId, facts: Original['facts']): void {
    const { main, open } = this.workflow;
    if (machine !== main) return;
    const opening = Object.entries(
      definitionOf(this.workflow, main).correctable?.[open.name] ?? {},
    );
    const [name] = opening.find(([, fact]) => fact.opens === true) ?? [];
    if (name !== undefined && typeof facts[name] === 'string') this.openedAt = facts[name];
  }

  finish(): Accepted {
    const most = MESSAGES_PER_STEP_MAX + Object.keys(this.machines).length;
    for (let count = 0; ; count += 1) {
      const message = this.queue.shift();
      if (message === undefined) break;
      if (count >= most) {
        throw new EngineFault(`the machines do not come to rest after "${this.event.type}"`);
      }
      this.deliver(message.to, message.event);
    }
    const { opened, closed, moved, effects } = this;
    const [joined, left] = [this.joined(), this.left()];
    const touched = movedMachines(this.before.machines, this.machines);
    const state = this.state();
    return { kind: 'accepted', state, joined, left, opened, closed, moved, effects, touched };
  }

  private settle(id: MachineId, definition: MachineDefinition, to: Moved, type: string): void {
    this.machines[id] = restingState(definition.kind, to.snapshot);
    const change = compareDuties(
      this.duties.filter((duty) => duty.machine === id),
      {
        machine: id,
        declarations: definition.duties,
        eventType: type,
        context: to.snapshot.context,
        tags: activeTags(to.snapshot),
        agreement: this.before.agreement,
        event: this.event,
      },
    );
    this.duties = [...this.duties.filter((duty) => duty.machine !== id), ...change.open];
    this.opened.push(...change.opened);
    this.closed.push(...change.closed);
    this.moved.push(...change.moved);
    for (const effect of to.effects) this.carryOut(id, effect);
  }

  private carryOut(from: MachineId, effect: MachineEffect): void {
    switch (effect.type) {
      case 'send':
        for (const to of this.addressees(from, effect.to)) this.enqueue(from, to, effect.event);
        return;
      case 'open':
        for (const { id, kind, input } of effect.machines) this.open(id, kind, input);
        return;
      case 'disclose':
        if (effect.units.length > 0) this.effects.push(effect);
        return;
      case 'erase':
        this.effects.push(effect);
        return;
      case 'tell-case':
        if (effect.cases.length > 0) this.effects.push(effect);
        return;
    }
  }

  private addressees(from: MachineId, to: SendEffect['to']): readonly MachineId[] {
    return to === 'every-other' ? Object.keys(this.machines).filter((id) => id !== from) : to;
  }

  private enqueue(
    from: MachineId,
    to: MachineId,
    message: { readonly type: string; readonly payload: Readonly<Record<string, unknown>> },
  ): void {
    this.queue.push({ to, event: { ...outsideEvent(this.event), ...message, from } });
  }

  private joined(): JoinedParty[] {
    return this.changed().flatMap(({ machine, old, now }) =>
      joinedBy(
        machine,
        old === undefined ? [] : partiesOf(definitionOf(this.workflow, old.kind), old),
        partiesOf(definitionOf(this.workflow, now.kind), now),
      ),
    );
  }

  /** The unit of a machine stays a party for good; those it named beside may leave. */
  private left(): JoinedParty[] {
    return this.changed().flatMap(({ machine, old, now }) =>
      old === undefined
        ? []
        : leftBy(
            machine,
            alsoPartiesOf(definitionOf(this.workflow, old.kind), old),
            partiesOf(definitionOf(this.workflow, now.kind), now),
          ),
    );
  }

  private changed(): { machine: MachineId; old: MachineState | undefined; now: MachineState }[] {
    return Object.entries(this.machines)
      .map(([machine, now]) => ({ machine, old: this.before.machines[machine], now }))
      .filter(({ old, now }) => old !== now);
  }

  private state(): CaseState {
    const { before, event, machines, workflow, openedAt } = this;
    const isTakenOver = sourceOf(event) !== undefined;
    const duties = isTakenOver
      ? withPastSteps(workflow, machines, this.duties, event.recordedAt)
      : this.duties;
    const over = duties.length === 0 && isOver(workflow, machines[workflow.main]);
    const rattelser = [...(before.rattelser ?? []), ...this.rattelser];
    const afterwards = afterwardsAfter(workflow, before, event, this.effects);
    return {
      ...before,
      openedAt,
      seq: event.seq,
      closedAt: over ? (before.closedAt ?? event.occurredAt) : null,
      machines,
      duties,
      ...(rattelser.length === 0 ? {} : { rattelser }),
      ...(afterwards.length === 0 ? {} : { afterwards }),
    };
  }
}
