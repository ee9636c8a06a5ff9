import { HOUR_MS, plusMs, type Instant } from '@hemgang/kernel';
import type { Assignment, DirectoryRows } from './rows';

const DAY_MS = 24 * HOUR_MS;

/** How long an assignment lasts, and whether somebody still vouches for it. */
export interface Term {
  /** Holds from here on. */
  readonly from?: Instant;
  /** Holds until just before this. */
  readonly until?: Instant;
  /** A stand-in: why. Her assignment is short and needs no yearly confirmation. */
  readonly standIn?: string;
  /** When the controller's administrator last said that it is still needed. */
  readonly confirmedAt?: Instant;
}

/** A controller's rules for assignments; a customer's own figures stand in the settings. */
export interface TermPolicy {
  /** A stand-in's assignment lasts at most so many days. */
  readonly standInDaysMax: number;
  /** An assignment is to be confirmed within so many days, and within as many again each time. */
  readonly confirmDays: number;
  /** One that is not confirmed in time is locked after so many days more. */
  readonly graceDays: number;
  /** Whether it is locked at all: where somebody moves the time (a demo) it is only shown. */
  readonly locks: boolean;
}

/** Yearly, with a month's respite; two weeks for a stand-in. Assumed, not the customer's. */
export const TERM_POLICY: TermPolicy = {
  standInDaysMax: 14,
  confirmDays: 365,
  graceDays: 30,
  locks: true,
};

/** Until when the assignment is to be confirmed; null: a stand-in's, or nobody has ever dated it. */
export function confirmBy({ term }: Assignment, { confirmDays }: TermPolicy): Instant | null {
  if (term?.confirmedAt === undefined || term.standIn !== undefined) return null;
  return plusMs(term.confirmedAt, confirmDays * DAY_MS);
}

/** From when an assignment that nobody confirms is locked; null: never. */
export function locksAt(assignment: Assignment, policy: TermPolicy): Instant | null {
  const due = confirmBy(assignment, policy);
  return due === null || !policy.locks ? null : plusMs(due, policy.graceDays * DAY_MS);
}

/** From when on nobody acts in the assignment, whatever the reason; null: until further notice. */
export function endOf(assignment: Assignment, policy: TermPolicy): Instant | null {
  const ends = [assignment.term?.until ?? null, locksAt(assignment, policy)];
  return ends.filter((end) => end !== null).sort()[0] ?? null;
}

/** Whether somebody acts in the assignment at that time. */
export function isInForce(assignment: Assignment, at: Instant, policy: TermPolicy): boolean {
  const from = assignment.term?.from;
  const end = endOf(assignment, policy);
  return (from === undefined || from <= at) && (end === null || at < end);
}

/** A directory as it stands at one time, and the next time at which it stands otherwise. */
export interface Standing {
  readonly rows: DirectoryRows;
  readonly from: Instant;
  /** Null: nothing in it has an end or a beginning to come. */
  readonly until: Instant | null;
}

/**
 * The rows with those assignments only in which somebody acts at that time. A standing contact who
 * has left the unit stands there no longer.
 */
export function standingAt(rows: DirectoryRows, at: Instant, policy: TermPolicy): Standing {
  const assignments = rows.assignments.filter((each) => isInForce(each, at, policy));
  const works = new Set(assignments.map(({ unit, staff }) => `${unit}\n${staff}`));
  const turns = rows.assignments
    .flatMap((each) => [each.term?.from ?? null, endOf(each, policy)])
    .filter((turn) => turn !== null && turn > at)
    .sort();
  return {
    rows: {
      ...rows,
      assignments,
      standingContacts: rows.standingContacts.filter(({ unit, staff }) =>
        works.has(`${unit}\n${staff}`),
      ),
    },
    from: at,
    until: turns[0] ?? null,
  };
}
