import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '@hemgang/kernel';
import type {
  CaseWrite,
  ClaimedRow,
  DutyRow,
  EventRow,
  OutboxRow,
  PartyRow,
  PersonRow,
  StoredCase,
  TimerRow,
  ToldFact,
  UsedKey,
  WriteOutcome,
} from '@hemgang/store';

export type TimerRecord = TimerRow & { leasedUntil: Instant | null };

/** A case and its rows. */
export interface CaseRecord {
  /** In the order of opening: ids are drawn anew in every run, so nothing is ordered by them. */
  readonly index: number;
  stored: StoredCase;
  word: string;
  endedAt: Instant | null;
  readonly log: EventRow[];
  readonly duties: Map<string, DutyRow>;
  readonly timers: Map<string, TimerRecord>;
  readonly parties: Map<string, PartyRow>;
}

export type OutboxRecord = OutboxRow & {
  readonly id: number;
  readonly caseId: string;
  readonly seq: number;
  readonly createdAt: Instant;
  attempts: number;
  dispatchedAt: Instant | null;
  parkedAt: Instant | null;
};

interface InboxRow {
  readonly target: string;
  readonly source: string;
  readonly fact: string;
  readonly sourceSeq: number;
}

/** Told of what is written, at the moment it is. */
export interface Watcher {
  written(record: CaseRecord, write: CaseWrite): void;
  /** An outbox row has had its effect. */
  done(row: OutboxRecord): void;
}

/** The tables as one statement sees them: what a function of this class does is done at once. */
export class SimulatedTables {
  readonly cases = new Map<string, CaseRecord>();
  readonly keys = new Map<string, UsedKey>();
  readonly persons = new Map<string, PersonRow>();
  readonly inbox: InboxRow[] = [];
  outbox: OutboxRecord[] = [];
  private lastId = 0;

  constructor(readonly watcher: Watcher) {}

  /** Everything of a command or nothing, as the one statement does. */
  commit(write: CaseWrite): WriteOutcome['kind'] {
    const refusal = this.wouldRefuse(write);
    if (refusal !== null) return refusal;
    this.store(write);
    this.toDo(write);
    return 'written';
  }

  wouldRefuse(write: CaseWrite): WriteOutcome['kind'] | null {
    const { idempotency } = write;
    if (this.isStale(write)) return 'stale';
    if (write.person !== null && this.isTaken(write.person)) return 'stale';
    if (this.hasOtherStay(write)) return 'stay-open';
    return idempotency !== null && this.keys.has(keyOf(idempotency)) ? 'key-used' : null;
  }

  protected isStale({ caseId, expectedVersion }: CaseWrite): boolean {
    return (this.cases.get(caseId)?.stored.version ?? 0) !== expectedVersion;
  }

  private store(write: CaseWrite): void {
    const { caseId, idempotency, event } = write;
    const record = this.cases.get(caseId) ?? this.opened(write);
    record.stored = storedCase(write);
    record.word = write.word;
    record.endedAt = write.endedAt;
    record.log.push(event);
    for (const duty of write.duties) record.duties.set(duty.id, duty);
    this.setTimers(record, write);
    this.setParties(record, write.parties);
    if (write.person !== null) this.persons.set(write.person.id, write.person);
    if (idempotency !== null) this.remember(write, event.seq);
    this.watcher.written(record, write);
  }

  protected remember({ idempotency, caseId }: CaseWrite, version: number): void {
    if (idempotency === null) return;
    const { bodyHash, status } = idempotency;
    this.keys.set(keyOf(idempotency), { bodyHash, caseId, version, status });
  }

  protected toDo({ caseId, event, outbox }: CaseWrite): void {
    for (const row of outbox) {
      this.lastId += 1;
      this.outbox.push({
        ...row,
        id: this.lastId,
        caseId,
        seq: event.seq,
        createdAt: event.recordedAt,
        attempts: 0,
        dispatchedAt: null,
        parkedAt: null,
      });
    }
  }

  protected setTimers({ timers }: CaseRecord, write: CaseWrite): void {
    for (const { id } of write.duties) timers.delete(id);
    for (const timer of write.timers) timers.set(timer.duty, { ...timer, leasedUntil: null });
  }

