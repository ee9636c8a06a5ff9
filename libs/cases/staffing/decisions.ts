import { isInForce, type Assignment } from '@hemgang/directory';
import {
  daysBetween,
  endOfLocalDay,
  localDate,
  type LocalDate,
  type Refusal,
} from '@hemgang/kernel';
import type { SnapshotKey } from '@hemgang/store';
import { canSealTo } from '../downtime/sealing';
import { isRefusal } from '../envelope';
import {
  ADMINISTRATOR,
  everyOwn,
  invalid,
  isStale,
  LAST_ADMINISTRATOR,
  leavesNobody,
  nextVersion,
  NOT_FOUND,
  ownAssignments,
  ownPerson,
  ownUnit,
  type Decided,
  type Ground,
} from './ground';
import { rolesFault, termOf, type AssignmentWish, type StaffWish, type TermWish } from './wishes';

const STALE: Refusal = { code: 'VERSION_STALE' };

/**
 * What administrators of a controller decide about its own. Pure: each takes the directory as it is
 * and gives the rows that are to stand, or a refusal. What belongs to another controller is not found.
 */

/** Takes somebody new in. @param id of the new rows, of which there is one per request */
export function addStaff(ground: Ground, wish: StaffWish, id: string): Decided | Refusal {
  const at = '/assignment';
  const fault = rolesFault(ground, wish.assignment, at);
  if (fault !== null) return fault;
  const { employee } = wish;
  const isTaken = ground.living.rows.assignments.some((each) => each.employee === employee);
  if (employee !== null && isTaken) return invalid('/employee', 'taken');
  const staff = { id: `p-${id}`, name: wish.name };
  const given = assignmentOf(ground, wish.assignment, { id, staff: staff.id, employee }, at);
  if (isRefusal(given)) return given;
  return { subjects: [staff.id], change: { staff: [staff], assignments: [given] } };
}

/** Gives somebody of the controller another assignment, as a stand-in or for longer. */
export function assign(
  ground: Ground,
  person: string,
  wish: AssignmentWish,
  id: string,
): Decided | Refusal {
  const own = ownPerson(ground, person);
  if (own === null) return NOT_FOUND;
  if (isStale(ground, own.staff)) return STALE;
  const fault = rolesFault(ground, wish);
  if (fault !== null) return fault;
  const employee = own.assignments.find((each) => each.employee !== null)?.employee ?? null;
  const given = assignmentOf(ground, wish, { id, staff: person, employee });
  if (isRefusal(given)) return given;
  const isThere = own.assignments.some(
    (each) => each.unit === wish.unit && !hasEnded(ground, each),
  );
  if (isThere) return invalid('/unit', 'taken');
  const change = { staff: [nextVersion(own.staff)], assignments: [given] };
  return { subjects: [person], change };
}

/** Other roles or another end for an assignment; who acts in it signs in anew. */
export function changeAssignment(ground: Ground, id: string, wish: TermWish): Decided | Refusal {
  const found = running(ground, id);
  if (isRefusal(found)) return found;
  const { unit, term } = found;
  const fault = rolesFault(ground, { unit, roles: wish.roles });
  if (fault !== null) return fault;
  const until = untilOf(ground, found, wish.until);
  if (isRefusal(until)) return until;
  const { until: _former, ...rest } = term ?? {};
  const next = { ...found, roles: wish.roles, term: { ...rest, ...until } };
  return changed(ground, found, [next]);
}

/** Ends an assignment at once. */
export function endAssignment(ground: Ground, id: string): Decided | Refusal {
  const found = running(ground, id);
  return isRefusal(found) ? found : changed(ground, found, [ended(ground, found)]);
}

/** Ends all that a leaver has at the controller, at once. */
export function endStaff(ground: Ground, person: string): Decided | Refusal {
  const own = ownPerson(ground, person);
  const open = own?.assignments.filter((each) => !hasEnded(ground, each)) ?? [];
  const [first] = open;
  if (first === undefined) return NOT_FOUND;
  return changed(
    ground,
    first,
    open.map((each) => ended(ground, each)),
  );
}

