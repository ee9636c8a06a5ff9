import type { Instant } from '@hemgang/kernel';
import type { CaseWrite, EventRow, Maker, StoredCase, WriteOutcome } from './case-write';
import { Flights, only } from './flights';
import { readContents, readContentsToHandOn, type StoredContent } from './reads/contents';
import { DUTIES_OF, type DutyOfCase } from './reads/duties-of';
import { readEvents } from './reads/events';
import { OPEN_CASE_DEFINITIONS, type CasesOnDefinition } from './reads/open-case-definitions';
import {
  FIND_KEY,
  LATEST_ENDED_STAY,
  LOAD_CASES,
  LOAD_FOR_COMMANDS,
  MAKERS_OF,
  OPEN_STAY,
  PARTIES_EVER,
  type EndedStay,
  type LoadRow,
  type OpenStay,
} from './sql/load-case';
import { UNSENT_ATTACHMENTS, type AttachmentRow } from './sql/attachments';
import { WRITE_CASE, WRITE_CASES } from './sql/write-cases';
import type { Queryable } from './statement';
import type { UsedKey } from './used-key';
import { refusalOf } from './write-refusal';
import { assertNumbered, writeValues } from './write-values';

/** What a command needs before it decides. */
export interface LoadedCase {
  readonly case: StoredCase | null;
  /** Units that are parties of the case; empty when there is no such case. */
  readonly parties: readonly string[];
  readonly idempotency: UsedKey | null;
}

/** Who repeats what: keys are unique per caller. */
export interface CallerKey {
  readonly caller: string;
  readonly key: string;
}

/** One of the questions that leave together. */
interface Asked {
  readonly caseId: string;
  readonly forCaller: CallerKey | undefined;
}

/**
 * Cases as commands see them: one statement to load, one statement to write, and the version guard
 * between them instead of a lock. Commands that are under way at the same time share these
 * statements (`Flights`). It judges nothing; whoever calls has asked libs/access.
 */
export class CaseStore {
  private readonly loads = new Flights<Asked, LoadedCase>({
    together: (asked) => this.loadTogether(asked),
    alone: (asked) => only(this.loadTogether([asked])),
  });
  private readonly writes = new Flights<CaseWrite, WriteOutcome['kind']>({
    together: (writes) => this.writeTogether(writes),
    alone: (write) => this.writeAlone(write),
    keyOf: ({ caseId }) => caseId,
  });

  constructor(private readonly database: Queryable) {}

  /** The case, its parties and the caller's earlier use of the key. */
  load(caseId: string, forCaller?: CallerKey): Promise<LoadedCase> {
    return this.loads.board({ caseId, forCaller });
  }

  /** Several cases as the system sees them, in no order; those that are not there are left out. */
  loadAll(caseIds: readonly string[]): Promise<readonly StoredCase[]> {
    return this.database.run(LOAD_CASES, [caseIds]);
  }

  /** Units that are or were parties of a case. */
  async partiesEver(caseId: string): Promise<readonly string[]> {
    return (await this.database.run(PARTIES_EVER, [caseId])).map(({ unit }) => unit);
  }

  /** What was answered to this key; null when it is new. For commands that open a case. */
  async findByKey(caller: string, key: string): Promise<UsedKey | null> {
    const [row] = await this.database.run(FIND_KEY, [caller, key]);
    return row ?? null;
  }

  /** The person's stay in the region that has not ended; at most one. */
  async openStay(personId: string, region: string): Promise<OpenStay | null> {
    const [row] = await this.database.run(OPEN_STAY, [personId, region]);
    return row ?? null;
  }

  /** The person's stay in the region that ended last, from `since` until `until`; both included. */
  async latestEndedStay(
    personId: string,
    region: string,
    since: Instant,
    until: Instant,
  ): Promise<EndedStay | null> {
    const [row] = await this.database.run(LATEST_ENDED_STAY, [personId, region, since, until]);
    return row ?? null;
  }

