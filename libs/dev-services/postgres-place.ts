import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { canEnter, type PostgresAccount } from './postgres-account';

/** Where one server keeps what is its own. */
export interface PostgresPlace {
  folder: string;
  /** PostgreSQL's own data directory; it belongs to the account. */
  data: string;
  /** The password of every role, readable by the account alone. */
  password: string;
  /** What the server had to say since its last start. */
  log: string;
  /** Which process served last, so that a killed supervisor's server is recognised. */
  server: string;
}

/**
 * Gives the place for the server whose files should lie in `wanted`, and makes its folder.
 *
 * PostgreSQL never runs as root. When root's checkout lies in a folder that only root may enter
 * (root's home), no account can reach a data directory inside it, whatever its own mode. The data
 * then lie outside, in a folder named after the checkout's path, and a file `<wanted>-data` names
 * that folder. Without this file a folder found outside was left by an earlier checkout of the same
 * path; removing `.hemgang` must give an empty database, so it is emptied.
 */
export function postgresPlace(wanted: string, account: PostgresAccount): PostgresPlace {
  const parent = dirname(wanted);
  mkdirSync(parent, { recursive: true });
  const pointer = `${wanted}-data`;
  if (account !== null && (existsSync(pointer) || !canEnter(account, parent))) {
    const name = createHash('sha256').update(realpathSync(parent)).digest('hex').slice(0, 16);
    const folder = join(outsideFolder(account), name);
    const ours = existsSync(pointer) && readFileSync(pointer, 'utf8').trim() === folder;
    if (!ours) rmSync(folder, { recursive: true, force: true });
    writeFileSync(pointer, `${folder}\n`);
    return makePlace(folder, account);
  }
  return makePlace(wanted, account);
}

/** Lasting first: temporary folders are emptied by cleaners, but are better than not starting. */
function outsideFolder(account: PostgresAccount): string {
  for (const base of ['/var/lib/hemgang', join(tmpdir(), 'hemgang'), '/tmp/hemgang']) {
    try {
      makeEnterable(base);
      // Anybody can make a folder in /tmp first; only our own (root's) is used.
      if (lstatSync(base).uid === 0 && canEnter(account, base)) return base;
    } catch {
      // A read-only system has no writable /var/lib; the next base is tried.
    }
  }
  throw new Error('No folder for the database outside this checkout can be made.');
}

function makePlace(folder: string, account: PostgresAccount): PostgresPlace {
  if (account === null) mkdirSync(folder, { recursive: true, mode: 0o700 });
  else makeEnterable(folder);
  return {
    folder,
    data: join(folder, 'data'),
    password: join(folder, 'password'),
    log: join(folder, 'server.log'),
    server: join(folder, 'server.json'),
  };
}

/** The mode is set afterwards, because a strict umask would lock the account out. */
function makeEnterable(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

/** Makes a random password once; later calls give the same. */
export function ensurePassword(place: PostgresPlace, account: PostgresAccount): string {
  if (!existsSync(place.password)) {
    writeFileSync(place.password, randomBytes(24).toString('base64url'), { mode: 0o600 });
    // initdb reads the file and runs as the account.
    if (account !== null) chownSync(place.password, account.uid, account.gid);
  }
  return readFileSync(place.password, 'utf8');
}
