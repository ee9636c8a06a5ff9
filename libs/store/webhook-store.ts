import { MINUTE_MS, plusMs, type Instant } from '@hemgang/kernel';
import type { WebhookFact, WebhookTry } from '@hemgang/webhooks';
import type { Database } from './database';
import { CLAIM_WEBHOOKS, FORGET_WEBHOOKS, NOTE_TRY, WEBHOOK_BACKLOG } from './sql/webhooks';

/** A fact handed out to be sent now. */
export interface ClaimedWebhook extends WebhookFact {
  readonly id: number;
  readonly endpoint: string;
  readonly url: string;
  /** In force, the newest first. */
  readonly secrets: readonly string[];
  /** How many times it has been handed out, this time included. */
  readonly tries: number;
  /** When trying is over. */
  readonly giveUpAt: Instant;
}

/** How a try ended, and what is to become of the fact. */
export interface NotedTry extends WebhookTry {
  readonly at: Instant;
  readonly ms: number;
  /** The next try; null: somebody must look. Of no account when it was sent. */
  readonly next: Instant | null;
}

export interface WebhookBacklog {
  readonly waiting: number;
  /** When the oldest fact that waits happened; null: none waits. */
  readonly oldestAt: Instant | null;
  /** Laid aside: nobody tries any more. */
  readonly dead: number;
  /** Sent, of what has not been forgotten yet. */
  readonly sent: number;
  /** Tries that failed, of the same. */
  readonly failed: number;
}

/** A try ends within 15 s; what has not ended by then died with its worker. */
const TAKEN_MS = MINUTE_MS;

/** Facts that wait to be sent, and what became of them. A fact stays until it is sent or laid aside. */
export class WebhookStore {
  constructor(private readonly database: Database) {}

  /**
   * Hands out what is due, up to `limit` for each endpoint, in order per endpoint, case and unit.
   * @param busy endpoints that get nothing now
   */
  claim(limit: number, now: Instant, busy: readonly string[]): Promise<readonly ClaimedWebhook[]> {
    return this.database.run(CLAIM_WEBHOOKS, [now, limit, plusMs(now, TAKEN_MS), busy]);
  }

  /** Once: a second answer to the same try, or one that comes after its time, changes nothing. */
  async note({ id, tries }: ClaimedWebhook, noted: NotedTry): Promise<void> {
    const { at, ms, status, outcome, next } = noted;
    const state = outcome === 'sent' ? 'sent' : next === null ? 'dead' : 'waiting';
    const error = outcome === 'sent' ? null : outcome;
    const nextAt = state === 'waiting' ? next : null;
    await this.database.run(NOTE_TRY, [id, tries, state, nextAt, error, at, ms, status, outcome]);
  }

  async backlog(): Promise<WebhookBacklog> {
    const [row] = await this.database.run(WEBHOOK_BACKLOG, []);
    return row ?? { waiting: 0, oldestAt: null, dead: 0, sent: 0, failed: 0 };
  }

  /** @returns how many were removed: sent or laid aside before that time */
  async forget(before: Instant, limit: number): Promise<number> {
    return (await this.database.run(FORGET_WEBHOOKS, [before, limit])).length;
  }
}
