import { canonicalJson, type Instant } from '@hemgang/kernel';
import type {
  CheckpointRow,
  ErasureStore,
  SealedBatch,
  SealedRow,
  SealReader,
  SealStore,
} from '@hemgang/store';
import { lineOf, type RestoreEntry, type SealLine } from './lines';
import {
  checkpointRecord,
  erasureRecord,
  FORMAT,
  keyRecord,
  type LineRecord,
  type SealRecord,
} from './records';

/** Batches read at a time; each is small or full. */
const BATCHES = 50;

/** Checkpoints read at a time. */
const CHECKPOINTS = 1_000;

/** For whom a log is told. */
export interface Audience {
  readonly controller: string;
  readonly units: readonly string[];
}

/** What an export is read from. */
export interface ExportSource {
  readonly seals: SealStore;
  readonly reader: SealReader;
  readonly erasures: ErasureStore;
}

/**
 * The sealed log as records, oldest first, up to the last batch: keys, what has been erased, then each
 * batch with its lines and the checkpoints that were made of it.
 * @param audience whose export it is; null: every line with what it says, for the operator
 * @throws DatabaseUnavailable
 */
export async function* exportLog(
  { seals, reader, erasures }: ExportSource,
  audience: Audience | null,
  at: Instant,
): AsyncGenerator<SealRecord> {
  // Checkpoints first: whatever they name has then been sealed already.
  const lastCheckpoint = (await seals.lastCheckpoint())?.checkpoint ?? 0;
  const head = await seals.head();
  yield {
    kind: 'log',
    format: FORMAT,
    log: head.log,
    controller: audience?.controller ?? null,
    at,
  };
  for (const key of await seals.keys()) yield keyRecord(key);
  for (const erasure of await erasures.all()) {
    if (audience === null || audience.controller === erasure.controller) {
      yield erasureRecord(erasure);
    }
  }
  const checkpoints = checkpointsThrough(seals, lastCheckpoint);
  let checkpoint = await checkpoints.next();
  for await (const batch of batchesThrough(reader, head.batch)) {
    yield { kind: 'batch', ...batch };
    for (const row of await reader.lines(batch, audience?.units ?? [])) {
      yield lineRecord(row, audience === null);
    }
    for (; isOf(batch.batch, checkpoint); checkpoint = await checkpoints.next()) {
      yield checkpointRecord(checkpoint.value);
    }
  }
  for (; checkpoint.done !== true; checkpoint = await checkpoints.next()) {
    yield checkpointRecord(checkpoint.value);
  }
  // What the head says, so that it is held against what there was.
  yield { kind: 'end', batches: head.batch, lines: head.lines };
}

type NextCheckpoint = IteratorResult<CheckpointRow, void>;

function isOf(batch: number, next: NextCheckpoint): next is IteratorYieldResult<CheckpointRow> {
  return next.done !== true && next.value.batch <= batch;
}

async function* batchesThrough(
  reader: SealReader,
  through: number,
): AsyncGenerator<SealedBatch, void> {
  for (let last = 0; last < through;) {
    const batches = await reader.batchesAfter(last, BATCHES);
    yield* batches.filter(({ batch }) => batch <= through);
    if (batches.length < BATCHES) return;
    last = batches.at(-1)?.batch ?? through;
  }
}

async function* checkpointsThrough(
  seals: SealStore,
  through: number,
): AsyncGenerator<CheckpointRow, void> {
  for (let last = 0; last < through;) {
    const page = await seals.checkpointsAfter(last, CHECKPOINTS);
    yield* page.filter(({ checkpoint }) => checkpoint <= through);
    if (page.length < CHECKPOINTS) return;
    last = page.at(-1)?.checkpoint ?? through;
  }
}

/**
 * A controller sees what its own units did and saw; of a case that they are or were parties of, that
 * there was an event with this hash; and every entry of the seal's own. The row of an event may name
 * units that are shown neutrally to others, so only the whole log has it.
 */
function lineRecord(row: SealedRow, seesAll: boolean): LineRecord {
  const { number, leaf, salt, event, isOwn, isOfParty } = row;
  const hidden: LineRecord = { kind: 'line', number, leaf };
  // An event is never erased: one without its salt is shown as one whose row is gone.
  if (salt === null) return row.caseId === null ? hidden : { ...hidden, salt: '' };
  const isShown = seesAll || isOwn || isOfParty || row.entry !== null;
  if (!isShown) return hidden;
  const line = said(row);
  // The row is gone, which whoever verifies finds by the salt that is there.
  if (line === null) return { ...hidden, salt };
  const shown = { ...hidden, salt, line };
  return event !== null && seesAll ? { ...shown, event } : shown;
}

function said({ entry, event, caseId, access }: SealedRow): SealLine | null {
  if (entry !== null) return entry as unknown as RestoreEntry;
  if (access !== null) return lineOf(access);
  if (event === null || caseId === null) return null;
  return { kind: 'event', caseId, seq: event.seq, hash: event.hash };
}

/** A record as a line of a file. */
export function recordText(record: SealRecord): string {
  return canonicalJson(record);
}
