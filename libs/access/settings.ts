import { readFileSync } from 'node:fs';
import { HOUR_MS, MINUTE_MS } from '@hemgang/kernel';
import { z } from 'zod';
import { issuerSchema, type Issuer } from './issuer';
import type { SessionLimits } from './sessions';

/** Who may vouch for people, and how long they then stay signed in. */
export interface AccessSettings extends SessionLimits {
  readonly issuers: readonly Issuer[];
  /** Where browsers reach us, without a path; null: nobody signs in through an issuer here. */
  readonly publicUrl: string | null;
}

const IDLE_MINUTES_DEFAULT = 30;
const ABSOLUTE_HOURS_DEFAULT = 10;

/** Nobody signs in through an issuer; sessions last as long as the design says. */
export const NO_ISSUERS: AccessSettings = {
  issuers: [],
  publicUrl: null,
  idleMs: IDLE_MINUTES_DEFAULT * MINUTE_MS,
  absoluteMs: ABSOLUTE_HOURS_DEFAULT * HOUR_MS,
};

const fileSchema = z.strictObject({
  issuers: z.array(issuerSchema).refine(hasOwnIds, 'two issuers have the same id'),
});

/** What a process is told about who comes in, and for how long. */
export interface AccessConfig {
  readonly mode: 'demo' | 'production';
  readonly publicUrl: string | undefined;
  readonly issuersFile: string | undefined;
  readonly sessionIdleMinutes: number;
  readonly sessionMinutesMax: number;
}

/** The settings, or sentences for the operator who must mend them. */
export function accessSettings(config: AccessConfig): AccessSettings | readonly string[] {
  const { mode, publicUrl = null, issuersFile } = config;
  const limits = {
    idleMs: config.sessionIdleMinutes * MINUTE_MS,
    absoluteMs: config.sessionMinutesMax * MINUTE_MS,
  };
  if (issuersFile === undefined) return { issuers: [], publicUrl, ...limits };
  if (publicUrl === null) return ['PUBLIC_URL is needed where ISSUERS_FILE is given.'];
  if (mode === 'production' && !publicUrl.startsWith('https:')) {
    return ['PUBLIC_URL must begin with https:// in production.'];
  }
  const read = readIssuers(issuersFile, mode);
  return read.ok ? { issuers: read.issuers, publicUrl, ...limits } : read.faults;
}

/** What a file of issuers holds, or why it cannot be used: places and reasons, never values. */
export type ReadIssuers =
  | { readonly ok: true; readonly issuers: readonly Issuer[] }
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * Reads the file of issuers. In production every address must be https: over http anybody between us
 * and the provider could vouch for anybody.
 */
function readIssuers(path: string, mode: 'demo' | 'production'): ReadIssuers {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { ok: false, faults: ['ISSUERS_FILE cannot be read as JSON.'] };
  }
  const parsed = fileSchema.safeParse(content);
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.map(faultOf) };
  const { issuers } = parsed.data;
  const open = mode === 'production' ? issuers.filter(({ url }) => !url.startsWith('https:')) : [];
  const faults = open.map(({ id }) => `ISSUERS_FILE: the url of ${id} must begin with https://.`);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, issuers };
}

function faultOf({ path, code }: { readonly path: PropertyKey[]; readonly code: string }): string {
  return `ISSUERS_FILE: /${path.map(String).join('/')} is wrong (${code}).`;
}

function hasOwnIds(issuers: readonly { readonly id: string }[]): boolean {
  return new Set(issuers.map(({ id }) => id)).size === issuers.length;
}
