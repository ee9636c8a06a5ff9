import { createHash } from 'node:crypto';
import { canonicalJson } from '@hemgang/kernel';
import type { CheckpointRow } from '@hemgang/store';
import { batchText, type RestoreEntry } from './lines';
import { checkpointText, isSigned } from './keys';
import { Erased } from './erased';
import type {
  BatchRecord,
  CheckpointRecord,
  EndRecord,
  LineRecord,
  LogRecord,
  SealRecord,
} from './records';
import { TrustedKeys } from './trusted-keys';
import { chainOf, leafOf, rootOf } from './tree';
import type { SealFault, SealVerdict } from './verdict';

const NOTHING_BEFORE = '0'.repeat(64);

/**
 * Judges a sealed log, from the database or from an export, up to its first fault.
 * @param outside keys and checkpoints that somebody else holds
 */
export async function verifyLog(
  records: AsyncIterable<SealRecord> | Iterable<SealRecord>,
  outside: readonly SealRecord[],
): Promise<SealVerdict> {
  const reading = new Reading(outside);
  for await (const record of records) {
    const fault = reading.take(record);
    if (fault !== null) return reading.verdict(fault);
  }
  return reading.verdict(reading.end());
}

/** What is known so far while a log is read. */
class Reading {
  private log: LogRecord | null = null;
  private last: EndRecord | null = null;
  private batch: BatchRecord | null = null;
  private chain = NOTHING_BEFORE;
  private leaves: string[] = [];
  private readonly sum = { lines: 0, hidden: 0, batches: 0, checkpoints: 0 };
  private readonly restores: RestoreEntry[] = [];
  private readonly erased = new Erased();
  private readonly held: CheckpointRecord[];
  private readonly keys: TrustedKeys;
  /** Chain values at the batches that a checkpoint held outside names. */
  private readonly chains = new Map<number, { readonly chain: string; readonly lines: number }>();

  constructor(outside: readonly SealRecord[]) {
    this.held = outside.filter((record) => record.kind === 'checkpoint');
    this.keys = new TrustedKeys(outside.filter((record) => record.kind === 'key'));
  }

  take(record: SealRecord): SealFault | null {
    if (this.last !== null) return { code: 'incomplete', where: 'after the end' };
    if (record.kind === 'log') {
      if (this.log !== null) return { code: 'incomplete', where: 'the beginning' };
      this.log = record;
      return null;
    }
    if (this.log === null) return { code: 'incomplete', where: 'the beginning' };
    switch (record.kind) {
      case 'key':
        return this.keys.meet(this.log.log, record);
      case 'erasure':
        return this.erased.declare(record);
      case 'line':
        return this.takeLine(record);
      case 'batch':
        return this.closeBatch() ?? this.openBatch(record);
      case 'checkpoint':
        return this.closeBatch() ?? this.takeCheckpoint(this.log.log, record);
      case 'end':
        this.last = record;
        return this.closeBatch();
    }
  }

  end(): SealFault | null {
    const { last, sum } = this;
    if (last === null) return { code: 'incomplete', where: 'the end' };
    if (last.lines !== sum.lines || last.batches !== sum.batches) {
      return { code: 'incomplete', where: 'the end' };
    }
    const unexplained = this.erased.unexplained();
    if (unexplained !== null) return unexplained;
    for (const held of this.held) {
      const fault = this.judgeHeld(held);
      if (fault !== null) return fault;
    }
    return null;
  }

  verdict(fault: SealFault | null): SealVerdict {
    const lost = this.held.filter((held) => this.isLost(held)).length;
    return {
      ...{ fault, ...this.sum, lost, restores: this.restores },
      agreeing: fault === null ? this.held.length - lost : 0,
      erased: this.erased.lines,
      erasures: this.erased.erasures,
    };
  }

  private openBatch(batch: BatchRecord): SealFault | null {
    const where = `batch ${batch.batch}`;
    const follows = batch.batch === this.sum.batches + 1 && batch.first === this.sum.lines + 1;
    if (!follows || batch.last < batch.first) return { code: 'numbering', where };
    if (batch.previous !== this.chain) return { code: 'chain', where };
    if (batch.chain !== chainOf(batchText(batch))) return { code: 'chain', where };
    this.batch = batch;
    this.leaves = [];
    return null;
  }

