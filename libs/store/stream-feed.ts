import { readCursor, writeCursor } from './cursor';
import type { Database } from './database';
import type { Statement } from './statement';

/** That something happened in a case; what it was, the case's view tells those who may see it. */
export interface StreamEvent {
  readonly caseId: string;
  readonly version: number;
  /** Units that may know of it: the parties; an executor only of what touches its assignment. */
  readonly units: readonly string[];
  /** Continues after this event. */
  readonly cursor: string;
}

export type StreamBatch =
  | { readonly kind: 'events'; readonly events: readonly StreamEvent[] }
  /** The cursor is unknown here: read everything anew and go on from `cursor`. */
  | { readonly kind: 'reset'; readonly cursor: string };

interface StreamRow {
  readonly caseId: string;
  readonly version: number;
  readonly units: readonly string[];
  readonly tx: string;
  readonly position: string;
}

/** Before the first event. */
const START = { tx: '0', position: '0' };

/**
 * Numbers are given out before the commit, so a plain "position after the last one seen" would
 * step over an event whose transaction commits late. Order is therefore by transaction first, and
 * only transactions are read that are older than every one still running: behind the cursor
 * nothing can appear any more. An event waits for the slowest writing transaction of the whole
 * server, which is milliseconds as long as nobody keeps one open.
 */
export const AFTER: Statement<StreamRow> = {
  name: 'stream-after',
  text: `
    select case_id as "caseId", seq as version, tx::text, position::text,
           array(
             select distinct unit from parties as party
             where case_id = events.case_id and until is null
               and (kind <> 'executor' or handover = events.machine or exists (
                 select from duties
                 where duties.case_id = events.case_id and duties.unit = party.unit
                   and events.seq in (opened_seq, closed_seq)))) as units
    from events
    where (tx, position) > ($1::text::xid8, $2::bigint)
      and tx < pg_snapshot_xmin(pg_current_snapshot())
    order by events.tx, events.position
    limit $3`,
};

const IS_KNOWN: Statement<object> = {
  name: 'stream-is-known',
  text: `select from events where tx = $1::text::xid8 and position = $2::bigint`,
};

const HEAD: Statement<{ tx: string; position: string }> = {
  name: 'stream-head',
  text: `
    select tx::text, position::text from events
    where tx < pg_snapshot_xmin(pg_current_snapshot())
    order by events.tx desc, events.position desc
    limit 1`,
};

/**
 * The event log of all cases as one stream, for live views. Cursors live as long as the log.
 * They do not survive a database that was dumped and restored (it numbers its transactions anew);
 * clients are then told to reset.
 */
export class StreamFeed {
  constructor(private readonly database: Database) {}

  /** The present end of the stream. One round trip. */
  async head(): Promise<string> {
    const [row] = await this.database.run(HEAD, []);
    return cursorOf(row ?? START);
  }

  /** Up to `limit` events after the cursor, each exactly once and in a fixed order. */
  async after(cursor: string, limit: number): Promise<StreamBatch> {
    const parts = readCursor(cursor, ['number', 'number']);
    const [tx, position] = parts ?? [];
    if (tx === undefined || position === undefined || !(await this.isKnown(tx, position))) {
      return { kind: 'reset', cursor: await this.head() };
    }
    const rows = await this.database.run(AFTER, [tx, position, limit]);
    return { kind: 'events', events: rows.map(streamEvent) };
  }

  private async isKnown(tx: string, position: string): Promise<boolean> {
    if (tx === START.tx && position === START.position) return true;
    return (await this.database.run(IS_KNOWN, [tx, position])).length > 0;
  }
}

function streamEvent({ tx, position, ...event }: StreamRow): StreamEvent {
  return { ...event, cursor: cursorOf({ tx, position }) };
}

function cursorOf({ tx, position }: { tx: string; position: string }): string {
  return writeCursor([tx, position]);
}
