import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '@hemgang/kernel';
import type { CaseState, MachineState } from './case-state';
import { compareDuties, withPassed, type DutyChange } from './duties';
import type { DutyDeclaration, OpenDuty } from './duty';
import type { CaseEvent, MachineId } from './event';
import { EngineFault } from './fault';
import { climb, nextTimer } from './ladder';
import { activeTags, restoreMachine } from './machine';
import { migratedValue } from './migrate-states';
import {
  MIGRATED,
  type MachineMigration,
  type NotMigrated,
  type WorkflowMigration,
} from './migration';
import { isOver } from './closing';
import { joinedBy, leftBy } from './parties';
import type { Accepted, JoinedParty } from './step-result';
import { alsoPartiesOf, definitionOf, partiesOf, type MachineDefinition } from './workflow';

/**
 * Takes a case over to another version of its workflow: every machine gets the state that the
 * migration names, the duties follow the states. Pure; nobody is told and no reminder is sent.
 *
 * A duty that goes on keeps id, person, start and its place on the ladder; its due time is computed
 * anew. The rungs that have passed for a duty that is overdue by its new due time count as passed: a
 * new rule is no reason to remind of yesterday. Only a reminder that was owed already is not lost.
 * @param event `workflow-migrated`; its times are the migration's
 */
export function migrate(
  migration: WorkflowMigration,
  state: CaseState,
  event: CaseEvent,
): Accepted | NotMigrated {
  try {
    return crossed(migration, state, event);
  } catch (fault) {
    if (!(fault instanceof EngineFault)) throw fault;
    return { kind: 'not-migrated', why: fault.message };
  }
}

/**
 * Takes a case back to what it was before its last event, a migration. Duties that the migration
 * closed are open again as they were; those that it opened are withdrawn.
 * @param migrated the event of the migration, whose `given` holds the state before it
 */
export function undoMigration(
  migrated: CaseEvent,
  state: CaseState,
  event: CaseEvent,
): Accepted | NotMigrated {
  const before = migrated.given['before'] as CaseState | undefined;
  if (migrated.type !== MIGRATED || migrated.seq !== state.seq || before === undefined) {
    return { kind: 'not-migrated', why: 'the last event of the case is no migration' };
  }
  const had = new Map(before.duties.map((duty) => [duty.id, duty]));
  const has = new Map(state.duties.map((duty) => [duty.id, duty]));
  return {
    kind: 'accepted',
    touched: Object.keys(state.machines),
    state: { ...before, seq: event.seq },
    // Who became a party by the migration has seen the case and stays one.
    joined: [],
    left: [],
    opened: before.duties.filter(({ id }) => !has.has(id)),
    closed: state.duties
      .filter(({ id }) => !had.has(id))
      .map((duty) => ({ ...duty, closedAt: event.occurredAt, outcome: 'withdrawn' })),
    moved: before.duties.flatMap((after) => {
      const old = has.get(after.id);
      return old === undefined ? [] : [{ before: old, after }];
    }),
    effects: [],
  };
}

function crossed(migration: WorkflowMigration, state: CaseState, event: CaseEvent): Accepted {
  const { from, to } = migration;
  if (state.workflowVersion !== from.version) {
    throw new EngineFault(`the case runs on version ${state.workflowVersion}`);
  }
  const agreement = migration.agreement?.(state.agreement) ?? state.agreement;
  // In the order of their ids: that of an object's keys does not outlive its storage.
  const crossings = Object.entries(state.machines)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, before]) =>
      machineCrossed(migration, { id, before, duties: state.duties, agreement, event }),
    );
  const machines = Object.fromEntries(crossings.map(({ id, after }) => [id, after]));
  const opened = crossings.flatMap(({ change }) => change.opened);
  const open = new Map(
    crossings.flatMap(({ change }) => change.open.map((duty) => [duty.id, duty])),
  );
  const duties = [...state.duties.flatMap(({ id }) => open.get(id) ?? []), ...opened];
  const over = duties.length === 0 && isOver(to, machines[to.main]);
  if (state.closedAt !== null && !over) throw new EngineFault('the closed case would open again');
  return {
    kind: 'accepted',
    touched: Object.keys(state.machines),
    state: {
      ...state,
      workflowVersion: to.version,
      seq: event.seq,
      closedAt: over ? (state.closedAt ?? event.occurredAt) : null,
      agreement,
      machines,
      duties,
    },
    joined: crossings.flatMap(({ joined }) => joined),
    left: crossings.flatMap(({ left }) => left),
    opened,
    closed: crossings.flatMap(({ change }) => change.closed),
    moved: crossings.flatMap(({ change }) => change.moved),
    effects: [],
  };
}

/** One machine on its way, and what it needs of its case. */
interface Traveller {
  readonly id: MachineId;
  readonly before: MachineState;
  /** The duties of the whole case before. */
  readonly duties: readonly OpenDuty[];
  readonly agreement: CaseState['agreement'];
  readonly event: CaseEvent;
}

/** One machine that has arrived. */
interface Crossing {
  readonly id: MachineId;
  readonly after: MachineState;
  readonly change: DutyChange;
  readonly joined: readonly JoinedParty[];
  readonly left: readonly JoinedParty[];
}

