import {
  activeLeaves,
  definitionOf,
  migrate,
  MIGRATED,
  pathOf,
  type Accepted,
  type CaseEvent,
  type CaseState,
  type ClosedDuty,
  type MachineState,
  type NotMigrated,
  type OpenDuty,
  type WorkflowDefinition,
  type WorkflowMigration,
} from '@hemgang/engine';
import type { Instant, Text } from '@hemgang/kernel';
import { declarationIn } from './duty-view';
import type { RegisteredWorkflow } from './registry';

/** Something before and after; null where there is nothing. */
export interface Change<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** A machine whose states become others. */
export interface MachineChange {
  readonly id: string;
  /** Its leaf states by path: `live.reception.ready`. */
  readonly states: Change<readonly string[]>;
}

export interface DutyChange {
  readonly id: string;
  readonly title: Text;
  readonly unit: string;
  readonly what: 'kept' | 'moved' | 'opened' | 'closed';
  readonly outcome: string | null;
  readonly key: Change<string | null>;
  readonly due: Change<Instant | null>;
  /** It is not overdue by the old rules and is by the new. Its passed reminders are not sent. */
  readonly becomesOverdue: boolean;
}

/** What a migration does to one case. */
export interface CasePlan {
  readonly caseId: string;
  readonly version: Change<number>;
  /** Null: it can go over. Otherwise why not, and nothing else is said. */
  readonly hindered: Text | null;
  readonly word: Change<string>;
  readonly machines: readonly MachineChange[];
  readonly duties: readonly DutyChange[];
  /** Nothing is left to do in it. */
  readonly closes: boolean;
}

/** Why a case stays where it is. */
export interface Hindered {
  readonly kind: 'hindered';
  readonly why: Text;
}

/** A registered version on each side of a migration. */
export interface Crossing {
  readonly migration: WorkflowMigration;
  readonly from: RegisteredWorkflow;
  readonly to: RegisteredWorkflow;
}

/** What a case is before it is asked to go over. */
export interface Candidate {
  readonly id: string;
  readonly state: CaseState;
  /** Structure of the version that wrote it last. */
  readonly definitionHash: string;
}

/** The event by which a case goes over. `given` keeps what it was, so that it can go back. */
export function migrationEvent(
  { from, to }: Crossing,
  state: CaseState,
  recordedAt: Instant,
): CaseEvent {
  return {
    type: MIGRATED,
    seq: state.seq + 1,
    occurredAt: recordedAt,
    recordedAt,
    actor: { system: 'workflow' },
    payload: { from: markOf(from), to: markOf(to) },
    given: { before: state },
  };
}

/** A version as events name it. */
export function markOf({ definition, hash }: RegisteredWorkflow) {
  return { version: definition.version, hash };
}

/**
 * Decides whether a case goes over and what becomes of it. Pure.
 * A case written by another structure under the same number is none of the migration's business.
 */
export function decideMigration(
  { migration, from }: Crossing,
  { state, definitionHash }: Candidate,
  event: CaseEvent,
): Accepted | Hindered {
  if (definitionHash !== from.hash) return otherStructure(from.definition.version);
  return orHindered(migrate(migration, state, event));
}

/** The engine's words are for whoever wrote the migration; they are the same in both languages. */
export function orHindered(result: Accepted | NotMigrated): Accepted | Hindered {
  if (result.kind === 'accepted') return result;
  const { why } = result;
  return hindered(`överföringen passar inte ärendet: ${why}`, `the migration does not fit: ${why}`);
}

export function otherStructure(version: number): Hindered {
  return hindered(
    `ärendet följer en annan version ${version} än programmets`,
    `the case runs on another version ${version} than this program's`,
  );
}

export function hindered(sv: string, en: string): Hindered {
  return { kind: 'hindered', why: { sv, en } };
}

/** Says what a migration at `now` would do to a case; nothing is done. Pure. */
export function planOf(crossing: Crossing, candidate: Candidate, now: Instant): CasePlan {
  const { from, to } = crossing;
  const { id, state } = candidate;
  const event = migrationEvent(crossing, state, now);
  const result = decideMigration(crossing, candidate, event);
  const version = { before: from.definition.version, after: to.definition.version };
  const word = from.definition.summary(state).word;
  if (result.kind === 'hindered') {
    const unchanged = { word: { before: word, after: word }, machines: [], duties: [] };
    return { caseId: id, version, hindered: result.why, ...unchanged, closes: false };
  }
  const after = result.state;
  return {
    caseId: id,
    version,
    hindered: null,
    word: { before: word, after: to.definition.summary(after).word },
    machines: machineChanges(crossing, state, after),
    duties: dutyChanges(crossing, state, result, now),
    closes: state.closedAt === null && after.closedAt !== null,
  };
}

function machineChanges(
  { from, to }: Crossing,
  before: CaseState,
  after: CaseState,
): MachineChange[] {
  return Object.entries(before.machines).flatMap(([id, machine]) => {
    const now = after.machines[id];
    if (now === undefined) return [];
    const states = {
      before: leaves(from.definition, machine),
      after: leaves(to.definition, now),
    };
    return states.before.join() === states.after.join() ? [] : [{ id, states }];
  });
}

function leaves(workflow: WorkflowDefinition, { kind, value }: MachineState): string[] {
  return activeLeaves(definitionOf(workflow, kind).machine, value).map(pathOf).sort();
}

function dutyChanges(
  crossing: Crossing,
  { duties }: CaseState,
  { state, opened, closed, moved }: Accepted,
  now: Instant,
): DutyChange[] {
  const closedById = new Map(closed.map((duty) => [duty.id, duty]));
  const afterById = new Map(state.duties.map((duty) => [duty.id, duty]));
  const isMoved = (id: string) => moved.some(({ after }) => after.id === id);
  return [
    ...duties.map((duty) => {
      const ended = closedById.get(duty.id);
      const kept = afterById.get(duty.id) ?? null;
      const what = ended ? 'closed' : isMoved(duty.id) ? 'moved' : 'kept';
      return dutyChange(crossing, what, { before: duty, after: kept, ended }, now);
    }),
    ...opened.map((duty) => dutyChange(crossing, 'opened', { before: null, after: duty }, now)),
  ];
}

function dutyChange(
  { from, to }: Crossing,
  what: DutyChange['what'],
  duty: Change<OpenDuty | null> & { readonly ended?: ClosedDuty | undefined },
  now: Instant,
): DutyChange {
  const { before, after, ended } = duty;
  const { id, unit, key } = after ?? ended ?? { id: '', unit: '', key: '' };
  const isOverdue = (each: OpenDuty | null) => each?.due != null && each.due < now;
  return {
    id,
    title: declarationIn(after === null ? from : to, key).title,
    unit,
    what,
    outcome: ended?.outcome ?? null,
    key: { before: before?.key ?? null, after: after?.key ?? null },
    due: { before: before?.due ?? null, after: after?.due ?? null },
    becomesOverdue: isOverdue(after) && !isOverdue(before),
  };
}
