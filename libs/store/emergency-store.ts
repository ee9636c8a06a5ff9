import type { Instant } from '@hemgang/kernel';
import { appendAccess } from './access-log';
import type { AccessLine } from './case-write';
import { readCursor, writeCursor } from './cursor';
import type { Database } from './database';
import { pageOf, type BadCursor, type Page } from './page';
import { COPIES_OF, EMERGENCIES_OF, NOTICES_OF, OPEN_EMERGENCY, REVIEW } from './sql/emergencies';

/** Somebody opens what other units of her controller hold of one patient. */
export interface NewEmergency {
  readonly person: string;
  readonly staff: string;
  readonly assignment: string;
  readonly unit: string;
  readonly controller: string;
  /** A code; the catalogue is in libs/cases. */
  readonly reason: string;
  readonly words: string;
  readonly at: Instant;
  readonly until: Instant;
}

/** An opening as the queue shows it. */
export interface StoredEmergency extends Omit<NewEmergency, 'person'> {
  readonly id: number;
  readonly verdict: 'approved' | 'questioned' | null;
  readonly verdictWords: string | null;
  readonly reviewedAt: Instant | null;
  readonly reviewedBy: string | null;
  /** How often something was read in it, from the access log. */
  readonly reads: number;
}

/** A case of which the controller holds a copy. */
export interface CopyHeld {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly openedAt: Instant;
}

/** What the administrator says of an opening. */
export interface Verdict {
  readonly id: number;
  readonly controller: string;
  readonly verdict: 'approved' | 'questioned';
  readonly words: string;
  readonly at: Instant;
  readonly by: string;
}

/** Nödöppningar. It judges nothing. @throws DatabaseUnavailable */
export class EmergencyStore {
  constructor(private readonly database: Database) {}

  /** The person's cases that units of the controller are or were parties of, the latest first. */
  copiesOf(
    person: string,
    controller: string,
    units: readonly string[],
  ): Promise<readonly CopyHeld[]> {
    return this.database.run(COPIES_OF, [person, controller, units]);
  }

  /**
   * Opens, with its lines of the access log, and tells the units that answer for it through the
   * outbox: in one transaction.
   * @returns its number
   */
  async open(
    wanted: NewEmergency,
    about: Pick<CopyHeld, 'id' | 'version'>,
    told: readonly string[],
    lines: readonly AccessLine[],
  ): Promise<number> {
    const { person, staff, assignment, unit, controller, reason, words, at, until } = wanted;
    const values = [person, staff, assignment, unit, controller, reason, words, at, until];
    return this.database.transaction(async (session) => {
      const [row] = await session.run(OPEN_EMERGENCY, values);
      if (row === undefined) throw new Error('an insert gave no row');
      await session.run(NOTICES_OF, [row.id, about.id, about.version, told, at]);
      await appendAccess(session, lines);
      return row.id;
    });
  }

  /** The controller's openings, the latest first. @param open only those without a verdict */
  async ofController(
    controller: string,
    open: boolean,
    cursor: string | null,
    limit: number,
  ): Promise<Page<StoredEmergency> | BadCursor> {
    const after = cursor === null ? [null] : readCursor(cursor, ['number']);
    if (after === null) return { kind: 'bad-cursor' };
    const rows = await this.database.run(EMERGENCIES_OF, [controller, open, ...after, limit + 1]);
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => writeCursor([String(id)]),
    );
  }

  /** One opening of the controller; null when it has none of this number. */
  async one(controller: string, id: number): Promise<StoredEmergency | null> {
    const [row] = await this.database.run(EMERGENCIES_OF, [controller, false, id + 1, 1]);
    return row?.id === id ? row : null;
  }

  /** @returns whether it had no verdict before */
  async review({ id, controller, verdict, words, at, by }: Verdict, line: AccessLine) {
    return this.database.transaction(async (session) => {
      const rows = await session.run(REVIEW, [controller, id, verdict, words, at, by]);
      if (rows.length > 0) await appendAccess(session, [line]);
      return rows.length > 0;
    });
  }
}
