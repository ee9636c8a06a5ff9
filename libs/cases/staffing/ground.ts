import type { Reader } from '@hemgang/access';
import {
  isInForce,
  type Assignment,
  type LivingDirectory,
  type Staff,
  type Unit,
} from '@hemgang/directory';
import type { Instant, Refusal } from '@hemgang/kernel';
import type { DirectoryChange } from '@hemgang/store';

export const ADMINISTRATOR = 'administrator';

/** On what an administrator decides: the directory of one revision at one time. */
export interface Ground {
  readonly reader: Reader;
  readonly living: LivingDirectory;
  readonly now: Instant;
  /** What the request says of the version that the administrator saw. */
  readonly ifVersion: number | undefined;
}

/** What is to be written, and about whom. */
export interface Decided {
  /** Ids for the access log, one line each; the first names the change. */
  readonly subjects: readonly [string, ...string[]];
  readonly change: DirectoryChange;
}

export const NOT_FOUND: Refusal = { code: 'NOT_FOUND' };

export function invalid(path: string, code: string): Refusal {
  return { code: 'PAYLOAD_INVALID', errors: [{ path, code }] };
}

/** A unit of the administrator's own controller; null for everybody else's, which look like none. */
export function ownUnit({ reader, living }: Ground, id: string): Unit | null {
  const unit = living.rows.units.find((row) => row.id === id);
  return unit?.controller === reader.controller && unit.external === null ? unit : null;
}

/** Every assignment at units of the controller, ended and coming ones and those of programs too. */
export function everyOwn({ reader, living }: Ground): readonly Assignment[] {
  const { units, assignments } = living.rows;
  const own = new Set(
    units.flatMap(({ id, controller }) => (controller === reader.controller ? [id] : [])),
  );
  return assignments.filter((each) => own.has(each.unit));
}

/** Those that people hold. */
export function ownAssignments(ground: Ground): readonly Assignment[] {
  const { staff } = ground.living.rows;
  const machines = new Set(staff.flatMap(({ id, machine }) => (machine === true ? [id] : [])));
  return everyOwn(ground).filter((each) => !machines.has(each.staff));
}

/** Somebody who works or has worked for the controller, with her assignments there. */
export interface OwnPerson {
  readonly staff: Staff;
  readonly assignments: readonly Assignment[];
}

/** Null: nobody of this controller. */
export function ownPerson(ground: Ground, id: string): OwnPerson | null {
  const staff = ground.living.rows.staff.find((row) => row.id === id);
  const assignments = ownAssignments(ground).filter((each) => each.staff === id);
  return staff === undefined || assignments.length === 0 ? null : { staff, assignments };
}

/** The person with a version more: whoever has seen the former is too late. */
export function nextVersion(staff: Staff): Staff {
  return { ...staff, version: (staff.version ?? 1) + 1 };
}

export function isStale(
  { ifVersion }: Ground,
  { version }: { readonly version?: number },
): boolean {
  return ifVersion !== undefined && ifVersion !== (version ?? 1);
}

/** Whether the controller would have no administrator left when these rows stand. */
export function leavesNobody(ground: Ground, changed: readonly Assignment[]): boolean {
  const { living, now } = ground;
  const own = ownAssignments(ground);
  const acts = (each: Assignment): boolean =>
    each.roles.includes(ADMINISTRATOR) && isInForce(each, now, living.policy);
  const after = own.map((each) => changed.find(({ id }) => id === each.id) ?? each);
  return own.some(acts) && !after.some(acts);
}

export const LAST_ADMINISTRATOR: Refusal = {
  code: 'COMMAND_NOT_POSSIBLE',
  detail: {
    sv: 'Ingen administratör skulle bli kvar. Utse först en annan.',
    en: 'No administrator would be left. Appoint another one first.',
  },
};
