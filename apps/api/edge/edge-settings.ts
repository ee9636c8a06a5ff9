import type { Config } from '@hemgang/config';
import { NO_LIMITS, type RateLimits } from './rate-guard';

/** How the API meets the outside, as far as an installation decides it. */
export interface EdgeSettings {
  readonly limits: RateLimits;
  /**
   * Addresses and networks of the proxies before us: only what they say about who calls, and whether
   * over TLS, is believed. `loopback` is this machine.
   */
  readonly trustedProxies: readonly string[];
  /** Where browsers reach us, without a path; null: at the address they name themselves. */
  readonly publicUrl: string | null;
  /** Where somebody who has found a hole tells us, as a URI; null: nowhere (a demo). */
  readonly securityContact: string | null;
}

/** A demo on this machine. */
export const DEMO_EDGE: EdgeSettings = {
  limits: NO_LIMITS,
  trustedProxies: ['loopback'],
  publicUrl: null,
  securityContact: null,
};

/** The settings of a process, or sentences for the operator who must mend them. */
export function edgeSettings(config: Config): EdgeSettings | readonly string[] {
  const { mode, rates, trustedProxies, publicUrl = null, securityContact = null } = config;
  if (mode === 'production' && securityContact === null) {
    return ['SECURITY_CONTACT is needed in production: where is told of a hole (mailto:…).'];
  }
  return { limits: rates, trustedProxies, publicUrl, securityContact };
}
