import type { Answer } from './answer';
import { post } from './client';
import type { Case } from './types';

/** A command as it goes out: repeated unchanged, key and all, until it is answered. */
export interface OutgoingCommand {
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Opens a case. */
export function admit({ key, body }: OutgoingCommand): Promise<Answer<Case>> {
  return post('/api/v1/discharges', body, { 'Idempotency-Key': key });
}

/** Gives a command to a case, on condition that it still is the version that the person saw. */
export function giveCommand(
  caseId: string,
  name: string,
  seenVersion: number,
  { key, body }: OutgoingCommand,
): Promise<Answer<Case>> {
  const path = `/api/v1/discharges/${encodeURIComponent(caseId)}/${encodeURIComponent(name)}`;
  return post(path, body, { 'Idempotency-Key': key, 'If-Match': `"${seenVersion}"` });
}