  /** Takes the rows out of the outbox that are still to be done. */
  take(ids: readonly number[], job: OutboxRow['job']): OutboxRecord[] {
    const isTaken = (row: OutboxRecord): boolean =>
      ids.includes(row.id) && row.job === job && row.parkedAt === null;
    const taken = this.outbox.filter(isTaken);
    this.outbox = this.outbox.filter((row) => !isTaken(row));
    return taken;
  }

  /** Rows that nobody holds, or nobody has held since `before`, in an order that receivers keep. */
  free(before: Instant): OutboxRecord[] {
    const lines = new Map<string, OutboxRow['job'] | 'busy'>();
    return this.outbox.filter((row) => {
      if (row.parkedAt !== null) return false;
      const line = `${row.caseId} ${row.receiver}`;
      const isFree = row.dispatchedAt === null || row.dispatchedAt <= before;
      const first = isFree ? (lines.get(line) ?? row.job) : 'busy';
      lines.set(line, first === row.job ? first : 'busy');
      return first === row.job;
    });
  }

  /** The facts of these rows that are still to be told. */
  facts(ids: readonly number[]): ToldFact[] {
    return this.outbox
      .filter(({ id, parkedAt }) => ids.includes(id) && parkedAt === null)
      .flatMap((row) => (row.job === 'tell-case' ? [this.factOf(row, row.task)] : []));
  }

  private factOf(
    { id, caseId, seq, receiver }: OutboxRecord,
    { fact, payload }: Pick<ToldFact, 'fact' | 'payload'>,
  ): ToldFact {
    const known = this.inbox
      .filter((row) => row.target === receiver && row.source === caseId && row.fact === fact)
      .map(({ sourceSeq }) => sourceSeq);
    const event = this.cases.get(caseId)?.log[seq - 1];
    if (event === undefined) throw new Error('A row of the outbox has no event.');
    const { occurredAt } = event;
    const newest = known.length === 0 ? null : Math.max(...known);
    return {
      outboxId: id,
      source: caseId,
      seq,
      target: receiver,
      fact,
      payload,
      occurredAt,
      newest,
    };
  }

  private opened(write: CaseWrite): CaseRecord {
    const record: CaseRecord = {
      index: this.cases.size,
      stored: storedCase(write),
      word: write.word,
      endedAt: write.endedAt,
      log: [],
      duties: new Map(),
      timers: new Map(),
      parties: new Map(),
    };
    this.cases.set(write.caseId, record);
    return record;
  }

  private setParties({ parties }: CaseRecord, rows: readonly PartyRow[]): void {
    for (const row of rows) {
      const place = `${row.unit} ${row.handover ?? ''}`;
      const before = parties.get(place);
      if (row.until !== null) {
        if (before !== undefined) parties.set(place, { ...before, until: row.until });
      } else if (before === undefined || before.until !== null) parties.set(place, row);
    }
  }

  private isTaken({ id, number }: PersonRow): boolean {
    return [...this.persons.values()].some((other) => other.number === number && other.id !== id);
  }

  /** The unique index over stays that have not ended. */
  private hasOtherStay({ caseId, personId, state, endedAt }: CaseWrite): boolean {
    if (state.type !== 'discharge' || endedAt !== null) return false;
    return [...this.cases.values()].some(
      (other) =>
        other.stored.id !== caseId && other.stored.personId === personId && other.endedAt === null,
    );
  }
}

export function keyOf({ caller, key }: { readonly caller: string; readonly key: string }): string {
  return `${caller} ${key}`;
}

export function claimed(row: OutboxRecord): ClaimedRow {
  const { dispatchedAt: _, parkedAt: __, ...rest } = row;
  return rest;
}

function storedCase(write: CaseWrite): StoredCase {
  const { caseId, personId, region, definitionHash, state, expectedVersion } = write;
  const version = expectedVersion + 1;
  return { id: caseId, type: state.type, personId, region, version, definitionHash, state };
}

/** As the database gives it back. */
export function asStored<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** Whether two values are stored the same, whatever the order of their fields. */
export function isSame(left: unknown, right: unknown): boolean {
  const [one, other] = [JSON.stringify(left), JSON.stringify(right)];
  return one === other || isDeepStrictEqual(JSON.parse(one), JSON.parse(other));
}
