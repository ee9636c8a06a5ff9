import {
  confirmBy,
  isInForce,
  locksAt,
  rolesAt,
  type Assignment,
  type LivingDirectory,
  type Unit,
} from '@hemgang/directory';
import { HOUR_MS, plusMs, type Instant } from '@hemgang/kernel';
import { everyOwn, type Ground, type OwnPerson } from './ground';

/** So long before it must be done an administrator sees what is to be confirmed. */
const AHEAD_MS = 60 * 24 * HOUR_MS;

/** An assignment as its controller's administrator sees it. */
export interface StaffAssignmentView {
  readonly id: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly roles: readonly string[];
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly standIn: string | null;
  /** Null: a stand-in's, or nobody has ever confirmed it. */
  readonly confirmBy: Instant | null;
  /** Null: nothing is locked here, or nobody has ever confirmed it. */
  readonly locksAt: Instant | null;
  readonly state: 'coming' | 'in-force' | 'locked' | 'ended';
}

export interface StaffView {
  readonly id: string;
  readonly name: string;
  readonly employee: string | null;
  readonly version: number;
  readonly assignments: readonly StaffAssignmentView[];
}

/** An assignment that somebody must vouch for, and whose it is. */
export interface ToConfirmView extends StaffAssignmentView {
  readonly person: { readonly id: string; readonly name: string };
  /** An administrator's own: another one must confirm it. */
  readonly own: boolean;
}

/** A unit of the controller, with what its administrator may change. */
export interface OwnUnitView {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly phone: string;
  readonly version: number;
  /** What somebody can be there. */
  readonly roles: readonly string[];
}

export function assignmentView(
  { living, now }: Pick<Ground, 'living' | 'now'>,
  assignment: Assignment,
): StaffAssignmentView {
  const { id, unit, roles, term } = assignment;
  return {
    id,
    unit: { id: unit, name: living.rows.units.find((row) => row.id === unit)?.name ?? unit },
    roles,
    from: term?.from ?? null,
    until: term?.until ?? null,
    standIn: term?.standIn ?? null,
    confirmBy: confirmBy(assignment, living.policy),
    locksAt: locksAt(assignment, living.policy),
    state: stateOf(living, now, assignment),
  };
}

/** Her assignments at the controller, those that hold first. */
export function staffView(ground: Ground, { staff, assignments }: OwnPerson): StaffView {
  const order: readonly string[] = ['in-force', 'coming', 'locked', 'ended'];
  return {
    id: staff.id,
    name: staff.name,
    employee: assignments.find(({ employee }) => employee !== null)?.employee ?? null,
    version: staff.version ?? 1,
    assignments: assignments
      .map((each) => assignmentView(ground, each))
      .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)),
  };
}

/** What is to be confirmed within the next two months or should have been: the longest due first. */
export function toConfirm(ground: Ground): readonly ToConfirmView[] {
  const { living, now, reader } = ground;
  const soon = plusMs(now, AHEAD_MS);
  return everyOwn(ground)
    .filter(({ term }) => term?.standIn === undefined && !(term?.until && term.until <= now))
    .flatMap((each) => {
      const due = confirmBy(each, living.policy);
      if (due !== null && due > soon) return [];
      const name = living.rows.staff.find(({ id }) => id === each.staff)?.name ?? each.staff;
      const person = { id: each.staff, name };
      return [{ ...assignmentView(ground, each), person, own: each.staff === reader.staff }];
    })
    .sort((a, b) => (a.confirmBy ?? '').localeCompare(b.confirmBy ?? ''));
}

export function ownUnitView({ id, kind, name, phone, version = 1 }: Unit): OwnUnitView {
  return { id, kind, name, phone, version, roles: rolesAt(kind) };
}

function stateOf(
  { policy }: LivingDirectory,
  now: Instant,
  assignment: Assignment,
): StaffAssignmentView['state'] {
  const { from, until } = assignment.term ?? {};
  if (until !== undefined && until <= now) return 'ended';
  if (from !== undefined && from > now) return 'coming';
  return isInForce(assignment, now, policy) ? 'in-force' : 'locked';
}