  private takeLine(record: LineRecord): SealFault | null {
    const where = `line ${record.number}`;
    const { batch } = this;
    const isNext = record.number === this.sum.lines + 1;
    if (batch === null || !isNext || record.number > batch.last)
      return { code: 'numbering', where };
    const fault = this.judgeLine(record, where);
    if (fault !== null) return fault;
    if (record.line?.kind === 'access') this.erased.seal(record.line.action);
    this.leaves.push(record.leaf);
    this.sum.lines += 1;
    return null;
  }

  private judgeLine(record: LineRecord, where: string): SealFault | null {
    const { number, leaf, salt, line, event } = record;
    if (salt === undefined) {
      // A whole log hides nothing but what has been erased; an export does.
      if (this.log?.controller === null) this.erased.meet(number);
      else this.sum.hidden += 1;
      return null;
    }
    if (line === undefined) return { code: 'missing', where };
    if (leafOf(salt, canonicalJson(line)) !== leaf) return { code: 'line', where };
    if (line.kind === 'event' && event !== undefined) {
      const { hash, ...row } = event;
      const text = canonicalJson({ caseId: line.caseId, ...row });
      const isSame = hash === line.hash && sha256(text) === hash && row.seq === line.seq;
      return isSame ? null : { code: 'event', where };
    }
    if (line.kind === 'restore') return this.takeRestore(line, where);
    return null;
  }

  private takeRestore(entry: RestoreEntry, where: string): SealFault | null {
    const { signature, ...said } = entry;
    const isOurs = entry.log === this.log?.log && entry.lostFrom <= this.sum.lines + 1;
    const isTrue =
      signature === null
        ? entry.key === null
        : this.isSigned(entry.key, canonicalJson(said), signature);
    if (!isOurs || !isTrue) return { code: 'signature', where };
    this.restores.push(entry);
    return null;
  }

  private closeBatch(): SealFault | null {
    const { batch, leaves } = this;
    if (batch === null) return null;
    const where = `batch ${batch.batch}`;
    if (this.sum.lines !== batch.last) return { code: 'numbering', where };
    if (rootOf(leaves) !== batch.root) return { code: 'root', where };
    this.batch = null;
    this.chain = batch.chain;
    this.sum.batches += 1;
    if (this.held.some((held) => held.batch === batch.batch)) {
      this.chains.set(batch.batch, { chain: batch.chain, lines: batch.last });
    }
    return null;
  }

  private takeCheckpoint(log: string, record: CheckpointRecord): SealFault | null {
    const where = `checkpoint ${record.checkpoint}`;
    if (record.checkpoint !== this.sum.checkpoints + 1) return { code: 'numbering', where };
    if (record.log !== log) return { code: 'other-log', where };
    const { signature, kind: _, ...said } = record;
    if (!this.isSigned(record.key, checkpointText(said), signature)) {
      return { code: 'signature', where };
    }
    const { batches, lines } = this.sum;
    const fits = record.batch === batches && record.lines === lines && record.chain === this.chain;
    if (!fits) return { code: 'checkpoint', where };
    this.sum.checkpoints += 1;
    return null;
  }

  private judgeHeld(held: CheckpointRecord): SealFault | null {
    const where = `checkpoint ${held.checkpoint} of ${held.at}`;
    if (held.log !== this.log?.log) return { code: 'other-log', where };
    const { signature, kind: _, ...said } = held;
    if (!this.isSigned(held.key, checkpointText(said), signature)) {
      return { code: 'signature', where };
    }
    if (this.isLost(held)) return null;
    const found = this.chains.get(held.batch);
    if (found?.chain === held.chain && found.lines === held.lines) return null;
    return { code: held.lines > this.sum.lines ? 'truncated' : 'rewritten', where };
  }

  /** Whether a restore says that what the checkpoint names is lost; unsigned it excuses nothing. */
  private isLost(held: CheckpointRow): boolean {
    if (this.chains.get(held.batch)?.chain === held.chain) return false;
    return this.restores.some(
      ({ lostFrom, lostThrough, at, signature }) =>
        signature !== null &&
        held.lines >= lostFrom &&
        held.at <= at &&
        (lostThrough === null || held.lines <= lostThrough),
    );
  }

  private isSigned(key: string | null, text: string, signature: string): boolean {
    const publicKey = key === null ? undefined : this.keys.publicKey(key);
    return publicKey !== undefined && isSigned(text, signature, publicKey);
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
