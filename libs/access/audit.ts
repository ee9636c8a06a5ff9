import { setTimeout as pause } from 'node:timers/promises';
import type { Clock, Refusal } from '@hemgang/kernel';
import {
  AFTER_EVERY_CHECKPOINT,
  type ErasureStore,
  type SealReader,
  type SealStore,
} from '@hemgang/store';
import { CheckpointMaker, type CheckpointResources } from './seal/checkpoint-maker';
import { exportLog, type Audience } from './seal/export';
import {
  checkpointRecord,
  keyRecord,
  type CheckpointRecord,
  type KeyRecord,
  type SealRecord,
} from './seal/records';
import { Sealer } from './seal/sealer';
import type { SealFault, SealVerdict } from './seal/verdict';
import { verifyLog } from './seal/verify-log';

/** What was committed is sealed within a second or two; a busy machine may need longer. */
const SEALED_WITHIN_MS = 10_000;
const LOOK_AGAIN_MS = 500;

/** The number of a checkpoint, as a cursor. */
const CHECKPOINT_NUMBER = /^[1-9]\d{0,14}$/;

const BAD_CURSOR: Refusal = {
  code: 'PAYLOAD_INVALID',
  errors: [{ path: '/cursor', code: 'unknown' }],
};

/** One page of checkpoints. */
interface RecordPage {
  readonly items: readonly CheckpointRecord[];
  readonly next: string | null;
}

/** How far the seals are behind the logs. */
export interface SealStanding {
  /** How many lines are sealed, and how many of them a checkpoint has signed. */
  readonly lines: number;
  readonly signedLines: number;
  /** Null: there is no checkpoint. */
  readonly checkpointAgeMs: number | null;
  /** How long the next line of the access log has waited; null: none waits, or it is an event. */
  readonly waitingMs: number | null;
  readonly isWaiting: boolean;
}

export interface AuditResources {
  readonly seals: SealStore;
  readonly reader: SealReader;
  readonly erasures: ErasureStore;
  readonly clock: Clock;
}

/** The sealed log: made, told and judged (record 19). */
export class Audit {
  constructor(private readonly on: AuditResources) {}

  /** Whoever runs it seals; several may, of whom one wins each batch. */
  sealer(more: Pick<CheckpointResources, 'keys' | 'folder' | 'controllers'>): Sealer {
    const { seals, clock } = this.on;
    return new Sealer({
      seals,
      clock,
      checkpoints: new CheckpointMaker({ seals, clock, ...more }),
    });
  }

  /** @param audience whose export it is; null: every line */
  export(audience: Audience | null): AsyncGenerator<SealRecord> {
    return exportLog(this.on, audience, this.on.clock.now());
  }

  /**
   * Reads the whole log and both tables behind it, up to the first fault. Commands may go on
   * meanwhile; what has just been committed is waited for.
   * @param outside keys and checkpoints that were handed out
   * @throws DatabaseUnavailable
   */
  async verify(outside: readonly SealRecord[]): Promise<SealVerdict> {
    let verdict = await verifyLog(this.export(null), outside);
    if (verdict.fault?.code === 'missing' && (await this.waiting()) === null) {
      // Lines that were erased a moment ago, whose erasure was not sealed yet.
      verdict = await verifyLog(this.export(null), outside);
    }
    if (verdict.fault !== null) return verdict;
    return { ...verdict, fault: await this.incomplete() };
  }

  /**
   * Checkpoints as every controller is handed them, latest first.
   * @param cursor of the page before; null: the first page
   */
  async checkpoints(cursor: string | null, limit: number): Promise<RecordPage | Refusal> {
    if (cursor !== null && !CHECKPOINT_NUMBER.test(cursor)) return BAD_CURSOR;
    const before = cursor === null ? AFTER_EVERY_CHECKPOINT : Number(cursor);
    const rows = await this.on.seals.checkpointsBefore(before, limit + 1);
    const shown = rows.slice(0, limit).map(checkpointRecord);
    const last = shown.at(-1);
    const isMore = rows.length > limit && last !== undefined;
    return { items: shown, next: isMore ? String(last.checkpoint) : null };
  }

  /** Public keys as every controller is handed them, oldest first. */
  async keys(): Promise<{ readonly items: readonly KeyRecord[]; readonly next: null }> {
    return { items: (await this.on.seals.keys()).map(keyRecord), next: null };
  }

  private async incomplete(): Promise<SealFault | null> {
    const { seals, reader } = this.on;
    const { cursor } = await seals.head();
    const unsealed = await reader.unsealed(cursor);
    if (unsealed !== null) return { code: 'unsealed', where: unsealed };
    const withoutEvent = await reader.caseWithoutEvent();
    if (withoutEvent !== null) return { code: 'case', where: `case ${withoutEvent}` };
    return this.waiting();
  }

  /** A row that waits to be sealed although others should have been long ago: nobody seals. */
  private async waiting(): Promise<SealFault | null> {
    const { seals } = this.on;
    const before = await seals.head();
    const [row] = await seals.pending(before, 1);
    if (row === undefined) return null;
    for (let waitedMs = 0; waitedMs < SEALED_WITHIN_MS; waitedMs += LOOK_AGAIN_MS) {
      await pause(LOOK_AGAIN_MS);
      if ((await seals.head()).revision !== before.revision) return null;
    }
    const isEvent = row.kind === 'event';
    const where = isEvent ? `event ${row.caseId}.${row.seq}` : `access line ${row.position}`;
    return { code: 'unsealed', where };
  }

  /** How the seals stand: the age of the last checkpoint, and of the oldest row that waits. */
  async standing(): Promise<SealStanding> {
    const { seals, clock } = this.on;
    const now = Date.parse(clock.now());
    const [head, last] = await Promise.all([seals.head(), seals.lastCheckpoint()]);
    const [row] = await seals.pending(head, 1);
    return {
      lines: head.lines,
      signedLines: last?.lines ?? 0,
      checkpointAgeMs: last === null ? null : now - Date.parse(last.at),
      waitingMs: row?.at == null ? null : now - Date.parse(row.at),
      isWaiting: row !== undefined,
    };
  }
}
