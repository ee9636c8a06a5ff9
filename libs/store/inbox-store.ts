import type { Instant } from '@hemgang/kernel';
import type { CaseWrite } from './case-write';
import type { Database } from './database';
import { RECEIVE, TOLD, TOLD_BY } from './sql/inbox';
import { WRITE_CASE } from './sql/write-cases';
import { assertNumbered, writeValues } from './write-values';

/** A fact on its way from one case to another. */
export interface ToldFact {
  readonly outboxId: number;
  /** The case that tells it, and the number of its event. */
  readonly source: string;
  readonly seq: number;
  /** The case that is told. */
  readonly target: string;
  readonly fact: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** When it happened, by the event that told it. */
  readonly occurredAt: Instant;
  /** Number of the newest event from which the target has this fact already; null for none. */
  readonly newest: number | null;
}

/** `stale`: another command won the target's version; nothing is written, decide again. */
export type ReceiveOutcome = 'received' | 'stale';

/** What cases are told by other cases: each fact once, by the outbox row that carries it. */
export class InboxStore {
  constructor(private readonly database: Database) {}

  /** The facts of these outbox rows that are still to be told, in their order. */
  waiting(outboxIds: readonly number[]): Promise<readonly ToldFact[]> {
    return this.database.run(TOLD, [outboxIds]);
  }

  /** What a case has still to tell others, in its order; also what is kept from the relay. */
  waitingFrom(source: string): Promise<readonly ToldFact[]> {
    return this.database.run(TOLD_BY, [source]);
  }

  /**
   * Writes the event that the fact becomes, remembers the fact and removes its outbox row, in one
   * transaction: whatever crashes, the event is there once.
   * @throws Error when somebody else has told the fact meanwhile; then nothing is written
   */
  async receive({ outboxId }: ToldFact, write: CaseWrite): Promise<ReceiveOutcome> {
    assertNumbered(write);
    return this.database.transaction(async (session) => {
      // The guard locks the target, so that two workers tell it one after the other.
      const [advanced] = await session.run(WRITE_CASE, writeValues([write]));
      if (advanced === undefined) return 'stale';
      const { seq, recordedAt } = write.event;
      const [row] = await session.run(RECEIVE, [outboxId, seq, recordedAt]);
      if (row === undefined) throw new Error('The fact has been told already.');
      return 'received';
    });
  }

  /** Remembers a fact that changes nothing, and removes its outbox row. Repeating is harmless. */
  async note({ outboxId }: ToldFact, now: Instant): Promise<void> {
    await this.database.run(RECEIVE, [outboxId, null, now]);
  }
}
