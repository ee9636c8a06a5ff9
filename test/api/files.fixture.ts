import { ANNA } from '@hemgang/testing';
import type { ApiServer } from './api-server.fixture';
import { TEXT, type TestFile } from './sample-files.fixture';

/** Sends a file that is kept. @returns its id */
export async function keptFile(
  api: ApiServer,
  caseId: string,
  user: string,
  file: TestFile = TEXT,
): Promise<string> {
  const answer = await api.sendFile(`/api/v1/discharges/${caseId}/attachments`, file, user);
  if (answer.status !== 201) throw new Error(`answered ${answer.status}: ${answer.text}`);
  return (answer.body as { readonly id: string }).id;
}

/** A message of Anna's ward to these units that names a new file of hers. @returns it and the event */
export async function sentFile(
  api: ApiServer,
  caseId: string,
  to: readonly string[],
): Promise<{ readonly id: string; readonly seq: number }> {
  const id = await keptFile(api, caseId, ANNA);
  const words = { category: 'lakemedel', priority: 'ordinary', text: 'Se bilagan.' };
  const message = { ...words, to, attachments: [id] };
  const { version } = await api.county.give(caseId, 'send-message', ANNA, message);
  return { id, seq: version };
}
