import type { Answer } from './answer';
import { post } from './client';
import type { AnyCase, CasePath, Preview } from './types';

/** A command as it goes out: repeated unchanged, key and all, until it is answered. */
export interface OutgoingCommand {
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Opens a case. */
export function openCase<View extends AnyCase>(
  path: CasePath,
  { key, body }: OutgoingCommand,
): Promise<Answer<View>> {
  return post(`/api/v1/${path}`, body, { 'Idempotency-Key': key });
}

/** Gives a command to a case, on condition that it still is the version that the person saw. */
export function giveCommand(
  path: CasePath,
  caseId: string,
  name: string,
  seenVersion: number,
  { key, body }: OutgoingCommand,
): Promise<Answer<AnyCase>> {
  const address = `/api/v1/${path}/${encodeURIComponent(caseId)}/${encodeURIComponent(name)}`;
  return post(address, body, { 'Idempotency-Key': key, 'If-Match': `"${seenVersion}"` });
}

/** What the same command would lead to; nothing is done, and the reading is logged. */
export function previewCommand(
  path: CasePath,
  caseId: string,
  name: string,
  seenVersion: number,
  body: OutgoingCommand['body'],
): Promise<Answer<Preview>> {
  const of = `${encodeURIComponent(caseId)}/previews/${encodeURIComponent(name)}`;
  return post(`/api/v1/${path}/${of}`, body, { 'If-Match': `"${seenVersion}"` });
}
