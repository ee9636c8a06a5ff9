import { plusMs, SECOND_MS, type Instant } from '@hemgang/kernel';
import { GIVE_UP_AFTER_MS } from '@hemgang/webhooks';
import type { OutboxRow } from './case-write';
import type { Database } from './database';
import type { NewDelivery } from './delivery-store';
import { BACKLOG, CLAIM, HANDLE, HOLD_AFTER_RESTORE, PARK, PARKED, REDRIVE } from './sql/outbox';

/** An outbox row handed to a relay. */
export type ClaimedRow = OutboxRow & {
  readonly id: number;
  readonly caseId: string;
  readonly seq: number;
  readonly createdAt: Instant;
  /** How many times it has been handed out, this time included. */
  readonly attempts: number;
};

/** A row that is left aside until somebody looks at it; later rows go on without it. */
export type ParkedRow = ClaimedRow & {
  readonly parkedAt: Instant;
  readonly errorCode: string;
};

/** What a handled row became. */
export interface HandledNotice {
  readonly id: number;
  readonly unit: string;
}

export interface OutboxBacklog {
  readonly waiting: number;
  /** When the oldest waiting row was written; null when none waits. */
  readonly oldestAt: Instant | null;
  readonly parked: number;
}

/** A queue that has lost a job (a flushed Redis) never says so; then the row is given out again. */
const REDISPATCH_AFTER_MS = 10 * SECOND_MS;

/** For so long the systems of a controller are tried. */
const TRIED_FOR = `${GIVE_UP_AFTER_MS} milliseconds`;

/** The error code of what was laid aside because the database was restored. */
const RESTORED = 'RESTORED';

/**
 * Jobs whose effect lies in this database and is restored with it, so that doing them again is
 * right. Of any other nobody knows, after a restore, whether it has been done: it is held.
 */
const INSIDE: readonly OutboxRow['job'][] = ['deliver-notices', 'tell-case', 'draft-incident'];

/**
 * Everything that must be done outside a command's transaction, written with it. The queue only
 * delivers: a row stays until its effect is stored.
 *
 * A handled row is deleted in the statement that stores the effect, so the table stays as small as
 * the work that is left and repeats find nothing to do. What remembers the key for ever is the
 * unique key of the effect itself: the notice, or the fact in the other case's inbox.
 */
export class OutboxStore {
  constructor(private readonly database: Database) {}

  /**
   * Hands out up to `limit` rows, oldest first: new ones and those handed out more than ten
   * seconds before `now` whose effect is missing. Several relays share without overlap.
   *
   * Order per (case, receiver): a row is handed out only in or after the batch with all earlier
   * rows of its case and receiver that are not parked. Inside a batch the caller keeps the order.
   */
  async claim(limit: number, now: Instant): Promise<readonly ClaimedRow[]> {
    const values = [limit, now, plusMs(now, -REDISPATCH_AFTER_MS)];
    const rows = await this.database.run(CLAIM, values);
    const isHeld = rows.length === 0 && (await this.holdAfterRestore(now)) !== null;
    return isHeld ? this.database.run(CLAIM, values) : rows;
  }

  /**
   * When the database has been restored to an earlier moment, or a standby has taken over: lays
   * aside every row whose effect lies outside the database, since it may have been sent in the time
   * that is lost. Somebody who has asked the receiver redrives it. Before jobs are handled a worker
   * asks this once; claiming asks it again, for a standby that takes over meanwhile.
   * @returns how many rows were laid aside; null when the database is where it was
   */
  async holdAfterRestore(now: Instant): Promise<number | null> {
    const [found] = await this.database.run(HOLD_AFTER_RESTORE, [now, INSIDE, RESTORED]);
    return found?.held ?? null;
  }

  /**
   * Stores the notices of the rows and removes the rows, in one statement. Ids that are already
   * handled or parked, or are not notices, are left alone.
   * @param leaving what goes outside because of them, stored with them; of rows that are left alone nothing
   * @returns the notices that are new, one per row handled by this call
   */
  handleNotices(
    ids: readonly number[],
    now: Instant,
    leaving: readonly NewDelivery[] = [],
  ): Promise<readonly HandledNotice[]> {
    return this.database.run(HANDLE, [ids, now, JSON.stringify(leaving), TRIED_FOR]);
  }

  /** Lays rows aside. `errorCode` is a stable word, never a message (it could name somebody). */
  async park(ids: readonly number[], errorCode: string, now: Instant): Promise<void> {
    await this.database.run(PARK, [ids, errorCode, now]);
  }

  /** Puts parked rows back in line. They may now come after later rows of their receiver. */
  async redrive(ids: readonly number[]): Promise<void> {
    await this.database.run(REDRIVE, [ids]);
  }

  /** Parked rows, the oldest first, at most `limit`. */
  parked(limit: number): Promise<readonly ParkedRow[]> {
    return this.database.run(PARKED, [limit]);
  }

  async backlog(): Promise<OutboxBacklog> {
    const [row] = await this.database.run(BACKLOG, []);
    return row ?? { waiting: 0, oldestAt: null, parked: 0 };
  }
}
