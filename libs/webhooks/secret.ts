import { randomBytes } from 'node:crypto';
import type { Instant } from '@hemgang/kernel';
import { Webhook } from 'standardwebhooks';

/** As much as HMAC-SHA-256 has use for. */
const SECRET_BYTES = 32;

/** By the specification's own mark somebody who finds a secret in the open knows it for one. */
const MARK = 'whsec_';

/** A new signing secret, as it is shown once. */
export function newSecret(): string {
  return `${MARK}${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/**
 * The headers of the specification.
 * @param secrets those in force, the newest first: a signature each
 * @param at real time: a receiver compares it with its own clock
 */
export function signedHeaders(
  id: string,
  body: string,
  secrets: readonly string[],
  at: Instant,
): Readonly<Record<string, string>> {
  const time = new Date(at);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(time.getTime() / 1_000)),
    'webhook-signature': secrets.map((each) => new Webhook(each).sign(id, time, body)).join(' '),
  };
}
