import type { Instant } from '@hemgang/kernel';
import type { AccessLine, IdempotencyRow } from './case-write';
import type { Database } from './database';
import {
  ADD_ATTACHMENT,
  REMOVE_ATTACHMENT,
  SWEEP_ATTACHMENTS,
  type AttachmentRow,
} from './sql/attachments';
import { refusalOf } from './write-refusal';

/** A file that a unit keeps in a case. */
export interface NewAttachment extends AttachmentRow {
  readonly caseId: string;
  /** The case's version as whoever keeps it has seen it. */
  readonly version: number;
  readonly unit: string;
  readonly staff: string;
  readonly at: Instant;
  readonly bytes: Buffer;
  readonly idempotency: Pick<IdempotencyRow, 'caller' | 'key' | 'bodyHash'>;
}

/** Anything but `kept` has written nothing. */
export type AddOutcome = 'kept' | 'full' | 'outside' | 'key-used';

/** Files before they are sent: kept, removed, forgotten. It judges nothing. @throws DatabaseUnavailable */
export class AttachmentStore {
  /** @param works the worker's role, which alone looks at the files of every case */
  constructor(
    private readonly writes: Database,
    private readonly works: Database,
  ) {}

  /** Keeps a file with its key and its line, or nothing; @param unsentMax of one unit in one case */
  async add(file: NewAttachment, line: AccessLine, unsentMax: number): Promise<AddOutcome> {
    const { bytes, idempotency, ...facts } = file;
    const said = JSON.stringify({ ...facts, ...idempotency, line });
    try {
      const [row] = await this.writes.run(ADD_ATTACHMENT, [said, bytes, unsentMax]);
      if (row?.isKept === true) return 'kept';
      return row?.isOutside === true ? 'outside' : 'full';
    } catch (error) {
      if (refusalOf(error) === 'key-used') return 'key-used';
      throw error;
    }
  }

  /** @returns whether there was one that the unit had not sent */
  async remove(caseId: string, id: string, unit: string, line: AccessLine): Promise<boolean> {
    const values = [caseId, id, unit, JSON.stringify(line)];
    return (await this.writes.run(REMOVE_ATTACHMENT, values)).length > 0;
  }

  /** Removes what was kept before and no event names, @returns how many were looked at, and removed */
  async sweep(
    before: Instant,
    limit: number,
  ): Promise<{ readonly looked: number; readonly removed: number }> {
    const [row] = await this.works.run(SWEEP_ATTACHMENTS, [before, limit]);
    return row ?? { looked: 0, removed: 0 };
  }
}
