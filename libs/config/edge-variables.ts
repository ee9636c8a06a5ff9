import { z } from 'zod';
import { optional, urlOf } from './variables';

/** Requests in a minute, for each process; 0: no limit. */
export interface Rates {
  readonly perPerson: number;
  readonly perUnit: number;
  readonly perAddress: number;
}

/** Ten times what the busiest of its kind was seen to need. */
const PER_PERSON_DEFAULT = 600;
const PER_UNIT_DEFAULT = 6_000;
/** A whole hospital may come from one address at the change of shifts. */
const PER_ADDRESS_DEFAULT = 1_200;

const perMinute = z
  .string()
  .regex(/^\d{1,7}$/)
  .transform(Number);

/** An address, a network (`10.0.0.0/8`), or a word for some: `loopback`, `uniquelocal`. */
const PROXY = /^(?:loopback|linklocal|uniquelocal|[\da-f.:]+(?:\/\d{1,3})?)$/i;

const proxies = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine((list) => list.every((one) => PROXY.test(one)));

/** How a process meets what is outside it. */
export const edgeVariables = {
  SECURITY_CONTACT: optional(urlOf('mailto:', 'https:', 'tel:')),
  TRUSTED_PROXIES: optional(proxies),
  RATE_PER_PERSON: optional(perMinute),
  RATE_PER_UNIT: optional(perMinute),
  RATE_PER_ADDRESS: optional(perMinute),
  INTERNAL_TLS: optional(z.enum(['required', 'off'])),
};

/** What each of them may be. */
export const EDGE_RULES: Readonly<Record<keyof typeof edgeVariables, string>> = {
  SECURITY_CONTACT: 'must be an address that starts with mailto:, https: or tel:, or be left out',
  TRUSTED_PROXIES: 'must be addresses or networks with commas between, or be left out (loopback)',
  RATE_PER_PERSON: `must be requests in a minute, 0 for no limit, or be left out (${PER_PERSON_DEFAULT} in production)`,
  RATE_PER_UNIT: `must be requests in a minute, 0 for no limit, or be left out (${PER_UNIT_DEFAULT} in production)`,
  RATE_PER_ADDRESS: `must be requests in a minute, 0 for no limit, or be left out (${PER_ADDRESS_DEFAULT} in production)`,
  INTERNAL_TLS: 'must be required or off, or be left out (required in production)',
};

interface GivenRates {
  readonly RATE_PER_PERSON?: number | undefined;
  readonly RATE_PER_UNIT?: number | undefined;
  readonly RATE_PER_ADDRESS?: number | undefined;
}

/** A demo reaches this machine alone, and what loads it on purpose must not be held up. */
export function ratesOf(mode: 'demo' | 'production', given: GivenRates): Rates {
  const or = (set: number | undefined, usual: number): number =>
    set ?? (mode === 'production' ? usual : 0);
  return {
    perPerson: or(given.RATE_PER_PERSON, PER_PERSON_DEFAULT),
    perUnit: or(given.RATE_PER_UNIT, PER_UNIT_DEFAULT),
    perAddress: or(given.RATE_PER_ADDRESS, PER_ADDRESS_DEFAULT),
  };
}
