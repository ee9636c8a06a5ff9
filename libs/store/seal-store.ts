import type { Instant } from '@hemgang/kernel';
import type { Database } from './database';
import {
  ADD_CHECKPOINT,
  ADD_KEY,
  CHECKPOINTS_AFTER,
  CHECKPOINTS_BEFORE,
  HEAD,
  KEYS,
  LAST_CHECKPOINT,
  NOTE_RECEIVED,
  PASS,
  PENDING,
  RECEIVED,
  SEAL,
  type CheckpointRow,
  type PendingRow,
  type SealCursor,
  type SealHead,
  type SealKeyRow,
} from './sql/seal';

/** A batch with its lines, as it is stored. Digests and salts are hexadecimal. */
export interface SealedBatch {
  readonly batch: number;
  readonly first: number;
  readonly last: number;
  readonly at: Instant;
  readonly root: string;
  /** Chain value of the batch before. */
  readonly previous: string;
  readonly chain: string;
}

export interface SealedLine {
  readonly number: number;
  readonly caseId: string | null;
  readonly seq: number | null;
  readonly accessId: number | null;
  /** Of the seal itself: a restore. */
  readonly entry: Readonly<Record<string, unknown>> | null;
  readonly salt: string;
  readonly leaf: string;
}

/** Where the head goes with a batch. */
export interface HeadMove {
  readonly cursor: SealCursor;
  readonly timeline: string;
  readonly recovering: boolean;
}

/** More than any checkpoint's number: where reading backwards begins. */
export const AFTER_EVERY_CHECKPOINT = Number.MAX_SAFE_INTEGER;

/**
 * Where seals lie (record 19). Each of these is one statement of its own: none holds a lock that a
 * command waits for, or a transaction open that others' would wait behind.
 */
export class SealStore {
  constructor(private readonly database: Database) {}

  async head(): Promise<SealHead> {
    const [row] = await this.database.run(HEAD, []);
    if (row === undefined) throw new Error('The head of the seals is missing.');
    const { eventTx, eventPosition, accessTx, accessId, ...head } = row;
    return { ...head, cursor: { eventTx, eventPosition, accessTx, accessId } };
  }

  /** The next rows behind the head's cursor, at most `limit`, in the order of their numbers to be. */
  pending({ cursor, recovering }: SealHead, limit: number): Promise<readonly PendingRow[]> {
    const { eventTx, eventPosition, accessTx, accessId } = cursor;
    const values = [eventTx, eventPosition, accessTx, accessId, recovering, limit];
    return this.database.run(PENDING, values);
  }

  /** @returns false when another sealer was faster; then nothing is stored */
  async seal(
    { revision }: SealHead,
    batch: SealedBatch,
    lines: readonly SealedLine[],
    { cursor, ...to }: HeadMove,
  ): Promise<boolean> {
    const asked = JSON.stringify({ revision, ...batch, ...cursor, ...to });
    return (await this.database.run(SEAL, [asked, JSON.stringify(lines)])).length > 0;
  }

  /** Goes on without a batch. @returns false when another sealer was faster */
  async pass({ revision }: SealHead, cursor: SealCursor, recovering: boolean): Promise<boolean> {
    const { eventTx, eventPosition, accessTx, accessId } = cursor;
    const values = [revision, eventTx, eventPosition, accessTx, accessId, recovering];
    return (await this.database.run(PASS, values)).length > 0;
  }

  async lastCheckpoint(): Promise<CheckpointRow | null> {
    const [row] = await this.database.run(LAST_CHECKPOINT, []);
    return row ?? null;
  }

  /** Oldest first. */
  checkpointsAfter(checkpoint: number, limit: number): Promise<readonly CheckpointRow[]> {
    return this.database.run(CHECKPOINTS_AFTER, [checkpoint, limit]);
  }

  /** Latest first. */
  checkpointsBefore(checkpoint: number, limit: number): Promise<readonly CheckpointRow[]> {
    return this.database.run(CHECKPOINTS_BEFORE, [checkpoint, limit]);
  }

  /** @returns false when another sealer has made the checkpoint of this number */
  async addCheckpoint(row: CheckpointRow): Promise<boolean> {
    const { checkpoint, at, batch, lines, chain, key, signature } = row;
    const values = [checkpoint, at, batch, lines, chain, key, signature];
    return (await this.database.run(ADD_CHECKPOINT, values)).length > 0;
  }

  /** Oldest first. */
  keys(): Promise<readonly SealKeyRow[]> {
    return this.database.run(KEYS, []);
  }

  /** A key that is there already stays what it is. */
  async addKey({ id, publicKey, since, introducedBy, signature }: SealKeyRow): Promise<void> {
    await this.database.run(ADD_KEY, [id, publicKey, since, introducedBy, signature]);
  }

  /** Up to which checkpoint each controller has been handed them. */
  async received(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.run(RECEIVED, []);
    return new Map(rows.map(({ controller, through }) => [controller, through]));
  }

  async noteReceived(controllers: readonly string[], through: number): Promise<void> {
    await this.database.run(NOTE_RECEIVED, [controllers, through]);
  }
}
