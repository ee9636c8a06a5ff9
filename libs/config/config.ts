import { z } from 'zod';
import { derivedUrls, isDerivable, type DatabaseUrls } from './database-urls';
import { EDGE_RULES, edgeVariables, ratesOf, type Rates } from './edge-variables';
import { plainConnections } from './internal-tls';
import {
  halfSet,
  mailOf,
  NOTIFY_RULES,
  notifyVariables,
  smsOf,
  type MailConfig,
  type SmsConfig,
} from './notify-variables';
import { optional, urlOf } from './variables';

const PORT_DEFAULT = 3000;
const PORT_MAX = 65_535;

/** A demo holds invented patients and lets anybody sign in: only this machine may reach it. */
const HOST_DEMO = '127.0.0.1';
/** In a container the site's proxy reaches us from another address. */
const HOST_PRODUCTION = '0.0.0.0';

/** Somebody who has gone for lunch is signed out; a long shift signs in once (design, ux-security 2.1). */
const IDLE_MINUTES_DEFAULT = 30;
const SESSION_MINUTES_DEFAULT = 600;

/** A week is longer than any duty. */
const MINUTES_MAX = 7 * 24 * 60;

const minutes = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number >= 1 && number <= MINUTES_MAX);

/** Ten years: nobody means more by a number of days. */
const DAYS_MAX = 3_660;

const days = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .refine((number) => number >= 1 && number <= DAYS_MAX);

const databaseUrl = urlOf('postgres:', 'postgresql:');

/** The environment of every process of ours, under the names that operators set. */
const environment = z.object({
  HEMGANG_MODE: z.enum(['demo', 'production']),
  DATABASE_URL: optional(databaseUrl),
  DATABASE_READS_URL: optional(databaseUrl),
  DATABASE_WRITES_URL: optional(databaseUrl),
  DATABASE_WORKS_URL: optional(databaseUrl),
  REDIS_URL: optional(urlOf('redis:', 'rediss:')),
  PORT: optional(
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port >= 1 && port <= PORT_MAX),
  ),
  HOST: optional(z.string().regex(/^[\w.:-]+$/)),
  PUBLIC_URL: optional(urlOf('http:', 'https:').refine((text) => new URL(text).origin === text)),
  ISSUERS_FILE: optional(z.string().min(1)),
  SESSION_IDLE_MINUTES: optional(minutes),
  SESSION_MINUTES_MAX: optional(minutes),
  STAND_IN_DAYS_MAX: optional(days),
  CONFIRM_ASSIGNMENTS_DAYS: optional(days),
  CONFIRM_GRACE_DAYS: optional(days),
  EMERGENCY_MINUTES: optional(minutes),
  HEMGANG_2022_913: optional(z.literal('off')),
  LOG_LEVEL: optional(z.enum(['debug', 'info', 'warn', 'error'])),
  ...edgeVariables,
  ...notifyVariables,
  SEAL_KEY_FILE: optional(z.string()),
  CHECKPOINT_FOLDER: optional(z.string()),
  SNAPSHOT_FOLDER: optional(z.string()),
});

type Name = keyof typeof environment.shape;

/** What each setting may be, as the sentence an operator reads when it is wrong. */
const RULES: Readonly<Record<Name, string>> = {
  HEMGANG_MODE: 'must be demo or production',
  DATABASE_URL: 'must be a connection address with a password that starts with postgres://',
  DATABASE_READS_URL: 'must be the connection address of the role hemgang_reads',
  DATABASE_WRITES_URL: 'must be the connection address of the role hemgang_writes',
  DATABASE_WORKS_URL: 'must be the connection address of the role hemgang_works',
  REDIS_URL: 'must be an address that starts with redis:// or rediss://, or be left out',
  PORT: `must be a number from 1 to ${PORT_MAX}, or be left out (${PORT_DEFAULT})`,
  HOST: 'must be an address or a host name to listen on, or be left out',
  PUBLIC_URL: 'must be where browsers reach us, as https://host without a path, or be left out',
  ISSUERS_FILE: 'must be the path of a file, or be left out',
  SESSION_IDLE_MINUTES: `must be a number of minutes, at most ${MINUTES_MAX}, or be left out (30)`,
  SESSION_MINUTES_MAX: `must be a number of minutes, at most ${MINUTES_MAX}, or be left out (600)`,
  STAND_IN_DAYS_MAX: `must be a number of days, at most ${DAYS_MAX}, or be left out (14)`,
  CONFIRM_ASSIGNMENTS_DAYS: `must be a number of days, at most ${DAYS_MAX}, or be left out (365)`,
  CONFIRM_GRACE_DAYS: `must be a number of days, at most ${DAYS_MAX}, or be left out (30)`,
  EMERGENCY_MINUTES: `must be a number of minutes, at most ${MINUTES_MAX}, or be left out (60)`,
  HEMGANG_2022_913:
    'must be off or be left out: access across controllers under lag 2022:913 is not built',
  LOG_LEVEL: 'must be debug, info, warn or error, or be left out (info)',
  ...EDGE_RULES,
  ...NOTIFY_RULES,
  SEAL_KEY_FILE: 'must be the path of a file, or be left out',
  CHECKPOINT_FOLDER: 'must be the path of a folder, or be left out',
  SNAPSHOT_FOLDER: 'must be the path of a folder, or be left out',
};

