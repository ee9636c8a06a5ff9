import type { AccessLine } from '../case-write';
import { TAKE_ATTACHMENT, type AttachmentRow } from '../sql/attachments';
import type { Queryable } from '../statement';

/** A file with its bytes. */
export type TakenAttachment = Pick<AttachmentRow, 'name' | 'kind'> & { readonly bytes: Buffer };

/** Which file is asked for, and by which right. */
export interface AskedAttachment {
  readonly caseId: string;
  readonly id: string;
  /** Whose unsent file it may be. */
  readonly unit: string;
  /** Events that it may belong to. */
  readonly events: readonly number[];
}

/** What the access log says of it. */
export interface AttachmentLines {
  readonly taken: AccessLine;
  /** When it is not there. */
  readonly refused: AccessLine;
}

/** The file and its line in one statement; null: there is none for whoever asks so. */
export async function takeAttachment(
  session: Queryable,
  { caseId, id, unit, events }: AskedAttachment,
  { taken, refused }: AttachmentLines,
): Promise<TakenAttachment | null> {
  const lines = [taken, refused].map((line) => JSON.stringify(line));
  const [row] = await session.run(TAKE_ATTACHMENT, [caseId, id, unit, events, ...lines]);
  return row ?? null;
}