function machineCrossed({ from, to, machines }: WorkflowMigration, traveller: Traveller): Crossing {
  const { id, before, event } = traveller;
  const { kind } = before;
  const plan = machines[kind];
  if (plan === undefined) throw new EngineFault(`nothing says how "${kind}" goes over`);
  try {
    const old = definitionOf(from, kind);
    const now = definitionOf(to, kind);
    restoreMachine(old.machine, before);
    const after: MachineState = {
      kind,
      value: migratedValue(old.machine, now.machine, plan, before),
      context: plan.context?.(before.context, event) ?? before.context,
    };
    return {
      id,
      after,
      change: dutiesCrossed(plan, old, now, after, traveller),
      joined: joinedBy(id, partiesOf(old, before), partiesOf(now, after)),
      left: leftBy(id, alsoPartiesOf(old, before), partiesOf(now, after)),
    };
  } catch (fault) {
    if (!(fault instanceof EngineFault)) throw fault;
    throw new EngineFault(`${kind} "${id}": ${fault.message}`, { cause: fault });
  }
}

function dutiesCrossed(
  plan: MachineMigration,
  old: MachineDefinition,
  now: MachineDefinition,
  after: MachineState,
  { id, duties, agreement, event }: Traveller,
): DutyChange {
  const { renamed = {} } = plan;
  const before = duties.filter(({ machine }) => machine === id);
  const change = compareDuties(
    before.map((duty) => ({ ...duty, key: renamed[duty.key] ?? duty.key })),
    {
      machine: id,
      declarations: declarationsWhileCrossing(plan, old, now),
      eventType: MIGRATED,
      context: after.context,
      tags: activeTags(restoreMachine(now.machine, after)),
      agreement,
      event,
    },
  );
  const originals = new Map(before.map((duty) => [duty.id, duty]));
  const laddered = change.open.map((duty) => {
    const declaration = now.duties[duty.key];
    if (declaration === undefined) throw new EngineFault(`duty "${duty.key}" is not declared`);
    const original = originals.get(duty.id);
    const source = original && { duty: original, declaration: old.duties[original.key] };
    const passed = passedAfter(source, duty, declaration, event.recordedAt);
    return { source, duty: withPassed(duty, passed), declaration };
  });
  return {
    open: laddered.map(({ duty }) => duty),
    opened: laddered.filter(({ source }) => source === undefined).map(({ duty }) => duty),
    closed: change.closed.map((duty) => ({
      ...duty,
      key: originals.get(duty.id)?.key ?? duty.key,
    })),
    moved: laddered.flatMap(({ source, duty, declaration }) =>
      source === undefined || isUntouched(source, duty, declaration)
        ? []
        : [{ before: source.duty, after: duty }],
    ),
  };
}

/** The new declarations, with what it means that a duty ends by the migration itself. */
function declarationsWhileCrossing(
  { renamed = {}, ended = {} }: MachineMigration,
  old: MachineDefinition,
  now: MachineDefinition,
): Readonly<Record<string, DutyDeclaration>> {
  const endings = Object.entries(ended).flatMap(([key, outcome]) => {
    const newKey = renamed[key] ?? key;
    const declaration = now.duties[newKey] ?? old.duties[key];
    return declaration === undefined
      ? []
      : [[newKey, { ...declaration, outcomes: { [MIGRATED]: outcome } }] as const];
  });
  return { ...now.duties, ...Object.fromEntries(endings) };
}

/** A duty as it was, with the declaration of then. */
interface Source {
  readonly duty: OpenDuty;
  readonly declaration: DutyDeclaration | undefined;
}

/** How many rungs of its ladder a duty has behind it in the new version. */
function passedAfter(
  source: Source | undefined,
  duty: OpenDuty,
  declaration: DutyDeclaration,
  now: Instant,
): number {
  const isMoved = source?.duty.due !== duty.due;
  const isSameLadder = isDeepStrictEqual(source?.declaration?.ladder, declaration.ladder);
  if (source !== undefined && !isMoved && isSameLadder) return source.duty.passed ?? 0;
  // A due time that is still to come has its whole ladder before it.
  if (duty.due === null || (isMoved && duty.due > now)) return 0;
  const reached = climb(withPassed(duty, 0), declaration, now)?.duty.passed ?? 0;
  return Math.max(0, reached - (isReminderOwed(source, now) ? 1 : 0));
}

/** A rung that was reached under the old rule and that no sweeper has come to yet. */
function isReminderOwed(source: Source | undefined, now: Instant): boolean {
  if (source?.declaration === undefined) return false;
  return climb(source.duty, source.declaration, now) !== null;
}

/** Neither the duty nor its next reminder has changed. */
function isUntouched(source: Source, duty: OpenDuty, declaration: DutyDeclaration): boolean {
  const timer = source.declaration && nextTimer(source.duty, source.declaration);
  return (
    isDeepStrictEqual(source.duty, duty) && isDeepStrictEqual(timer, nextTimer(duty, declaration))
  );
}