/** The settings of a process, checked. */
export interface Config {
  readonly mode: 'demo' | 'production';
  readonly databases: DatabaseUrls;
  /** Absent: jobs travel through PostgreSQL. */
  readonly redisUrl: string | undefined;
  readonly port: number;
  /** The address the API listens on. */
  readonly host: string;
  /** Where browsers reach us; undefined: nobody signs in through an identity provider. */
  readonly publicUrl: string | undefined;
  /** The file that says who vouches for people. */
  readonly issuersFile: string | undefined;
  /** A session that is not used for so long ends. */
  readonly sessionIdleMinutes: number;
  /** A session ends at the latest so long after the sign-in. */
  readonly sessionMinutesMax: number;
  /** What a customer has decided about assignments; absent: as assumed. */
  readonly terms: {
    readonly standInDaysMax?: number;
    readonly confirmDays?: number;
    readonly graceDays?: number;
  };
  /** How long a nödöppning lasts; undefined: as long as the program says. */
  readonly emergencyMinutes: number | undefined;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Where somebody who has found a hole tells us, as a URI. */
  readonly securityContact: string | undefined;
  /** Whose word about a caller's address and TLS is believed. */
  readonly trustedProxies: readonly string[];
  readonly rates: Rates;
  /** By what notices leave as e-mail; undefined: they do not. */
  readonly mail: MailConfig | undefined;
  /** By what notices leave as SMS; undefined: they do not. */
  readonly sms: SmsConfig | undefined;
  /** Where the private key of the seals lies, in PEM. Absent: nothing is signed. */
  readonly sealKeyFile: string | undefined;
  /** Where each controller finds its checkpoints. Absent: the API alone tells them. */
  readonly checkpointFolder: string | undefined;
  /** Where units find their pages for an outage. Absent: none are made. */
  readonly snapshotFolder: string | undefined;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly string[] };

type Env = Readonly<Record<string, string | undefined>>;

const ROLE_SETTINGS = ['DATABASE_READS_URL', 'DATABASE_WRITES_URL', 'DATABASE_WORKS_URL'] as const;

/** One sentence each, in the order in which the settings are listed here. */
function sentences(wrong: readonly Name[]): readonly string[] {
  return (Object.keys(RULES) as Name[])
    .filter((name) => wrong.includes(name))
    .map((name) => `${name} ${RULES[name]}.`);
}

/**
 * The addresses of the database's roles. In demo mode they follow from the owner's address when they
 * are not set; in production the programs never see the owner's password.
 * @returns the names of what is missing or cannot be used
 */
function databasesIn(env: Env): DatabaseUrls | readonly Name[] {
  const [reads, writes, works] = ROLE_SETTINGS.map((name) => env[name] ?? '');
  if (reads && writes && works) return { reads, writes, works };
  if (env['HEMGANG_MODE'] === 'production') return ROLE_SETTINGS.filter((name) => !env[name]);
  const owner = env['DATABASE_URL'] ?? '';
  return isDerivable(owner) ? derivedUrls(owner) : ['DATABASE_URL'];
}

/**
 * Reads the settings of a process from its environment.
 * @returns every fault at once, one sentence each; they name the setting and never its value, which
 * may hold a password
 */
