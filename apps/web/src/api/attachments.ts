import { storedLanguage } from '../language';
import { noAnswer, type Answer, type Problem } from './answer';
import { answerOf, api } from './client';
import type { Attachment, MessagePath } from './types';

/** A file on its way: repeated with its key until it is answered. */
export interface OutgoingFile {
  readonly key: string;
  readonly file: File;
}

/** What browsers call a file of this ending, where they say nothing. */
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  txt: 'text/plain',
};

const CREATED = 201;

/** The server waits no longer for a request that has not arrived whole. */
const UPLOAD_MS_MAX = 40_000;

/**
 * Sends a file. `fetch` does not tell how much of it has left, so it is an older request.
 * @param onProgress is told how many bytes have left
 */
export function uploadAttachment(
  path: MessagePath,
  caseId: string,
  { key, file }: OutgoingFile,
  onProgress: (bytes: number) => void,
): Promise<Answer<Attachment>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/${path}/${encodeURIComponent(caseId)}/attachments`);
    const headers = {
      'Accept-Language': storedLanguage(),
      'Content-Type': typeOf(file),
      'Idempotency-Key': key,
      'X-File-Name': encodeURIComponent(file.name),
      'X-Requested-With': 'hemgang',
    };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.timeout = UPLOAD_MS_MAX;
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onloadend = () => resolve(answerIn(request));
    request.send(file);
  });
}

/** Takes back a file that is not sent yet. */
export function removeAttachment(
  path: MessagePath,
  caseId: string,
  attachment: string,
): Promise<Answer<unknown>> {
  const params = { path: { id: caseId, attachment } };
  return answerOf(api.DELETE(`/api/v1/${path}/{id}/attachments/{attachment}`, { params }));
}

/** Where the browser fetches a file. */
export function attachmentAddress(path: MessagePath, caseId: string, id: string): string {
  return `/api/v1/${path}/${encodeURIComponent(caseId)}/attachments/${encodeURIComponent(id)}`;
}

function typeOf({ name, type }: File): string {
  if (type !== '') return type;
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  return TYPES[ending] ?? 'application/octet-stream';
}

function answerIn({ status, response }: XMLHttpRequest): Answer<Attachment> {
  if (status === CREATED && response !== null) return { ok: true, data: response as Attachment };
  return { ok: false, problem: (response as Problem | null) ?? noAnswer };
}
