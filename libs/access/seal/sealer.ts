import { randomBytes } from 'node:crypto';
import { canonicalJson, type Clock } from '@hemgang/kernel';
import type {
  HeadMove,
  PendingRow,
  SealCursor,
  SealedBatch,
  SealedLine,
  SealHead,
  SealStore,
} from '@hemgang/store';
import { batchText, lineOf, type SealLine } from './lines';
import type { CheckpointMaker } from './checkpoint-maker';
import { restoreEntry } from './restore-entry';
import { chainOf, leafOf, rootOf } from './tree';

/** A statement of half a megabyte; at a thousand commands a second one batch a second is enough. */
const BATCH_MAX = 2_000;

const SALT_BYTES = 16;

/** What the sealer stands on. */
export interface SealerResources {
  readonly seals: SealStore;
  readonly clock: Clock;
  readonly checkpoints: CheckpointMaker;
}

/** Numbers and seals what has been committed to both logs (record 19). */
export class Sealer {
  constructor(private readonly on: SealerResources) {}

  /**
   * Seals one batch of what is there, and signs a checkpoint when it is time.
   * @returns whether there may be more at once
   * @throws DatabaseUnavailable
   */
  async round(): Promise<boolean> {
    const head = await this.on.seals.head();
    if (head.timeline !== head.here) {
      await this.sealRestore(head);
      return true;
    }
    const more = await this.sealPending(head);
    if (!more) await this.on.checkpoints.makeWhenTime();
    return more;
  }

  /** Seals everything that is there and signs a checkpoint of it. */
  async finish(): Promise<void> {
    while (await this.round());
    await this.on.checkpoints.make();
  }

  private async sealPending(head: SealHead): Promise<boolean> {
    const rows = await this.on.seals.pending(head, BATCH_MAX);
    const isLast = rows.length < BATCH_MAX;
    const fresh = rows.filter(({ isSealed }) => !isSealed);
    // Both logs have been looked through: from now on in the order of their transactions.
    const isRecovered = head.recovering && isLast;
    const cursor = isRecovered ? START : passed(head.cursor, rows);
    const recovering = head.recovering && !isLast;
    if (fresh.length > 0) {
      await this.seal(head, fresh.map(sealable), { cursor, timeline: head.here, recovering });
    } else if (rows.length > 0 || isRecovered) {
      await this.on.seals.pass(head, cursor, recovering);
    }
    return !isLast || isRecovered;
  }

  private async sealRestore(head: SealHead): Promise<void> {
    const { seals, clock, checkpoints } = this.on;
    const entry = restoreEntry(head, clock.now(), {
      last: await seals.lastCheckpoint(),
      outside: await checkpoints.lastOutside(head.log),
      key: checkpoints.key,
    });
    await checkpoints.introduceKey();
    const row = { caseId: null, seq: null, accessId: null, entry: { ...entry } };
    await this.seal(head, [{ line: entry, row }], {
      cursor: START,
      timeline: head.here,
      recovering: true,
    });
  }

  private seal(head: SealHead, sealables: readonly Sealable[], to: HeadMove): Promise<boolean> {
    const lines = sealables.map(({ line, row }, index): SealedLine => {
      const salt = randomBytes(SALT_BYTES).toString('hex');
      const leaf = leafOf(salt, canonicalJson(line));
      return { number: head.lines + index + 1, ...row, salt, leaf };
    });
    const header = {
      batch: head.batch + 1,
      first: head.lines + 1,
      last: head.lines + lines.length,
      at: this.on.clock.now(),
      root: rootOf(lines.map(({ leaf }) => leaf)),
      previous: head.chain,
    };
    const batch: SealedBatch = { ...header, chain: chainOf(batchText(header)) };
    return this.on.seals.seal(head, batch, lines, to);
  }
}

const START: SealCursor = { eventTx: '0', eventPosition: 0, accessTx: '0', accessId: 0 };

interface Sealable {
  readonly line: SealLine;
  readonly row: Omit<SealedLine, 'number' | 'salt' | 'leaf'>;
}

function sealable(row: PendingRow): Sealable {
  const { caseId, seq, position } = row;
  const isEvent = row.kind === 'event';
  return {
    line: lineOf(row),
    row: isEvent
      ? { caseId, seq, accessId: null, entry: null }
      : { caseId: null, seq: null, accessId: position, entry: null },
  };
}

/** The cursor behind the last row of each log. */
function passed(cursor: SealCursor, rows: readonly PendingRow[]): SealCursor {
  const event = rows.findLast(({ kind }) => kind === 'event');
  const access = rows.findLast(({ kind }) => kind === 'access');
  return {
    eventTx: event?.tx ?? cursor.eventTx,
    eventPosition: event?.position ?? cursor.eventPosition,
    accessTx: access?.tx ?? cursor.accessTx,
    accessId: access?.position ?? cursor.accessId,
  };
}