export function readConfig(env: Env): ConfigResult {
  const parsed = environment.safeParse(env);
  const databases = databasesIn(env);
  if (!parsed.success || !('reads' in databases)) {
    const missing = 'reads' in databases ? [] : databases;
    return { ok: false, faults: sentences([...wrongIn(parsed.error), ...missing]) };
  }
  const { HEMGANG_MODE, REDIS_URL, PORT, HOST, LOG_LEVEL } = parsed.data;
  const half = halfSet(parsed.data, HEMGANG_MODE);
  if (half.length > 0) return { ok: false, faults: sentences(half) };
  if (HEMGANG_MODE === 'production' && parsed.data.INTERNAL_TLS !== 'off') {
    const faults = plainConnections(parsed.data);
    if (faults.length > 0) return { ok: false, faults };
  }
  const { SEAL_KEY_FILE, CHECKPOINT_FOLDER } = parsed.data;
  const { SESSION_IDLE_MINUTES, SESSION_MINUTES_MAX } = parsed.data;
  return {
    ok: true,
    config: {
      mode: HEMGANG_MODE,
      databases,
      redisUrl: REDIS_URL,
      port: PORT ?? PORT_DEFAULT,
      host: HOST ?? (HEMGANG_MODE === 'demo' ? HOST_DEMO : HOST_PRODUCTION),
      publicUrl: parsed.data.PUBLIC_URL,
      issuersFile: parsed.data.ISSUERS_FILE,
      sessionIdleMinutes: SESSION_IDLE_MINUTES ?? IDLE_MINUTES_DEFAULT,
      sessionMinutesMax: SESSION_MINUTES_MAX ?? SESSION_MINUTES_DEFAULT,
      terms: termsOf(parsed.data),
      emergencyMinutes: parsed.data.EMERGENCY_MINUTES,
      logLevel: LOG_LEVEL ?? 'info',
      securityContact: parsed.data.SECURITY_CONTACT,
      trustedProxies: parsed.data.TRUSTED_PROXIES ?? ['loopback'],
      rates: ratesOf(HEMGANG_MODE, parsed.data),
      mail: mailOf(parsed.data),
      sms: smsOf(parsed.data),
      sealKeyFile: SEAL_KEY_FILE,
      checkpointFolder: CHECKPOINT_FOLDER,
      snapshotFolder: parsed.data.SNAPSHOT_FOLDER,
    },
  };
}

function termsOf({
  STAND_IN_DAYS_MAX: standInDaysMax,
  CONFIRM_ASSIGNMENTS_DAYS: confirmDays,
  CONFIRM_GRACE_DAYS: graceDays,
}: z.output<typeof environment>): Config['terms'] {
  return {
    ...(standInDaysMax === undefined ? {} : { standInDaysMax }),
    ...(confirmDays === undefined ? {} : { confirmDays }),
    ...(graceDays === undefined ? {} : { graceDays }),
  };
}

/** What a migration signs in with. */
export interface MigrationConfig {
  /** The owner of the tables. */
  readonly ownerUrl: string;
  /** The roles that are to be able to sign in; null: somebody else has made them. */
  readonly databases: DatabaseUrls | null;
}

export type MigrationConfigResult =
  | { readonly ok: true; readonly config: MigrationConfig }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Only what a migration needs. Tables are the same in both modes, so none has to be chosen. */
const ofMigration = environment.pick({
  DATABASE_URL: true,
  DATABASE_READS_URL: true,
  DATABASE_WRITES_URL: true,
  DATABASE_WORKS_URL: true,
  INTERNAL_TLS: true,
});

/**
 * Reads the settings of a migration. Without a mode nothing is derived, and the way to the database is
 * as private as in production. @returns as `readConfig`
 */
export function readMigrationConfig(env: Env): MigrationConfigResult {
  const parsed = ofMigration.safeParse(env);
  const ownerUrl = parsed.data?.DATABASE_URL;
  if (ownerUrl === undefined) {
    const wrong = wrongIn(parsed.error);
    return { ok: false, faults: sentences(wrong.length > 0 ? wrong : ['DATABASE_URL']) };
  }
  if (env['HEMGANG_MODE'] !== 'demo' && parsed.data?.INTERNAL_TLS !== 'off') {
    const faults = plainConnections(parsed.data ?? {});
    if (faults.length > 0) return { ok: false, faults };
  }
  const databases = databasesIn({ HEMGANG_MODE: 'production', ...env });
  return { ok: true, config: { ownerUrl, databases: 'reads' in databases ? databases : null } };
}

function wrongIn(error: z.ZodError | undefined): readonly Name[] {
  return error?.issues.map(({ path }) => path[0] as Name) ?? [];
}
