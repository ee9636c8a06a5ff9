import { factTakenBack, keeping, MAKULERA, step, type CaseEvent } from '@hemgang/engine';
import { later, type Clock, type Instant } from '@hemgang/kernel';
import type { CaseStore, InboxStore, ReceiveOutcome, StoredCase, ToldFact } from '@hemgang/store';
import { logged } from './rattelse';
import type { RegisteredWorkflow, WorkflowRegistry } from './registry';
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
  /** True while cases are lived through their past: the sweeper leaves them alone. */
  readonly seeding: boolean;
  /** After a commit: wakes relay, sweeper and readers. A hint only. */
  afterCommit(): void;
}

/**
 * Tells cases the facts of linked cases: each becomes a system event of the case that is told, by
 * the same engine and the same write as a person's command. A case never refuses a fact. The newest
 * of a kind from one source moves it, or is noted when nothing waits for it any more; a fact that
 * comes after a newer one is only noted. A fact that takes another back strikes its event.
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

  /**
   * Tells everything that a case still has to tell other cases, in its order.
   * @returns the cases that have gone on by it, once for each fact
   * @throws Error as `tell`
   */
  async tellAllOf(source: string): Promise<readonly string[]> {
    const moved: string[] = [];
    for (const fact of await this.on.inbox.waitingFrom(source)) {
      if ((await this.tellOne(fact)) === 'received') moved.push(fact.target);
    }
    return moved;
  }

  private async tellOne(fact: ToldFact): Promise<'received' | 'noted' | 'told'> {
    for (let round = 0; round < TRIES_MAX; round += 1) {
      const { case: target } = await this.on.cases.load(fact.target);
      if (target === null) throw new Error('A fact is for a case that does not exist.');
      const outcome = await this.take(fact, target);
      if (outcome !== 'stale') return outcome;
    }
    throw new Error('The case that a fact is for was busy.');
  }

  private async take(fact: ToldFact, target: StoredCase): Promise<ReceiveOutcome | 'noted'> {
    const now = this.on.clock.now();
    const workflow = this.on.registry.of(target.type, target.state.workflowVersion);
    const isOlder = fact.newest !== null && fact.newest >= fact.seq;
    const event = isOlder ? null : await this.eventOf(workflow, fact, target, now);
    const result = event && step(workflow.definition, target.state, event);
    if (event === null || result?.kind !== 'accepted') {
      await this.on.inbox.note(fact, now);
      return 'noted';
    }
    const { main } = workflow.definition;
    const kept = keeping(event, { makulera: 'returns' }, target.state, main, result.touched);
    const write = systemWrite(workflow, target, kept, result, this.on.seeding);
    return this.on.inbox.receive(fact, write);
  }

  /** @returns null when the fact takes back what was never told */
  private async eventOf(
    { definition }: RegisteredWorkflow,
    fact: ToldFact,
    target: StoredCase,
    now: Instant,
  ): Promise<CaseEvent | null> {
    const event = toldEvent(fact, target, now);
    const takesBack = definition.facts.find(({ name }) => name === fact.fact)?.takesBack;
    if (takesBack === undefined) return event;
    const log = (await this.on.cases.events(target.id, 0, target.version)).map(logged);
    const original = factTakenBack(definition, target.state, log, takesBack, fact.source);
    if (original === null) return null;
    const payload = { ...event.payload, event: original.seq, fact: fact.fact };
    return { ...event, type: MAKULERA, payload, given: { ...event.given, original } };
  }
}

/** What happened there happened at that time here too; it reached us now. */
function toldEvent(fact: ToldFact, { state, version }: StoredCase, now: Instant): CaseEvent {
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
