import { step, type CaseEvent } from '@hemgang/engine';
import { later, type Clock, type Instant } from '@hemgang/kernel';
import type { CaseStore, InboxStore, StoredCase, ToldFact } from '@hemgang/store';
import type { WorkflowRegistry } from './registry';
import { systemWrite } from './system-write';

/** A fact that keeps losing to commands is left to the queue's next attempt after so many tries. */
const TRIES_MAX = 5;

/** Who acts, in the log of the case that is told. */
const LINKED_CASE = 'linked-case';

export interface LinkedFactResources {
  readonly registry: WorkflowRegistry;
  readonly cases: CaseStore;
  readonly inbox: InboxStore;
  readonly clock: Clock;
  /** After a commit: wakes relay, sweeper and readers. A hint only. */
  afterCommit(): void;
}

/**
 * Tells cases the facts of linked cases: each becomes a system event of the case that is told, by
 * the same engine and the same write as a person's command. A case never refuses a fact. The newest
 * of a kind from one source moves it, or is noted when nothing waits for it any more; a fact that
 * comes after a newer one is only noted.
 */
export class LinkedFacts {
  constructor(private readonly on: LinkedFactResources) {}

  /**
   * Tells the facts of these outbox rows, in their order. Repeatable: what has been told is left out.
   * @throws Error when a fact names no case of ours or keeps losing to commands; the rest waits
   */
  async tell(outboxIds: readonly number[]): Promise<void> {
    for (const fact of await this.on.inbox.waiting(outboxIds)) await this.tellOne(fact);
    this.on.afterCommit();
  }

  private async tellOne(fact: ToldFact): Promise<void> {
    for (let round = 0; round < TRIES_MAX; round += 1) {
      const { case: target } = await this.on.cases.load(fact.target);
      if (target === null) throw new Error('A fact is for a case that does not exist.');
      const outcome = await this.take(fact, target);
      if (outcome !== 'stale') return;
    }
    throw new Error('The case that a fact is for was busy.');
  }

  private async take(fact: ToldFact, target: StoredCase): Promise<'received' | 'noted' | 'stale'> {
    const now = this.on.clock.now();
    const workflow = this.on.registry.of(target.type, target.state.workflowVersion);
    const event = eventOf(fact, target, now);
    const isOlder = fact.newest !== null && fact.newest >= fact.seq;
    const result = isOlder ? null : step(workflow.definition, target.state, event);
    if (result?.kind !== 'accepted') {
      await this.on.inbox.note(fact, now);
      return 'noted';
    }
    return this.on.inbox.receive(fact, systemWrite(workflow, target, event, result));
  }
}

/** What happened there happened at that time here too; it reached us now. */
function eventOf(fact: ToldFact, { state, version }: StoredCase, now: Instant): CaseEvent {
  const occurredAt = later(fact.occurredAt, state.openedAt);
  return {
    type: fact.fact,
    seq: version + 1,
    occurredAt,
    // Two processes' clocks differ by milliseconds.
    recordedAt: later(now, occurredAt),
    actor: { system: LINKED_CASE },
    payload: { ...fact.payload, case: fact.source, seq: fact.seq },
    given: { closed: state.closedAt !== null },
  };
}
