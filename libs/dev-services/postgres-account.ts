import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** The operating system account PostgreSQL runs as; null means "as ourselves". */
export type PostgresAccount = { uid: number; gid: number } | null;

/** `nobody` has this number on every Linux and is used when no `postgres` account exists. */
const NOBODY = { uid: 65534, gid: 65534 };

/** PostgreSQL refuses to run as root, so root hands it to `postgres`, or else to `nobody`. */
export function postgresAccount(): PostgresAccount {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  if (line === undefined) return NOBODY;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/**
 * Root uses data that another account made, such as the user of a checkout mounted into a
 * container, as that account. Gives `otherwise` when the data do not exist yet.
 */
export function ownerOf(data: string, otherwise: PostgresAccount): PostgresAccount {
  const found = statSync(data, { throwIfNoEntry: false });
  return otherwise === null || found === undefined || found.uid === 0
    ? otherwise
    : { uid: found.uid, gid: found.gid };
}

/**
 * May the account enter this folder? The kernel answers by trying, because modes alone say nothing
 * about the folders above, access lists or mounts.
 */
export function canEnter(account: PostgresAccount, folder: string): boolean {
  if (account === null) return true;
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' });
  return tried.status === 0;
}
