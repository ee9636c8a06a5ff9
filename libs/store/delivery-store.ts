import type { Instant } from '@hemgang/kernel';
import type { Beginning } from './case-write';
import type { Database } from './database';
import {
  CLAIM_DELIVERIES,
  CLOSE_TURN,
  DEFER_TURN,
  LET_GO,
  OPEN_MESSAGE,
  POST_BACKLOG,
  REDELIVER,
  REPORT,
  SEARCH,
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
  /** A rung that may not wait. */
  readonly isAcute: boolean;
  /** How urgent the duty is that begins with it; null: none does, or only such as may wait. */
  readonly begins: Beginning['urgency'] | null;
  /** It stands at the case, and nobody is told outside. */
  readonly isQuiet: boolean;
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
  /** Null: it is about a view of the statistics. */
  readonly caseId: string | null;
  readonly unit: string | null;
  readonly kind: string | null;
  readonly due: Instant | null;
  readonly acute: boolean | null;
  /** Its duty has ended meanwhile, or the view is not delivered any more. */
  readonly isDone: boolean;
  /** The event that the notice told of, and as what. */
  readonly seq: number | null;
  readonly entry: string | null;
  readonly caseType: string | null;
}

/** What a message was about, for the person it was sent to. */
export type OpenedPart = OpenedCase | OpenedView;

/** A saved view of the statistics. */
interface OpenedView {
  readonly caseId: null;
  readonly view: string;
  readonly unit: string;
}

export interface OpenedCase {
  readonly caseId: string;
  /** Type of the case. */
  readonly type: string;
  readonly unit: string;
  readonly duty: string | null;
  readonly kind: string | null;
  /** When the duty ended; null: it is open, or there is none. */
  readonly closedAt: Instant | null;
}

export type DeliveryStatus = 'queued' | 'sent' | 'failed' | 'held' | 'needless';

/** A delivery without anything of a case. */
export interface DeliveryLine {
  /** About a saved view of the statistics. */
  readonly isView: boolean;
  readonly id: number;
  readonly unit: string;
  readonly staff: string;
  readonly channel: Channel;
  readonly kind: string | null;
  readonly acute: boolean;
  readonly status: DeliveryStatus;
  readonly createdAt: Instant;
  readonly sendAt: Instant;
  /** When something happened with it last, and why if it failed. */
  readonly lastAt: Instant | null;
  readonly reason: string | null;
}

export interface DeliverySearch {
  /** Null: of all units. */
  readonly units: readonly string[] | null;
  readonly status: DeliveryStatus | null;
  /** Older than this one. */
  readonly before: number | null;
  readonly limit: number;
}

export interface PostBacklog {
  readonly queued: number;
  readonly sent: number;
  readonly failed: number;
  readonly held: number;
  /** When the oldest that waits is to leave; null: none waits. */
  readonly oldestDueAt: Instant | null;
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

  /** What a provider tells afterwards; by its own time, in any order. */
  async reported(
    message: string,
    kind: 'delivered' | 'failed',
    at: Instant,
    reason: string | null,
  ): Promise<void> {
    await this.database.run(REPORT, [message, kind, at, reason]);
  }

  /** Notes that the person has opened her message. @returns what it was about; nothing if it is not hers */
  opened(message: string, staff: string, now: Instant): Promise<readonly OpenedPart[]> {
    return this.database.run(OPEN_MESSAGE, [message, staff, now]);
  }

  /** Deliveries, the latest first. */
  search({ units, status, before, limit }: DeliverySearch): Promise<readonly DeliveryLine[]> {
    return this.database.run(SEARCH, [units, status, before, limit]);
  }

  /** @param now what the last 24 hours are counted from */
  async backlog(now: Instant): Promise<PostBacklog> {
    const [row] = await this.database.run(POST_BACKLOG, [now]);
    return row ?? { queued: 0, sent: 0, failed: 0, held: 0, oldestDueAt: null };
  }

  /** Puts what failed or is held back in line, of these units. @returns the ids that were */
  async redeliver(
    ids: readonly number[],
    units: readonly string[],
    now: Instant,
  ): Promise<readonly number[]> {
    return (await this.database.run(REDELIVER, [ids, now, units])).map(({ id }) => id);
  }
}
