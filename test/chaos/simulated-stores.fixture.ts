import { plusMs, SECOND_MS, type Instant } from '@hemgang/kernel';
import {
  AccessLog,
  CaseStore,
  IncidentStore,
  InboxStore,
  OutboxStore,
  PersonStore,
  TimerStore,
  type CallerKey,
  type CaseWrite,
  type ClaimedRow,
  type DueTimer,
  type EndedStay,
  type EventRow,
  type HandledNotice,
  type LoadedCase,
  type Maker,
  type OpenStay,
  type PersonRow,
  type ReceiveOutcome,
  type StoredCase,
  type StoredContent,
  type ToldFact,
  type UsedKey,
  type WriteOutcome,
} from '@hemgang/store';
import { claimed, keyOf, type CaseRecord, type SimulatedTables } from './simulated-tables.fixture';
import type { VirtualProcess } from './virtual-world.fixture';

/** What is not simulated has no database to ask and fails at once. */
const NOWHERE = undefined as never;

/** As the real stores have it. */
const LEASE_MS = 10 * SECOND_MS;
const REDISPATCH_AFTER_MS = 10 * SECOND_MS;

export class SimulatedCases extends CaseStore {
  constructor(
    protected readonly process: VirtualProcess,
    protected readonly tables: SimulatedTables,
  ) {
    super(NOWHERE);
  }

  override load(caseId: string, forCaller?: CallerKey): Promise<LoadedCase> {
    return this.process.effect(() => {
      const record = this.tables.cases.get(caseId);
      const idempotency = forCaller && this.tables.keys.get(keyOf(forCaller));
      return {
        case: record?.stored ?? null,
        parties: record === undefined ? [] : partiesOf(record),
        idempotency: idempotency ?? null,
      };
    });
  }

  override loadAll(caseIds: readonly string[]): Promise<readonly StoredCase[]> {
    return this.process.effect(() =>
      caseIds.flatMap((id) => this.tables.cases.get(id)?.stored ?? []),
    );
  }

  /** One statement: each case that has not gone on is written whole. */
  override writeAll(writes: readonly CaseWrite[]): Promise<ReadonlySet<string>> {
    return this.process.effect(() => {
      const written = writes.filter((write) => this.tables.commit(write) === 'written');
      return new Set(written.map(({ caseId }) => caseId));
    });
  }

  override findByKey(caller: string, key: string): Promise<UsedKey | null> {
    return this.process.effect(() => this.tables.keys.get(keyOf({ caller, key })) ?? null);
  }

  override async write(write: CaseWrite): Promise<WriteOutcome> {
    const kind = await this.process.effect(() => this.tables.commit(write));
    if (kind === 'written' || kind === 'key-used' || write.idempotency === null) return { kind };
    const { caller, key } = write.idempotency;
    return { kind: (await this.findByKey(caller, key)) === null ? kind : 'key-used' };
  }

  override openStay(personId: string): Promise<OpenStay | null> {
    return this.process.effect(() => {
      const open = this.staysOf(personId).find(({ endedAt }) => endedAt === null);
      return open === undefined ? null : { id: open.stored.id, parties: partiesOf(open) };
    });
  }

  override latestEndedStay(
    personId: string,
    _region: string,
    since: Instant,
    until: Instant,
  ): Promise<EndedStay | null> {
    return this.process.effect(() => {
      const ended = this.staysOf(personId)
        .filter(({ word }) => word !== 'makulerad')
        .flatMap(({ stored, endedAt }) => (endedAt === null ? [] : { case: stored.id, endedAt }))
        .filter(({ endedAt }) => since <= endedAt && endedAt <= until)
        .sort((a, b) => (a.endedAt < b.endedAt ? 1 : -1));
      return ended[0] ?? null;
    });
  }

  override events(caseId: string, afterSeq: number): Promise<readonly EventRow[]> {
    return this.process.effect(() => this.tables.cases.get(caseId)?.log.slice(afterSeq) ?? []);
  }

  override makers(caseId: string): Promise<readonly Maker[]> {
    return this.process.effect(() =>
      (this.tables.cases.get(caseId)?.log ?? []).flatMap(({ type, machine, actor }) =>
        typeof actor['unit'] === 'string' ? { type, machine, unit: actor['unit'] } : [],
      ),
    );
  }

  /** Contents are no part of the process: whoever hands something on has nothing to hand on here. */
  override contentsToHandOn(): Promise<readonly StoredContent[]> {
    return this.process.effect(() => []);
  }

  private staysOf(personId: string): CaseRecord[] {
    return [...this.tables.cases.values()].filter(
      ({ stored }) => stored.personId === personId && stored.type === 'discharge',
    );
  }
}

function partiesOf({ parties }: CaseRecord): string[] {
  const present = [...parties.values()].filter(({ until }) => until === null);
  return [...new Set(present.map(({ unit }) => unit))];
}

