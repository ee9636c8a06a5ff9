import type { DatabaseRole } from '@hemgang/config';

export type Right = 'select' | 'insert' | 'update' | 'delete';

/** A condition in SQL over the columns of a row. */
export type Condition = string;

/** What one role may do with a table: every row, unless a condition says which. */
export type Rights = Partial<Readonly<Record<Right, true | Condition>>>;

/** What each role may do with a table; a role that is left out may nothing. */
export type Wall = Partial<Readonly<Record<DatabaseRole, Rights>>>;

/** Every row. */
export const SELECT = { select: true } as const;
export const INSERT = { insert: true } as const;
export const UPDATE = { update: true } as const;
export const DELETE = { delete: true } as const;

/** Rows are added and never changed. */
export const GROWS = { ...SELECT, ...INSERT } as const;

/** Whose context the transaction is read in; empty outside of one, and nobody is called that. */
export const READER = {
  unit: `(select current_setting('hemgang.unit', true))`,
  controller: `(select current_setting('hemgang.controller', true))`,
  staff: `(select current_setting('hemgang.staff', true))`,
} as const;

/** What a transaction has been shown by its wall views, and nobody else's; empty for most. */
const shown = (setting: string): string => `nullif(current_setting('${setting}', true), '')`;

/**
 * Whether the reader's unit is a party of the case now, or she has opened it in an emergency. The
 * column is named with its table: alone it would be the view's own, and true for everybody. One look
 * into the index `parties_key`: with `exists` the planner may read all cases of the unit instead, and
 * a unit has many. What few readers have is asked once for the transaction (`set-reader`,
 * `show-earlier-stay`): asked here, each table of each statement would carry the whole question along.
 */
export const isOfParty = (caseId: string): Condition =>
  `((select true from wall_cases w where w.case_id = ${caseId} limit 1)
    or ${caseId} = any (${shown('hemgang.opened')}::uuid[]))`;

/** Or the case is an earlier stay of its own controller's, which the new one shows. */
export const isOfPartyOrEarlier = (caseId: string): Condition =>
  `(${isOfParty(caseId)} or ${caseId} = ${shown('hemgang.earlier')}::uuid)`;
