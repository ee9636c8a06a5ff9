import { Client } from 'pg';
import type { Database } from './database';
import type { Statement } from './statement';

/** What there may be something new of. */
export const TOPICS = [
  'outbox',
  'timers',
  'stream',
  'drafts',
  'clock',
  'directory',
  'sessions',
] as const;

export type Topic = (typeof TOPICS)[number];

/** People do not notice ten milliseconds; 100 notifications a second are nothing to PostgreSQL. */
const REST_MS = 10;

/** The pollers find everything meanwhile, so there is no hurry to listen again. */
const RECONNECT_MS = 1_000;

const RING: Statement<unknown> = { name: 'ring', text: `select pg_notify('hemgang', $1)` };

/**
 * "There may be something to do", between all processes. Only a hint: rings may be lost, doubled
 * or come for nothing, so whoever listens also polls, and the tables are the truth.
 *
 * A ring is sent after the commit and not inside the command's statement, because a transaction
 * with a NOTIFY takes a lock of the whole database when it commits: all commands would queue there.
 */
export class Doorbell {
  private readonly pending = new Set<Topic>();
  private isResting = false;
  private readonly listeners = new Set<(topic: Topic) => void>();
  private client: Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(private readonly database: Database) {}

  /** Rings soon: rings of the same ten milliseconds leave together. Never fails. */
  ring(topic: Topic): void {
    this.pending.add(topic);
    if (!this.isResting) void this.send();
  }

  /**
   * Calls `onRing` for every ring of any process, and for every topic whenever listening begins or
   * begins again, because rings may have been missed. Opens one connection of its own with the
   * first listener and makes a new one when it is lost.
   * @returns ends this listener
   */
  listen(onRing: (topic: Topic) => void): () => void {
    this.listeners.add(onRing);
    if (this.client === undefined) void this.connect();
    return () => this.listeners.delete(onRing);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.listeners.clear();
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async send(): Promise<void> {
    this.isResting = true;
    const topics = [...this.pending].join(',');
    this.pending.clear();
    const rest = new Promise((resolve) => setTimeout(resolve, REST_MS));
    await this.database.run(RING, [topics]).catch(() => undefined);
    await rest;
    this.isResting = false;
    if (this.pending.size > 0) void this.send();
  }

  private async connect(): Promise<void> {
    const client = new Client({ connectionString: this.database.url, keepAlive: true });
    this.client = client;
    client.on('notification', ({ payload }) => this.heard(payload?.split(',') ?? []));
    client.on('error', () => undefined);
    client.on('end', () => this.lost());
    try {
      await client.connect();
      await client.query('listen hemgang');
      this.heard(TOPICS);
    } catch {
      await client.end().catch(() => undefined);
      this.lost();
    }
  }

  private heard(names: readonly string[]): void {
    for (const topic of TOPICS.filter((known) => names.includes(known))) {
      for (const onRing of this.listeners) onRing(topic);
    }
  }

  private lost(): void {
    if (this.isClosed) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.connect(), RECONNECT_MS);
  }
}
