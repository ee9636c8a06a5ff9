import { rolesAt, type Role, type Term } from '@hemgang/directory';
import {
  daysBetween,
  endOfLocalDay,
  localDate,
  startOfLocalDay,
  type LocalDate,
  type Refusal,
} from '@hemgang/kernel';
import { invalid, ownUnit, type Ground } from './ground';

/** In what somebody is to act. The edge has checked the form of each field. */
export interface AssignmentWish {
  readonly unit: string;
  readonly roles: readonly Role[];
  /** First local date; null: today. */
  readonly from: LocalDate | null;
  /** Last local date; null: until further notice. */
  readonly until: LocalDate | null;
  /** What the catalogue of staff calls the assignment; null: it has no commission there. */
  readonly commission: string | null;
  /** Why a stand-in is needed; null: it is no stand-in. */
  readonly standIn: string | null;
}

/** Somebody new, with her first assignment. */
export interface StaffWish {
  readonly name: string;
  /** What her identity provider calls her in this employment; null: she cannot sign in by one. */
  readonly employee: string | null;
  readonly assignment: AssignmentWish;
}

/** How an assignment is to go on. */
export interface TermWish {
  readonly roles: readonly Role[];
  readonly until: LocalDate | null;
}

/** The refusal of roles that nobody has at such a unit; null: she can have them. */
export function rolesFault(
  ground: Ground,
  { unit, roles }: Pick<AssignmentWish, 'unit' | 'roles'>,
  at = '',
): Refusal | null {
  const found = ownUnit(ground, unit);
  if (found === null || found.closedInto !== null) return invalid(`${at}/unit`, 'unknown');
  const possible = rolesAt(found.kind);
  const wrong = roles.findIndex((role) => !possible.includes(role));
  if (wrong >= 0) return invalid(`${at}/roles/${wrong}`, 'not_at_this_unit');
  return new Set(roles).size === roles.length ? null : invalid(`${at}/roles`, 'repeated');
}

/** The term of a new assignment. */
export function termOf(
  { now, living }: Ground,
  { from, until, standIn }: AssignmentWish,
  at = '',
): Term | Refusal {
  const today = localDate(now);
  const first = from ?? today;
  if (first < today) return invalid(`${at}/from`, 'out_of_range');
  if (until !== null && until < first) return invalid(`${at}/until`, 'out_of_range');
  const { standInDaysMax } = living.policy;
  const isTooLong = until === null || daysBetween(first, until) >= standInDaysMax;
  if (standIn !== null && isTooLong) return invalid(`${at}/until`, 'too_late');
  return {
    ...(first === today ? {} : { from: startOfLocalDay(first) }),
    ...(until === null ? {} : { until: endOfLocalDay(until) }),
    ...(standIn === null ? { confirmedAt: now } : { standIn }),
  };
}