export class SimulatedPersons extends PersonStore {
  constructor(
    private readonly process: VirtualProcess,
    private readonly tables: SimulatedTables,
  ) {
    super(NOWHERE);
  }

  override byId(id: string): Promise<PersonRow | null> {
    return this.process.effect(() => this.tables.persons.get(id) ?? null);
  }

  /** Nobody in these lives objects to anything. */
  override standing(id: string): ReturnType<PersonStore['standing']> {
    return this.process.effect(() => ({
      protection: this.tables.persons.get(id)?.protection ?? null,
      objectionSince: null,
    }));
  }

  override byNumber(number: string): Promise<PersonRow | null> {
    return this.process.effect(
      () => [...this.tables.persons.values()].find((each) => each.number === number) ?? null,
    );
  }
}

export class SimulatedAccessLog extends AccessLog {
  constructor(private readonly process: VirtualProcess) {
    super(NOWHERE);
  }

  override append(): Promise<void> {
    return this.process.effect(() => undefined);
  }
}

export class SimulatedTimers extends TimerStore {
  constructor(
    protected readonly process: VirtualProcess,
    protected readonly tables: SimulatedTables,
  ) {
    super(NOWHERE);
  }

  override due(now: Instant, limit: number): Promise<readonly DueTimer[]> {
    return this.process.effect(() => {
      const due = [...this.tables.cases.entries()].flatMap(([caseId, { timers }]) =>
        [...timers.values()]
          .filter(({ fireAt, leasedUntil }) => {
            return fireAt <= now && (leasedUntil === null || leasedUntil <= now);
          })
          .map((timer) => ({ caseId, timer })),
      );
      const taken = due.sort((a, b) => (a.timer.fireAt < b.timer.fireAt ? -1 : 1)).slice(0, limit);
      for (const { timer } of taken) timer.leasedUntil = this.leaseEnd(now);
      return taken.map(({ caseId, timer: { leasedUntil: _, ...timer } }) => ({
        ...timer,
        caseId,
      }));
    });
  }

  protected leaseEnd(now: Instant): Instant {
    return plusMs(now, LEASE_MS);
  }
}

export class SimulatedOutbox extends OutboxStore {
  constructor(
    protected readonly process: VirtualProcess,
    protected readonly tables: SimulatedTables,
  ) {
    super(NOWHERE);
  }

  override claim(limit: number, now: Instant): Promise<readonly ClaimedRow[]> {
    return this.process.effect(() => {
      const rows = this.handedOut(plusMs(now, -REDISPATCH_AFTER_MS)).slice(0, limit);
      for (const row of rows) {
        row.dispatchedAt = now;
        row.attempts += 1;
      }
      return rows.map(claimed);
    });
  }

  override handleNotices(ids: readonly number[]): Promise<readonly HandledNotice[]> {
    return this.process.effect(() => {
      const rows = this.tables.take(ids, 'deliver-notices');
      for (const row of rows) this.tables.watcher.done(row);
      return rows.map(({ id, receiver }) => ({ id, unit: receiver }));
    });
  }

  override park(ids: readonly number[], _errorCode: string, now: Instant): Promise<void> {
    return this.process.effect(() => {
      for (const row of this.tables.outbox) if (ids.includes(row.id)) row.parkedAt ??= now;
    });
  }

  protected handedOut(before: Instant) {
    return this.tables.free(before);
  }
}

export class SimulatedInbox extends InboxStore {
  constructor(
    private readonly process: VirtualProcess,
    private readonly tables: SimulatedTables,
  ) {
    super(NOWHERE);
  }

  override waiting(ids: readonly number[]): Promise<readonly ToldFact[]> {
    return this.process.effect(() => this.tables.facts(ids));
  }

  /** One transaction: the event of the case that is told, and the end of the row. */
  override receive(fact: ToldFact, write: CaseWrite): Promise<ReceiveOutcome> {
    return this.process.effect(() => {
      if (this.tables.wouldRefuse(write) !== null) return 'stale';
      if (this.tables.facts([fact.outboxId]).length === 0) return 'told';
      this.tables.commit(write);
      this.end(fact);
      return 'received';
    });
  }

  override note(fact: ToldFact): Promise<void> {
    return this.process.effect(() => this.end(fact));
  }

  private end({ outboxId, target, source, fact, seq }: ToldFact): void {
    const rows = this.tables.take([outboxId], 'tell-case');
    for (const row of rows) {
      this.tables.inbox.push({ target, source, fact, sourceSeq: seq });
      this.tables.watcher.done(row);
    }
  }
}

export class SimulatedIncidents extends IncidentStore {
  constructor(
    private readonly process: VirtualProcess,
    private readonly tables: SimulatedTables,
  ) {
    super(NOWHERE);
  }

  override draft(ids: readonly number[]): Promise<void> {
    return this.process.effect(() => {
      for (const row of this.tables.take(ids, 'draft-incident')) this.tables.watcher.done(row);
    });
  }
}