  /**
   * Writes everything one command does, or nothing; only a write that is refused asks a second time,
   * to tell a repeat of the same key from a lost race.
   */
  async write(write: CaseWrite): Promise<WriteOutcome> {
    assertNumbered(write);
    const kind = await this.writes.board(write);
    if (kind === 'written' || kind === 'key-used' || write.idempotency === null) return { kind };
    // A concurrent repeat may lose at the version or at the open stay before it reaches its key.
    const { caller, key } = write.idempotency;
    const used = await this.findByKey(caller, key);
    return { kind: used === null ? kind : 'key-used' };
  }

  /**
   * Writes several cases, each under its own version, all of them in one transaction: one round trip.
   * It waits for nobody.
   * @param writes of different cases
   * @returns the cases that were written; the others have gone on since they were loaded, or are just
   *   being written
   */
  async writeAll(writes: readonly CaseWrite[]): Promise<ReadonlySet<string>> {
    writes.forEach(assertNumbered);
    const rows = await this.database.run(WRITE_CASES, writeValues(writes));
    return new Set(rows.map(({ caseId }) => caseId));
  }

  private async loadTogether(asked: readonly Asked[]): Promise<readonly LoadedCase[]> {
    const rows = await this.database.run(LOAD_FOR_COMMANDS, [
      asked.map(({ caseId }) => caseId),
      asked.map(({ forCaller }) => forCaller?.caller ?? null),
      asked.map(({ forCaller }) => forCaller?.key ?? null),
    ]);
    return rows.map(({ parties, usedKey, ...stored }) => ({
      case: storedCase(stored),
      parties,
      idempotency: usedKey,
    }));
  }

  /** Those that are not written have no answer yet: perhaps somebody is just writing their case. */
  private async writeTogether(
    writes: readonly CaseWrite[],
  ): Promise<(WriteOutcome['kind'] | undefined)[]> {
    const written = await this.writeAll(writes);
    return writes.map(({ caseId }) => (written.has(caseId) ? 'written' : undefined));
  }

  private async writeAlone(write: CaseWrite): Promise<WriteOutcome['kind']> {
    try {
      const [row] = await this.database.run(WRITE_CASE, writeValues([write]));
      return row === undefined ? 'stale' : 'written';
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === null) throw error;
      return refusal;
    }
  }

  /** On which definitions the cases run that are not closed. Reads every case. */
  openDefinitions(): Promise<readonly CasesOnDefinition[]> {
    return this.database.run(OPEN_CASE_DEFINITIONS, []);
  }

  /** The events of a case after `afterSeq`, in order. */
  events(caseId: string, afterSeq: number, limit: number): Promise<readonly EventRow[]> {
    return readEvents(this.database, caseId, afterSeq, limit);
  }

  /** Open and closed duties of some cases, by case and time. */
  dutiesOf(caseIds: readonly string[]): Promise<readonly DutyOfCase[]> {
    return this.database.run(DUTIES_OF, [caseIds]);
  }

  /**
   * Files that the unit has kept in the case since then and no event names, in the order in which they
   * are asked for; all others are left out.
   */
  unsentAttachments(
    caseId: string,
    unit: string,
    ids: readonly string[],
    since: Instant,
  ): Promise<readonly AttachmentRow[]> {
    return this.database.run(UNSENT_ATTACHMENTS, [caseId, unit, ids, since]);
  }

  /** Who has made what in a case; each kind of event once per unit. */
  async makers(caseId: string): Promise<readonly Maker[]> {
    const [row] = await this.database.run(MAKERS_OF, [caseId]);
    return row?.makers ?? [];
  }

  /** What one controller holds of a case, by the event that disclosed it. */
  contentsFor(caseId: string, controller: string): Promise<readonly StoredContent[]> {
    return readContents(this.database, caseId, controller);
  }

  /** The same for a unit that hands it on: without what another unit has blocked. */
  contentsToHandOn(
    caseId: string,
    { controller, unit }: { readonly controller: string; readonly unit: string },
  ): Promise<readonly StoredContent[]> {
    return readContentsToHandOn(this.database, caseId, controller, unit);
  }
}

/** The outer join gives either every column of the case or none. */
function storedCase(columns: Omit<LoadRow, 'parties' | 'usedKey'>): StoredCase | null {
  return columns.id === null ? null : (columns as StoredCase);
}
