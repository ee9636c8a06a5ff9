import type { Instant } from '@hemgang/kernel';
import { readCursor, writeCursor } from '../cursor';
import { pageOf, type BadCursor, type Page } from '../page';
import type { PersonRow } from '../person-store';
import type { Queryable, Statement } from '../statement';
import type { StoredDuty } from './case-view';
import { PERSON_JSON } from './columns';

/** An open duty with the case it belongs to. */
export interface WorklistRow extends StoredDuty {
  readonly caseId: string;
  readonly caseType: string;
  readonly caseVersion: number;
  /** The stable word for the case's state. */
  readonly caseWord: string;
  readonly patient: PersonRow;
  /** Its due time has passed, by the clock given in the filter. */
  readonly overdue: boolean;
}

export interface WorklistFilter {
  readonly now: Instant;
  readonly overdue?: boolean;
  readonly key?: string;
  /** Only duties that this person has taken. */
  readonly mine?: string;
}

/**
 * Each unit's page is a range of the index (unit, due, case, duty) and the pages are merged, so
 * that several units cost no more than their own pages. A duty without a due time sorts as
 * infinitely late.
 */
const WORKLIST: Statement<Omit<WorklistRow, 'patient'> & { person: never; dueOrder: string }> = {
  name: 'worklist',
  text: `TBD`,
};
