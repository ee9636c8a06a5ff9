import { createHmac } from 'node:crypto';

/**
 * Whom the programs sign in to the database as (record 18): one address for each role, each with a
 * password of its own. Never log one.
 */
export interface DatabaseUrls {
  /** Reads for somebody, in that reader's context. */
  readonly reads: string;
  /** Writes what commands do, and reads what they are decided on. */
  readonly writes: string;
  /** Everything else: queue, timers, sessions, seals, the operator's tool. */
  readonly works: string;
}

export type DatabaseRole = keyof DatabaseUrls;

/** How the database calls them. Rights are given to these names, so they are the same everywhere. */
export const ROLE_NAMES: Readonly<Record<DatabaseRole, string>> = {
  reads: 'hemgang_reads',
  writes: 'hemgang_writes',
  works: 'hemgang_works',
};

/** Whether the owner's address holds what the others are derived from. */
export function isDerivable(ownerUrl: string): boolean {
  return URL.canParse(ownerUrl) && new URL(ownerUrl).password !== '';
}

/**
 * The addresses of the roles where nobody has set them: in demo mode and in tests. Their passwords
 * follow from the owner's, so that whoever starts a program need know only one.
 * @param ownerUrl with a password
 */
export function derivedUrls(ownerUrl: string): DatabaseUrls {
  if (!isDerivable(ownerUrl)) throw new RangeError('The address of the owner has no password.');
  const secret = new URL(ownerUrl).password;
  const address = (role: DatabaseRole): string => {
    const url = new URL(ownerUrl);
    url.username = ROLE_NAMES[role];
    url.password = createHmac('sha256', secret).update(ROLE_NAMES[role]).digest('base64url');
    return url.href;
  };
  return { reads: address('reads'), writes: address('writes'), works: address('works') };
}

/** The settings that hold these addresses, for a program that is started by another. */
export function settingsOf({
  reads,
  writes,
  works,
}: DatabaseUrls): Readonly<Record<string, string>> {
  return {
    DATABASE_READS_URL: reads,
    DATABASE_WRITES_URL: writes,
    DATABASE_WORKS_URL: works,
  };
}
