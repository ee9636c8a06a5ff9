import type { Instant } from '@hemgang/kernel';
import type { ClosedDuty, DutyDeclaration, MovedDuty, OpenDuty } from './duty';
import type { CaseEvent, MachineId } from './event';
import { EngineFault } from './fault';
import { MAKULERA } from './rattelse';

/** What one transition of one machine did to its duties. */
export interface DutyChange {
  readonly open: readonly OpenDuty[];
  readonly opened: readonly OpenDuty[];
  readonly closed: readonly ClosedDuty[];
  readonly moved: readonly MovedDuty[];
}

interface Transition {
  readonly machine: MachineId;
  readonly declarations: Readonly<Record<string, DutyDeclaration>>;
  /** The event this machine took: decides what ending a duty means. */
  readonly eventType: string;
  readonly context: unknown;
  readonly tags: ReadonlySet<string>;
  readonly agreement: unknown;
  readonly event: CaseEvent;
}

/**
 * Compares the open duties of a machine with the states it is in now. A duty is open exactly while
 * its tag is active: what is new opens, what is gone closes, what survives is computed again.
 * @param before the machine's duties before the transition
 */
export function compareDuties(before: readonly OpenDuty[], now: Transition): DutyChange {
  const opened: OpenDuty[] = [];
  const moved: MovedDuty[] = [];
  const open: OpenDuty[] = [];
  for (const [key, declaration] of Object.entries(now.declarations)) {
    if (!now.tags.has(key)) continue;
    const old = before.find((duty) => duty.key === key);
    const duty = old === undefined ? openDuty(key, declaration, now) : again(old, declaration, now);
    if (old === undefined) opened.push(duty);
    else if (duty !== old) moved.push({ before: old, after: duty });
    open.push(duty);
  }
  const closed = before
    .filter((duty) => !now.tags.has(duty.key))
    .map((duty) => close(duty, now.declarations[duty.key], now));
  return { open, opened, closed, moved };
}

function openDuty(key: string, declaration: DutyDeclaration, now: Transition): OpenDuty {
  return {
    id: `${now.machine}.${key}.${now.event.seq}`,
    key,
    machine: now.machine,
    ...facts(key, declaration, now),
  };
}

/** A surviving duty; the same object when nothing about it changed. */
function again(old: OpenDuty, declaration: DutyDeclaration, now: Transition): OpenDuty {
  const { unit, since, due } = facts(old.key, declaration, now);
  if (unit === old.unit && since === old.since && due === old.due) return old;
  // A new unit has nobody on it yet; a new due time has a ladder of its own.
  const kept = unit === old.unit ? old : released(old);
  return { ...withPassed(kept, due === old.due ? (old.passed ?? 0) : 0), unit, since, due };
}

/** The duty with so many rungs of its ladder behind it. */
export function withPassed({ passed: _, ...duty }: OpenDuty, passed: number): OpenDuty {
  return passed === 0 ? duty : { ...duty, passed };
}

/** The duty with nobody on it. */
export function released({ person: _, ...duty }: OpenDuty): OpenDuty {
  return duty;
}

function facts(
  key: string,
  declaration: DutyDeclaration,
  now: Transition,
): { unit: string; since: Instant; due: Instant | null } {
  const unit = declaration.owner(now.context);
  if (typeof unit !== 'string' || unit === '') {
    throw new EngineFault(`duty "${key}" of "${now.machine}" has no owner`);
  }
  const since = timeOf('since', key, now, () => declaration.since(now.context));
  const due = timeOf('due', key, now, () => declaration.due(now.context, now.agreement));
  return { unit, since, due };
}

/** A missing hour in the agreement makes NaN of a due time: that duty must not open without one. */
function timeOf<Time extends Instant | null>(
  name: 'since' | 'due',
  key: string,
  { machine }: Transition,
  compute: () => Time,
): Time {
  try {
    const time = compute();
    if (time === null || Number.isFinite(Date.parse(time))) return time;
  } catch (cause) {
    throw new EngineFault(`"${name}" of duty "${key}" of "${machine}" is no time`, { cause });
  }
  throw new EngineFault(`"${name}" of duty "${key}" of "${machine}" is no time`);
}

function close(
  duty: OpenDuty,
  declaration: DutyDeclaration | undefined,
  now: Transition,
): ClosedDuty {
  // When machines go back to before a struck event, what it had opened was never owed.
  const outcome = now.eventType === MAKULERA ? 'withdrawn' : declaration?.outcomes[now.eventType];
  if (outcome === undefined) {
    throw new EngineFault(`"${now.eventType}" ends duty "${duty.key}" without a declared outcome`);
  }
  return { ...duty, closedAt: now.event.occurredAt, outcome };
}
