import type { Reader } from '@hemgang/access';
import { MINUTE_MS, SECOND_MS } from '@hemgang/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateCounter, type RateVerdict } from './rate';
import { Refused } from './refused';

/** Requests in a minute, for each process of the API; 0: no limit. */
export interface RateLimits {
  /** Of one person, in whatever sessions. */
  readonly perPerson: number;
  /** Of all persons of one unit together. */
  readonly perUnit: number;
  /** From one address without a session: signing in, one-time links, tokens that are none. */
  readonly perAddress: number;
}

export const NO_LIMITS: RateLimits = { perPerson: 0, perUnit: 0, perAddress: 0 };

/** One limit with what callers are told of it (draft-ietf-httpapi-ratelimit-headers). */
interface Limit {
  readonly name: string;
  readonly counter: RateCounter;
  readonly policy: string;
}

/**
 * Refuses who calls too often. It counts in memory: a command waits for nothing more because of it,
 * and there is no Redis that could be lost.
 */
export class RateGuard {
  private readonly person: Limit | null;
  private readonly unit: Limit | null;
  private readonly address: Limit | null;

  constructor({ perPerson, perUnit, perAddress }: RateLimits) {
    this.person = limitOf('person', perPerson);
    this.unit = limitOf('unit', perUnit);
    this.address = limitOf('address', perAddress);
  }

  /** @throws Refused TOO_MANY_REQUESTS */
  countReader({ staff, unit }: Reader, reply: FastifyReply): void {
    take(this.person, staff, reply);
    take(this.unit, unit, reply);
  }

  /** @throws Refused TOO_MANY_REQUESTS */
  countStranger({ ip }: FastifyRequest, reply: FastifyReply): void {
    take(this.address, networkOf(ip), reply);
  }
}

/** Whoever has one IPv6 address has the whole network of it (RFC 6177): 64 bits are one caller. */
export function networkOf(ip: string): string {
  if (!ip.includes(':')) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  const [bare = ''] = ip.toLowerCase().split('%', 1);
  const [head = '', tail] = bare.split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const zeros = Array.from({ length: Math.max(0, missing) }, () => '0');
  const all = [...groups(head), ...zeros, ...groups(tail ?? '')];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

function limitOf(name: string, times: number): Limit | null {
  if (times === 0) return null;
  const counter = new RateCounter({ times, perMs: MINUTE_MS });
  return { name, counter, policy: `"${name}";q=${times};w=${MINUTE_MS / SECOND_MS}` };
}

function take(limit: Limit | null, key: string, reply: FastifyReply): void {
  if (limit === null) return;
  const verdict = limit.counter.count(key);
  if (!verdict.allowed) {
    throw new Refused({ code: 'TOO_MANY_REQUESTS' }, refusedHeaders(limit, verdict));
  }
  // The limit of the person comes first and is the one she can mend.
  if (!reply.hasHeader('ratelimit')) void reply.headers(headersOf(limit, verdict));
}

function refusedHeaders(limit: Limit, verdict: RateVerdict): Readonly<Record<string, string>> {
  return { 'retry-after': String(secondsIn(verdict)), ...headersOf(limit, verdict) };
}

function headersOf(
  { name, policy }: Limit,
  verdict: RateVerdict,
): Readonly<Record<string, string>> {
  return {
    'ratelimit-policy': policy,
    ratelimit: `"${name}";r=${verdict.left};t=${secondsIn(verdict)}`,
  };
}

/** Whole seconds, never too few. */
function secondsIn({ waitMs }: RateVerdict): number {
  return Math.max(1, Math.ceil(waitMs / SECOND_MS));
}
