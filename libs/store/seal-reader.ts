import type { EventRow } from './case-write';
import { LOWEST_ID } from './cursor';
import type { Database } from './database';
import type { SealedBatch } from './seal-store';
import type { SealCursor } from './sql/seal';
import {
  BATCHES_AFTER,
  CASES_WITHOUT_EVENT,
  LINES_BETWEEN,
  UNSEALED_ACCESS,
  UNSEALED_EVENTS,
  type FlatSealedRow,
  type SealedRow,
  type UnsealedPage,
} from './sql/seal-reading';
import type { Statement } from './statement';

/** Rows looked at in one statement: some tens of milliseconds. */
const PAGE = 10_000;

/** The sealed log as it is read back: for an export, and to be verified. */
export class SealReader {
  constructor(private readonly database: Database) {}

  batchesAfter(batch: number, limit: number): Promise<readonly SealedBatch[]> {
    return this.database.run(BATCHES_AFTER, [batch, limit]);
  }

  /**
   * The lines of a batch in their order, with the rows that they stand for.
   * @param units of the reader, to tell which lines are his own
   */
  async lines(
    { first, last }: Pick<SealedBatch, 'first' | 'last'>,
    units: readonly string[],
  ): Promise<readonly SealedRow[]> {
    return (await this.database.run(LINES_BETWEEN, [first, last, units])).map(sealedRow);
  }

  /** A row of the logs that the sealer has passed and that has no number; null when there is none. */
  async unsealed({ eventTx, eventPosition, accessTx, accessId }: SealCursor) {
    const event = await this.firstUnsealed(UNSEALED_EVENTS, eventTx, eventPosition);
    if (event !== null) return `event ${event}`;
    const access = await this.firstUnsealed(UNSEALED_ACCESS, accessTx, accessId);
    return access === null ? null : `access line ${access}`;
  }

  /** A case whose latest event is not there; null when there is none. */
  async caseWithoutEvent(): Promise<string | null> {
    let after = LOWEST_ID;
    for (;;) {
      const rows = await this.database.run(CASES_WITHOUT_EVENT, [after, PAGE]);
      const found = rows.find(({ missing }) => missing);
      if (found !== undefined) return found.id;
      const last = rows.at(-1);
      if (last === undefined) return null;
      after = last.id;
    }
  }

  private async firstUnsealed(
    statement: Statement<UnsealedPage>,
    toTx: string,
    toPosition: number,
  ): Promise<string | null> {
    let [tx, position] = ['0', 0];
    for (;;) {
      const values = [tx, position, toTx, toPosition, PAGE];
      const [page] = await this.database.run(statement, values);
      if (page === undefined || page.tx === null || page.position === null) return null;
      if (page.unsealed > 0) return page.example;
      if (page.rows < PAGE) return null;
      ({ tx, position } = page);
    }
  }
}

function sealedRow(row: FlatSealedRow): SealedRow {
  const { number, salt, leaf, entry, caseId, accessId, accessCase, isOwn, isOfParty } = row;
  return {
    ...{ number, salt, leaf, entry, caseId },
    event: eventOf(row),
    access:
      accessId === null
        ? null
        : {
            ...{ kind: 'access' as const, position: accessId, caseId: accessCase },
            ...{ seq: null, hash: null, at: row.at, staff: row.staff, unit: row.unit },
            ...{ assignment: row.assignment, person: row.person, action: row.action },
            ...{ purpose: row.purpose, session: row.session, patients: row.patients },
          },
    isOwn: isOwn ?? false,
    isOfParty,
  };
}

/** Null when the row is not there. */
function eventOf(row: FlatSealedRow): EventRow | null {
  if (row.hash === null) return null;
  const { seq, type, machine, occurredAt, recordedAt, actor, payload, given, digests, results } =
    row as EventRow;
  const what = { seq, type, machine, occurredAt, recordedAt };
  return { ...what, actor, payload, given, digests, results, hash: row.hash };
}
