import { lookup } from 'node:dns/promises';
import { Agent as HttpAgent, request as httpRequest, type ClientRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { SECOND_MS } from '@hemgang/kernel';
import { isThisMachine, urlFault } from './endpoint-url';
import { outcomeOf, type WebhookOutcome, type WebhookTry } from './outcome';
import { pinnedTo } from './pinned-to';
import { isPublicAddress } from './public-address';

/** Who takes longer to note a few hundred bytes does the work before the answer: it is tried again. */
const ANSWER_MS_MAX = 15 * SECOND_MS;

/** Headers of an answer; of its body nothing is read. */
const ANSWER_HEADERS_BYTES_MAX = 8_192;

export interface PostSettings {
  readonly mode: 'demo' | 'production';
  /** Every address of a name; the system's resolver when left out. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
  /** When left out: 15 s for everything, name and connection included. */
  readonly answerMsMax?: number;
  /** Who vouches for receivers beside the authorities that Node knows. */
  readonly ca?: string;
}

/** A try that ended before there was an answer. */
class Failed extends Error {
  constructor(readonly outcome: WebhookOutcome) {
    super(outcome);
  }
}

/**
 * Posts once. The name is resolved here, each of its addresses must be public, and the connection is made
 * to one that was looked at: whoever changes the name meanwhile changes nothing. Redirects are not followed,
 * the answer's body is not read, the connection serves this one try.
 * @returns how it ended; never throws
 */
export async function postOnce(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  settings: PostSettings,
): Promise<WebhookTry> {
  const limit = AbortSignal.timeout(settings.answerMsMax ?? ANSWER_MS_MAX);
  try {
    if (urlFault(address, settings.mode) !== null) throw new Failed('url');
    const url = new URL(address);
    const ip = await within(limit, addressOf(url, settings));
    const status = await answerOf(url, body, { ...optionsFor(ip, settings), headers }, limit);
    return { outcome: outcomeOf(status), status };
  } catch (error) {
    return { outcome: limit.aborted ? 'timeout' : failureOf(error), status: null };
  }
}

async function addressOf(url: URL, { mode, resolve = resolved }: PostSettings): Promise<string> {
  const name = url.hostname.replace(/^\[|\]$/g, '');
  if (isThisMachine(url, mode)) return isIP(name) > 0 ? name : '127.0.0.1';
  const all = await resolve(name).catch(() => []);
  const [first] = all;
  if (first === undefined) throw new Failed('name');
  // A name that stands for somebody outside and for us is not one to trust half of.
  if (!all.every(isPublicAddress)) throw new Failed('address');
  return first;
}

async function resolved(name: string): Promise<readonly string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address);
}

/** Connects to this address alone, without any proxy and without a connection of before. */
function optionsFor(ip: string, { ca }: PostSettings): RequestOptions {
  return {
    method: 'POST',
    lookup: pinnedTo(ip),
    maxHeaderSize: ANSWER_HEADERS_BYTES_MAX,
    ...(ca === undefined ? {} : { ca }),
  };
}

function answerOf(
  url: URL,
  body: string,
  options: RequestOptions,
  signal: AbortSignal,
): Promise<number> {
  const isTls = url.protocol === 'https:';
  const agent = isTls ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false });
  return new Promise((resolve, reject) => {
    const request: ClientRequest = (isTls ? httpsRequest : httpRequest)(url, {
      ...options,
      agent,
      signal,
    });
    request.on('response', (answer) => {
      // The first answer counts; what follows it, and its body, nobody reads.
      resolve(answer.statusCode ?? 0);
      request.destroy();
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** A resolver knows no signal. */
async function within<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> {
  const over = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Failed('timeout')), { once: true });
  });
  return Promise.race([promise, over]);
}

/** As Node and OpenSSL name what is wrong with a certificate. */
const CERTIFICATE = /CERT|ERR_TLS|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|HOSTNAME_MISMATCH/;

function failureOf(error: unknown): WebhookOutcome {
  if (error instanceof Failed) return error.outcome;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return CERTIFICATE.test(code) ? 'certificate' : 'connection';
}
