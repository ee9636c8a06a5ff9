import type { Instant } from '@hemgang/kernel';
import { readCursor, writeCursor } from './cursor';
import type { Database } from './database';
import { pageOf, type BadCursor, type Page } from './page';
import { DRAFT, INCIDENT, INCIDENTS_OF_UNIT, OPENINGS } from './sql/incidents';
import type { Queryable } from './statement';

/** The draft of an incident. It names no patient; the case does, to whoever may see it. */
export interface Incident {
  readonly id: number;
  readonly caseId: string;
  /** The event by which it was found out. */
  readonly seq: number;
  /** The unit that answers for it: only its staff may read the draft. */
  readonly unit: string;
  readonly kind: string;
  readonly createdAt: Instant;
  /** Whom the case is about now, and its version: for the access log. Null when the unit has left it. */
  readonly person: string | null;
  readonly version: number | null;
}

/** Somebody opened the case before. */
export interface IncidentOpening {
  readonly at: Instant;
  readonly staff: string;
  readonly unit: string;
  /** As the access log says it: `read:case`, `command:acknowledge`. */
  readonly action: string;
}

/** Drafts of incidents, made from outbox rows. */
export class IncidentStore {
  constructor(private readonly database: Database) {}

  /**
   * Drafts what the outbox rows ask for and removes the rows, in one statement. Repeating it, also
   * at the same time, drafts nothing twice.
   */
  async draft(outboxIds: readonly number[], now: Instant): Promise<void> {
    await this.database.run(DRAFT, [outboxIds, now]);
  }
}

/** The unit's drafts, the latest first. */
export async function readIncidents(
  session: Queryable,
  unit: string,
  cursor: string | null,
  limit: number,
): Promise<Page<Incident> | BadCursor> {
  const after = cursor === null ? [null] : readCursor(cursor, ['number']);
  if (after === null) return { kind: 'bad-cursor' };
  const rows = await session.run(INCIDENTS_OF_UNIT, [unit, ...after, limit + 1]);
  return pageOf(
    rows,
    limit,
    (row) => row,
    (row) => writeCursor([String(row.id)]),
  );
}

/** One draft of the unit with who had opened the case, in order; null when it has no such draft. */
export async function readIncident(
  session: Queryable,
  unit: string,
  id: number,
): Promise<{ readonly incident: Incident; readonly openings: readonly IncidentOpening[] } | null> {
  const [incident] = await session.run(INCIDENT, [unit, id]);
  if (incident === undefined) return null;
  return { incident, openings: await session.run(OPENINGS, [id]) };
}
