import type { Incoming } from '@hemgang/cases';
import type { FastifyRequest } from 'fastify';
import { Refused } from './refused';

/** Printable ASCII; a UUID has 36. */
const KEY = /^[\x20-\x7e]{1,200}$/;

/** A version as our `ETag` writes it: strong, one, in quotes. */
const VERSION = /^"([1-9]\d{0,8})"$/;

/**
 * The readable part of a command request.
 * @throws Refused 415 without content, 400 for a key or a version that cannot be read
 */
export function incomingOf(request: FastifyRequest): Incoming {
  return { ...proposedOf(request), key: keyOf(request) };
}

/**
 * The same of a command that is not given yet, which needs no key.
 * @throws Refused 415 without content, 400 for a version that cannot be read
 */
export function proposedOf(request: FastifyRequest): Omit<Incoming, 'key'> {
  if (request.body === undefined) throw new Refused({ code: 'MEDIA_TYPE_UNSUPPORTED' });
  const ifVersion = versionNamed(request);
  return { body: request.body, ...(ifVersion === undefined ? {} : { ifVersion }) };
}

/** @throws Refused 400 when the key is missing or cannot be read */
export function keyOf({ raw }: FastifyRequest): string {
  // Node joins a repeated header into one value that would pass for a key.
  const [key, ...more] = raw.headersDistinct['idempotency-key'] ?? [];
  if (key === undefined || key.trim() === '') {
    throw new Refused({ code: 'IDEMPOTENCY_KEY_MISSING' });
  }
  if (more.length > 0 || !KEY.test(key)) throw new Refused({ code: 'MALFORMED_REQUEST' });
  return key;
}

/** The version of `If-Match`; undefined without one. @throws Refused 400 when it cannot be read */
export function versionNamed({ headers }: FastifyRequest): number | undefined {
  const header = headers['if-match'];
  if (header === undefined) return undefined;
  const version = VERSION.exec(header)?.[1];
  if (version === undefined) throw new Refused({ code: 'MALFORMED_REQUEST' });
  return Number(version);
}
