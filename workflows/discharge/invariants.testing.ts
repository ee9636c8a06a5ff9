import {
  activeNodes,
  definitionOf,
  MAKULERA,
  nextTimer,
  OVER,
  type Accepted,
  type CaseState,
  type Timer,
} from '@hemgang/engine';
import { localDate } from '@hemgang/kernel';
import { daysOf, delaySlices, delayStretches, discharge, dischargeContext } from './index';
import { declarationOf, timersOf } from './stay.testing';

/** A day later than any history reaches: the patient is still there unless it says otherwise. */
const AFTER_EVERYTHING = '2027-03-01T12:00:00.000Z';

/** What a case and its stored rows must keep to, whatever happens. */
export class Invariants {
  /** Ids of every duty that was ever open. */
  private readonly used = new Set<string>();
  /** Ids of duties that have ended. */
  private readonly ended = new Set<string>();
  /** One row per duty, kept as the store keeps it: from what each step says, never from the state. */
  private readonly timers = new Map<string, Timer>();

  /** Takes note of a step. @returns what it broke, in words */
  after({ state, opened, closed, moved }: Accepted): string[] {
    const broken: string[] = [];
    for (const duty of opened) {
      if (this.used.has(duty.id)) broken.push(`${duty.id} was open before`);
      this.used.add(duty.id);
      this.setTimer(duty.id, nextTimer(duty, declarationOf(state, duty)));
    }
    for (const { before, after } of moved) {
      if (this.ended.has(after.id)) broken.push(`${after.id} moved after its end`);
      if (before.id !== after.id) broken.push(`${before.id} moved to ${after.id}`);
      this.setTimer(after.id, nextTimer(after, declarationOf(state, after)));
    }
    for (const duty of closed) {
      if (this.ended.has(duty.id)) broken.push(`${duty.id} ended twice`);
      this.ended.add(duty.id);
      this.setTimer(duty.id, null);
    }
    return [...broken, ...this.restingFaults(state)];
  }

  private setTimer(duty: string, timer: Timer | null): void {
    if (timer === null) this.timers.delete(duty);
    else this.timers.set(duty, timer);
  }

  /** What must hold of a state however it came about. */
  private restingFaults(state: CaseState): string[] {
    const ids = state.duties.map(({ id }) => id);
    const derived = timersOf(state).map((timer) => JSON.stringify(timer));
    const stored = [...this.timers.values()].map((timer) => JSON.stringify(timer));
    return [
      ...state.duties.filter(({ unit }) => unit === '').map(({ id }) => `${id} has no owner`),
      ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is open twice`),
      ...ids.filter((id) => this.ended.has(id)).map((id) => `${id} is open after its end`),
      ...ids.filter((id) => !this.used.has(id)).map((id) => `${id} was never opened`),
      ...Object.keys(state.machines).flatMap((id) => tagFaults(state, id)),
      ...(derived.sort().join() === stored.sort().join() ? [] : ['timers differ from the duties']),
      ...closingFaults(state),
      ...delayFaults(state),
    ];
  }
}

/** A duty is open exactly while a state with its tag is active. */
function tagFaults({ machines, duties }: CaseState, id: string): string[] {
  const { kind, value } = machines[id]!;
  const { machine } = definitionOf(discharge, kind);
  const tags = activeNodes(machine, value).flatMap((node) => node.tags);
  const active = [...new Set(tags)].filter((tag) => tag !== OVER).sort();
  const open = duties.filter((duty) => duty.machine === id).map(({ key }) => key);
  return active.join() === open.sort().join()
    ? []
    : [`${id}: tags ${active.join()}, open ${open.join()}`];
}

function closingFaults({ machines, duties, closedAt }: CaseState): string[] {
  const { kind, value } = machines[discharge.main]!;
  const leaves = activeNodes(definitionOf(discharge, kind).machine, value).filter(
    ({ type }) => type === 'atomic',
  );
  const over = leaves.every(({ tags }) => tags.includes(OVER)) && duties.length === 0;
  return over === (closedAt !== null) ? [] : [`over is ${over}, closedAt is ${closedAt}`];
}

/** Whoever has said why the patient waited: the days of the slices are those of the delay. */
function delayFaults(state: CaseState): string[] {
  const context = dischargeContext(state);
  const { delayCauses = [] } = context;
  const delay = delayStretches(context, localDate(AFTER_EVERYTHING));
  const days = delaySlices(delay, delayCauses).reduce((sum, slice) => sum + slice.days, 0);
  const struck = (state.rattelser ?? [])
    .filter(({ kind }) => kind === MAKULERA)
    .map(({ event }) => event);
  return [
    ...(days === daysOf(delay) ? [] : [`${days} days of slices, ${daysOf(delay)} of delay`]),
    ...delayCauses
      .filter(({ event }) => struck.includes(event))
      .map(({ event }) => `o${event} is struck`),
  ];
}

/** Freezes everything inside, so that a write throws. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
