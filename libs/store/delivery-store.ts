import type { Instant } from '@hemgang/kernel';
import type { Database } from './database';
import {
  CLAIM_DELIVERIES,
  CLOSE_TURN,
  DEFER_TURN,
  LET_GO,
  REDELIVER,
  TO_TELL,
} from './sql/deliveries';

/** By what a person is reached outside the application. */
export type Channel = 'mail' | 'sms';

/** A row of the outbox that is about to become a notice. */
export interface NoticeToTell {
  readonly key: string;
  readonly unit: string;
  readonly audience: string | null;
  readonly duty: string | null;
  /** The duty's key in its process. */
  readonly kind: string | null;
  readonly due: Instant | null;
  /** Written before the database was restored: what came of it may have left already. */
  readonly isRestored: boolean;
}

/** What is to leave because of a notice: to one person by one channel. */
export interface NewDelivery {
  /** Key of the notice. */
  readonly notice: string;
  readonly staff: string;
  readonly channel: Channel;
  readonly duty: string | null;
  readonly kind: string | null;
  readonly due: Instant | null;
  readonly acute: boolean;
  readonly status: 'queued' | 'held';
  readonly sendAt: Instant;
}

/** A delivery in its turn; of a turn in which nothing is left one row without a delivery. */
export interface ClaimedDelivery {
  readonly message: string;
  readonly staff: string;
  readonly channel: Channel;
  /** How many times the message has been tried, this time included. */
  readonly attempts: number;
  readonly beganAt: Instant;
  readonly id: number | null;
  readonly caseId: string | null;
  readonly unit: string | null;
  readonly kind: string | null;
  readonly due: Instant | null;
  readonly acute: boolean | null;
  /** Its duty has ended meanwhile. */
  readonly isDone: boolean;
}

/** How many persons' channels get a turn, and until when it lasts if nobody ends it. */
export interface Turns {
  readonly limit: number;
  readonly now: Instant;
  readonly until: Instant;
  readonly channels: readonly Channel[];
}

/** What leaves the application because of notices, and what became of it. */
export class DeliveryStore {
  constructor(private readonly database: Database) {}

  /** What the rows of the outbox will tell; those that are gone or parked are left out. */
  toTell(outboxIds: readonly number[]): Promise<readonly NoticeToTell[]> {
    return this.database.run(TO_TELL, [outboxIds]);
  }

  /** Gives turns; the rows of a message stand together, in the order in which they were written. */
  claim({ limit, now, until, channels }: Turns): Promise<readonly ClaimedDelivery[]> {
    return this.database.run(CLAIM_DELIVERIES, [now, until, limit, channels]);
  }

  /** The message has left. */
  async sent(message: string, ids: readonly number[], at: Instant): Promise<void> {
    await this.database.run(CLOSE_TURN, [message, ids, 'sent', at, null]);
  }

  /** It will never leave. `reason` is a stable word, never a message. */
  async failed(
    message: string,
    ids: readonly number[],
    at: Instant,
    reason: string,
  ): Promise<void> {
    await this.database.run(CLOSE_TURN, [message, ids, 'failed', at, reason]);
  }

  /** It is tried again at `until`; the first time the trail tells why. */
  async deferred(message: string, until: Instant, at: Instant, reason: string): Promise<void> {
    await this.database.run(DEFER_TURN, [message, until, at, reason]);
  }

  /** Nobody needs these any more; the rest of their message goes on. */
  async letGo(message: string, ids: readonly number[]): Promise<void> {
    await this.database.run(LET_GO, [message, ids]);
  }

  /** Nothing is left of the message: its turn is over. */
  async endTurn(message: string, at: Instant): Promise<void> {
    await this.database.run(CLOSE_TURN, [message, [], 'needless', at, null]);
  }

  /** Puts what failed or is held back in line. @returns the ids that were */
  async redeliver(ids: readonly number[], now: Instant): Promise<readonly number[]> {
    return (await this.database.run(REDELIVER, [ids, now])).map(({ id }) => id);
  }
}
