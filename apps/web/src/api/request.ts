import { storedLanguage } from '../language';
import { noAnswer, type Answer, type Problem } from './answer';
import { noteContact } from './contact';
import { noteDateHeader } from './server-time';

/** A slow network still answers within this; after it the person should be able to try again. */
const ANSWER_MS_MAX = 20_000;

/** Asks the server; every outcome is a value. Nothing is kept by the browser's cache. */
export async function request<Data>(path: string, init: RequestInit = {}): Promise<Answer<Data>> {
  try {
    const response = await fetch(path, {
      cache: 'no-store',
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
      ...init,
      headers: { ...init.headers, 'Accept-Language': storedLanguage() },
    });
    return await read<Data>(response);
  } catch {
    return { ok: false, problem: noAnswer };
  }
}

/** Sends JSON. */
export function post<Data>(
  path: string,
  body: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<Data>> {
  return request(path, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function read<Data>(response: Response): Promise<Answer<Data>> {
  noteDateHeader(response.headers.get('date'));
  if (response.status === 204) return { ok: true, data: undefined as Data };
  const body: unknown = await response.json();
  if (response.status < 500) noteContact();
  return response.ok ? { ok: true, data: body as Data } : { ok: false, problem: body as Problem };
}
