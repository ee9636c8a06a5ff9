import type { Instant } from '@hemgang/kernel';
import type { CaseWrite } from './case-write';
import type { Database } from './database';
import { RECEIVE, TOLD, TOLD_BY } from './sql/inbox';
import { WRITE_CASE } from './sql/write-cases';
import type { Queryable } from './statement';
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

/**
 * `stale`: another command won the target's version, decide again. `told`: somebody else, who had the
 * same row, has told the fact meanwhile. Both have written nothing.
 */
export type ReceiveOutcome = 'received' | 'stale' | 'told';

/** Takes back the event that was written a moment too late. */
class ToldMeanwhile extends Error {}

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
   */
  async receive(fact: ToldFact, write: CaseWrite): Promise<ReceiveOutcome> {
    assertNumbered(write);
    try {
      return await this.database.transaction((session) => receiveIn(session, fact, write));
    } catch (error) {
      if (error instanceof ToldMeanwhile) return 'told';
      throw error;
    }
  }

  /** Remembers a fact that changes nothing, and removes its outbox row. Repeating is harmless. */
  async note({ outboxId }: ToldFact, now: Instant): Promise<void> {
    await this.database.run(RECEIVE, [outboxId, null, now]);
  }
}

async function receiveIn(
  session: Queryable,
  { outboxId }: ToldFact,
  write: CaseWrite,
): Promise<ReceiveOutcome> {
  // The guard locks the target, so that two workers tell it one after the other.
  const [advanced] = await session.run(WRITE_CASE, writeValues([write]));
  if (advanced === undefined) return 'stale';
  const { seq, recordedAt } = write.event;
  const [row] = await session.run(RECEIVE, [outboxId, seq, recordedAt]);
  if (row === undefined) throw new ToldMeanwhile();
  return 'received';
}
