import { ANNA, HELENA } from '@hemgang/testing';
import type { ApiServer } from './api-server.fixture';
import { TEXT } from './sample-files.fixture';

/** Types of case whose messages have files, each with who writes in the suites' cases. */
export const WRITERS = { discharges: ANNA, sips: HELENA } as const;

export type FilePath = keyof typeof WRITERS;

export const FILE_PATHS = Object.keys(WRITERS) as readonly FilePath[];

/** Sends a file that is kept. @returns its id */
export async function keptFile(
  api: ApiServer,
  caseId: string,
  user: string,
  path: FilePath = 'discharges',
): Promise<string> {
  const answer = await api.sendFile(`/api/v1/${path}/${caseId}/attachments`, TEXT, user);
  if (answer.status !== 201) throw new Error(`answered ${answer.status}: ${answer.text}`);
  return (answer.body as { readonly id: string }).id;
}

/** A message to these units that names a new file of its writer. @returns it and the event */
export async function sentFile(
  api: ApiServer,
  caseId: string,
  to: readonly string[],
  path: FilePath = 'discharges',
): Promise<{ readonly id: string; readonly seq: number }> {
  const writer = WRITERS[path];
  const id = await keptFile(api, caseId, writer, path);
  const words = { category: 'lakemedel', priority: 'ordinary', text: 'Se bilagan.' };
  const message = { ...words, to, attachments: [id] };
  const { version } = await api.county.giveAt(path, caseId, 'send-message', writer, message);
  return { id, seq: version };
}
