import createClient from 'openapi-fetch';
import type { paths } from '../generated/api';
import { storedLanguage } from '../language';
import { noAnswer, type Answer, type Problem } from './answer';
import { BACKGROUND, isAttended } from './attention';
import { noteContact } from './contact';
import { noteDateHeader } from './server-time';

/** A slow network still answers within this; after it the person should be able to try again. */
const ANSWER_MS_MAX = 20_000;

/** The server as its own description types it. */
export const api = createClient<paths>({ fetch: send });

/** What openapi-fetch gives: `data` when the server said yes, `error` when it said no. */
interface Outcome<Data> {
  readonly data?: Data;
  readonly error?: unknown;
}

/** Makes every outcome of a call a value, also that nothing came back or nothing readable. */
export async function answerOf<Data>(call: Promise<Outcome<Data>>): Promise<Answer<Data>> {
  try {
    const { data, error } = await call;
    return error === undefined
      ? { ok: true, data: data as Data }
      : { ok: false, problem: error as Problem };
  } catch {
    return { ok: false, problem: noAnswer };
  }
}

/** Sends JSON to an address that is known only when the app runs: a command's name comes with the case. */
export async function post<Data>(
  path: string,
  body: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>>,
): Promise<Answer<Data>> {
  const call = async (): Promise<Outcome<Data>> => {
    const response = await send(
      new Request(path, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
    const content: unknown = await response.json();
    return response.ok ? { data: content as Data } : { error: content };
  };
  return answerOf(call());
}

async function send(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', storedLanguage());
  if (!isAttended()) request.headers.set(BACKGROUND, '1');
  // No other site can send it: the server takes the cookie for somebody only beside it.
  request.headers.set('X-Requested-With', 'hemgang');
  const response = await fetch(request, {
    cache: 'no-store',
    signal: AbortSignal.timeout(ANSWER_MS_MAX),
  });
  noteDateHeader(response.headers.get('date'));
  if (response.status < 500) noteContact();
  return response;
}