/** Says of assignments that they are still needed; of her own nobody who is not the only one to say it. */
export function confirm(ground: Ground, ids: readonly string[]): Decided | Refusal {
  const own = everyOwn(ground);
  const confirmed: Assignment[] = [];
  for (const [index, id] of ids.entries()) {
    const found = own.find((each) => each.id === id);
    if (found === undefined || hasEnded(ground, found))
      return invalid(`/assignments/${index}`, 'unknown');
    if (found.staff === ground.reader.staff && hasColleague(ground))
      return invalid(`/assignments/${index}`, 'own');
    confirmed.push({ ...found, term: { ...found.term, confirmedAt: ground.now } });
  }
  const [first, ...more] = ids;
  if (first === undefined) return invalid('/assignments', 'required');
  return { subjects: [first, ...more], change: { assignments: confirmed } };
}

/** Whether somebody else administers the controller, too. */
function hasColleague(ground: Ground): boolean {
  const { living, now, reader } = ground;
  return ownAssignments(ground).some(
    (each) =>
      each.staff !== reader.staff &&
      each.roles.includes(ADMINISTRATOR) &&
      isInForce(each, now, living.policy),
  );
}

/** What a unit is called and how it is reached. */
export function changeUnit(
  ground: Ground,
  id: string,
  facts: { readonly name: string; readonly phone: string },
): Decided | Refusal {
  const unit = ownUnit(ground, id);
  if (unit === null) return NOT_FOUND;
  if (isStale(ground, unit)) return STALE;
  const version = (unit.version ?? 1) + 1;
  return { subjects: [id], change: { units: [{ id, ...facts, version }] } };
}

/** To which key the unit's pages for an outage are sealed from now on. */
export function setSnapshotKey(
  ground: Ground,
  id: string,
  key: Omit<SnapshotKey, 'unit'>,
): Decided | Refusal {
  const unit = ownUnit(ground, id);
  if (unit === null || unit.closedInto !== null) return NOT_FOUND;
  if (!canSealTo(key.publicKey)) return invalid('/publicKey', 'unreadable');
  return { subjects: [id], change: { snapshotKey: { unit: id, ...key } } };
}

function assignmentOf(
  ground: Ground,
  wish: AssignmentWish,
  who: Pick<Assignment, 'id' | 'staff' | 'employee'>,
  at = '',
): Assignment | Refusal {
  const term = termOf(ground, wish, at);
  if ('code' in term) return term;
  const { unit, roles, commission } = wish;
  return { ...who, id: `a-${who.id}`, unit, roles, commission, term };
}

/** An assignment of the controller that has not ended; with the version that the request names. */
function running(ground: Ground, id: string): Assignment | Refusal {
  const found = ownAssignments(ground).find((each) => each.id === id);
  if (found === undefined || hasEnded(ground, found)) return NOT_FOUND;
  const own = ownPerson(ground, found.staff);
  return own === null || isStale(ground, own.staff) ? STALE : found;
}

function untilOf(
  { now, living }: Ground,
  { term }: Assignment,
  until: LocalDate | null,
): { readonly until?: string } | Refusal {
  const today = localDate(now);
  if (until !== null && until < today) return invalid('/until', 'out_of_range');
  if (term?.standIn !== undefined) {
    const first = term.from === undefined ? today : localDate(term.from);
    const isTooLong = until === null || daysBetween(first, until) >= living.policy.standInDaysMax;
    if (isTooLong) return invalid('/until', 'too_late');
  }
  return until === null ? {} : { until: endOfLocalDay(until) };
}

function changed(ground: Ground, one: Assignment, next: readonly Assignment[]): Decided | Refusal {
  const own = ownPerson(ground, one.staff);
  if (own === null) return NOT_FOUND;
  if (isStale(ground, own.staff)) return STALE;
  if (leavesNobody(ground, next)) return LAST_ADMINISTRATOR;
  const ids = next.map(({ id }) => id);
  const change = { staff: [nextVersion(own.staff)], assignments: next, ended: ids };
  return { subjects: [one.id, ...ids.slice(1)], change };
}

function ended({ now }: Ground, assignment: Assignment): Assignment {
  return { ...assignment, term: { ...assignment.term, until: now } };
}

function hasEnded({ now }: Ground, { term }: Assignment): boolean {
  return term?.until !== undefined && term.until <= now;
}
