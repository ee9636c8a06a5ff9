import type { CheckpointRow, ErasureRow, EventRow, SealedBatch, SealKeyRow } from '@hemgang/store';
import { z } from 'zod';
import type { SealLine } from './lines';

/** The form of a stream of records; another number is another form. */
export const FORMAT = 1;

/** The first record of a stream. */
export interface LogRecord {
  readonly kind: 'log';
  readonly format: typeof FORMAT;
  readonly log: string;
  /** Whose export it is; null: the whole log, with every line. */
  readonly controller: string | null;
  readonly at: string;
}

/** A numbered line. What the reader may not see is its leaf alone. */
export interface LineRecord {
  readonly kind: 'line';
  readonly number: number;
  readonly leaf: string;
  readonly salt?: string;
  readonly line?: SealLine;
  /** The row of an event, where the reader may see it. */
  readonly event?: EventRow;
}

/** The last record: how much came before it. */
export interface EndRecord {
  readonly kind: 'end';
  readonly batches: number;
  readonly lines: number;
}

export type BatchRecord = SealedBatch & { readonly kind: 'batch' };
export type CheckpointRecord = CheckpointRow & { readonly kind: 'checkpoint' };
export type KeyRecord = SealKeyRow & { readonly kind: 'key' };
/** Which lines went by which rule. */
export type ErasureRecord = ErasureRow & { readonly kind: 'erasure' };

/** One line of an export, or of a file of checkpoints. */
export type SealRecord =
  | LogRecord
  | LineRecord
  | BatchRecord
  | CheckpointRecord
  | KeyRecord
  | ErasureRecord
  | EndRecord;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);

const checkpoint = z.strictObject({
  kind: z.literal('checkpoint'),
  log: z.string(),
  checkpoint: count,
  at: z.string(),
  batch: count,
  lines: count,
  chain: digest,
  key: z.string(),
  signature: z.string(),
});

const key = z.strictObject({
  kind: z.literal('key'),
  id: z.string(),
  publicKey: z.string(),
  since: z.string(),
  introducedBy: z.string().nullable(),
  signature: z.string().nullable(),
});

const batch = z.strictObject({
  kind: z.literal('batch'),
  batch: count,
  first: count,
  last: count,
  at: z.string(),
  root: digest,
  previous: digest,
  chain: digest,
});

const line = z.strictObject({
  kind: z.literal('line'),
  number: count,
  leaf: digest,
  salt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  line: z.looseObject({ kind: z.enum(['event', 'access', 'restore']) }).optional(),
  event: z.looseObject({ seq: count, hash: digest }).optional(),
});

const log = z.strictObject({
  kind: z.literal('log'),
  format: z.literal(FORMAT),
  log: z.string(),
  controller: z.string().nullable(),
  at: z.string(),
});

const erasure = z.strictObject({
  kind: z.literal('erasure'),
  id: z.string(),
  at: z.string(),
  controller: z.string(),
  rule: z.string(),
  decision: z.string().nullable(),
  before: z.string(),
  counts: z.record(z.string(), count),
  lines: z.array(z.tuple([count, count])),
  digest,
});

const end = z.strictObject({ kind: z.literal('end'), batches: count, lines: count });

const record = z.discriminatedUnion('kind', [checkpoint, key, batch, line, log, erasure, end]);

/** A line of a file as a record; null when it is none. What a line says is judged by its digest. */
export function readRecord(text: string): SealRecord | null {
  try {
    const parsed = record.safeParse(JSON.parse(text));
    return parsed.success ? (parsed.data as unknown as SealRecord) : null;
  } catch {
    return null;
  }
}

export function checkpointRecord(row: CheckpointRow): CheckpointRecord {
  return { kind: 'checkpoint', ...row };
}

export function keyRecord(row: SealKeyRow): KeyRecord {
  return { kind: 'key', ...row };
}

export function erasureRecord(row: ErasureRow): ErasureRecord {
  return { kind: 'erasure', ...row };
}
