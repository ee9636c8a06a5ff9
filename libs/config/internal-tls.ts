import { isIP } from 'node:net';

const DATABASES = [
  'DATABASE_URL',
  'DATABASE_READS_URL',
  'DATABASE_WRITES_URL',
  'DATABASE_WORKS_URL',
] as const;

/** Where a process goes inside the installation; what is not set is not gone to. */
type Connections = Readonly<
  Partial<Record<(typeof DATABASES)[number] | 'REDIS_URL', string | undefined>>
>;

/** A host that is this machine: what is said to it crosses no network. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i;

/**
 * Connections on which health data would cross a network unencrypted, or encrypted with whoever
 * answers. With `verify-full` the driver checks the certificate and the name in it.
 * @returns sentences for the operator, without the addresses
 */
export function plainConnections(given: Connections): string[] {
  const faults = DATABASES.filter((name) => !isPrivate(given[name])).map(
    (name) => `${name} must say sslmode=verify-full in production (or set INTERNAL_TLS=off).`,
  );
  if (!isRedisPrivate(given.REDIS_URL)) {
    faults.push('REDIS_URL must begin with rediss:// in production (or set INTERNAL_TLS=off).');
  }
  return faults;
}

function isPrivate(databaseUrl: string | undefined): boolean {
  if (databaseUrl === undefined) return true;
  const { hostname, searchParams } = new URL(databaseUrl);
  // `?host=` names another host, or the folder of a Unix socket, and counts instead of the first.
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  if (host.startsWith('/') || isLoopback(host)) return true;
  // Each of these would quietly undo what verify-full promises.
  const undone = ['ssl', 'uselibpqcompat'].some((name) => searchParams.has(name));
  return searchParams.getAll('sslmode').join() === 'verify-full' && !undone;
}

function isRedisPrivate(redisUrl: string | undefined): boolean {
  if (redisUrl === undefined) return true;
  const { protocol, hostname } = new URL(redisUrl);
  return protocol === 'rediss:' || isLoopback(hostname);
}

function isLoopback(host: string): boolean {
  return LOOPBACK.test(host) && (host === 'localhost' || isIP(host.replace(/[[\]]/g, '')) > 0);
}
