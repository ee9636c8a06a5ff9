import type { Reader } from '@hemgang/access';
import type { CommandDeclaration } from '@hemgang/engine';
import { isUuid, plusMs, type Instant } from '@hemgang/kernel';
import type { AttachmentRow, CaseStore, StoredCase } from '@hemgang/store';
import type { Envelope } from '../envelope';
import { UNSENT_MS } from './unsent';

/** A command that may name files, and who gives it where. */
interface Naming {
  readonly command: CommandDeclaration;
  readonly rest: Envelope['rest'];
  readonly reader: Reader;
  /** Null while the case is only to be opened. */
  readonly found: StoredCase | null;
  readonly now: Instant;
}

/**
 * The files that a command's payload names, as far as the reader's unit has kept them in the case
 * within a day and no event names them yet. Those that are left out look like files that are not there.
 */
export async function filesNamed(
  cases: CaseStore,
  { command, rest, reader, found, now }: Naming,
): Promise<readonly AttachmentRow[]> {
  // Nobody has judged the payload yet.
  const named: unknown = command.lookups?.attachments?.(rest);
  const ids = Array.isArray(named) ? named.filter(isUuid) : [];
  if (found === null || ids.length === 0) return [];
  return cases.unsentAttachments(found.id, reader.unit, ids, plusMs(now, -UNSENT_MS));
}

/** What of them is content: their names, and what proves the bytes, go where the words go. */
export function namesOf(files: readonly AttachmentRow[]): Readonly<Record<string, unknown>> {
  if (files.length === 0) return {};
  return { files: files.map(({ id, name, sha256 }) => ({ id, name, sha256 })) };
}
