import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port';
import { ensureOwnDatabase } from './postgres-database';
import { recordServer, stopLeftover } from './postgres-leftover';
import { ownerOf, postgresAccount, type PostgresAccount } from './postgres-account';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries';
import { ensurePassword, postgresPlace, type PostgresPlace } from './postgres-place';
import { waitUntil } from './wait-until';
import { guard, unguard } from './watchdog';

/** What to start. */
export interface PostgresOptions {
  /** Folder for the server's files, made when missing; no other server may use it. */
  dataDir: string;
  /** False gives up everything after a crash for speed: for tests only. */
  durable: boolean;
  /** Port to use; a free one when left out. */
  port?: number;
  /** Told what happens, one sentence at a time. */
  log?: (message: string) => void;
}

/** A server that accepts connections. */
export interface RunningPostgres {
  /** Connection address of the role and database `hemgang`; holds the password. */
  url: string;
  port: number;
  /** Settles when the server has ended, whoever ended it. */
  ended: Promise<void>;
  /** Ends the server; work in progress is rolled back. Settles when its process is gone. */
  stop(): Promise<void>;
}

/** A second start in the same folder while the first one's process lives. */
export class PostgresInUse extends Error {
  constructor(readonly ownerPid: number) {
    super(`The database is in use by another Hemgång (process ${ownerPid}).`);
  }
}

/** A first start after a crash replays the log; a slow disk may need a while. */
const READY_LIMIT_MS = 60_000;
/**
 * Fast shutdown writes a checkpoint: 20-200 ms measured, more when much was written. What does not
 * fit is no loss, the next start replays it from the log; the apps' 3 s and this stay under 5 s.
 */
const STOP_LIMIT_MS = 1_800;
/** A port found free can be taken by somebody else before the server binds it. */
const PORT_ATTEMPTS_MAX = 3;
/** initdb takes about a second. */
const INITDB_LIMIT_MS = 120_000;

/**
 * Starts the PostgreSQL that npm brings, on 127.0.0.1 and a free port, and waits until it accepts
 * connections. The first start makes the database cluster, later ones find it again. A server left
 * behind by a killed owner is ended first. The server ends with this process, whatever happens.
 *
 * Throws `PostgresInUse` when a living process owns the folder, otherwise an error that quotes the
 * server's own words. Not covered: Alpine Linux (the programs need glibc) and clusters made by
 * another major version of PostgreSQL.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const log = options.log ?? (() => undefined);
  const own = postgresAccount();
  const place = postgresPlace(options.dataDir, own);
  const account = ownerOf(place.data, own);
  const ownerPid = await stopLeftover(place, log);
  if (ownerPid !== null) throw new PostgresInUse(ownerPid);

  const binaries = postgresBinaries(account);
  const password = ensurePassword(place, account);
  if (!existsSync(place.data)) {
    log('Making the database cluster');
    initialise(place, binaries, account);
  }
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    const child = launch({ place, binaries, account, port, durable: options.durable });
    const running = await untilReady(child, place);
    if (running) {
      const url = await ensureOwnDatabase(port, password);
      return { url, port, ended: ended(child), stop: () => stop(child, place) };
    }
    await stop(child, place);
    const words = readFileSync(place.log, 'utf8');
    if (!words.includes('could not bind') || attempt === PORT_ATTEMPTS_MAX) {
      throw new Error(`PostgreSQL did not start:\n${words.slice(-2000)}`);
    }
  }
}

/** Makes the cluster beside its final name, so that a broken attempt is never taken for a whole. */
function initialise(
  place: PostgresPlace,
  binaries: PostgresBinaries,
  account: PostgresAccount,
): void {
  const unfinished = `${place.data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (account !== null) chownSync(unfinished, account.uid, account.gid);
  const made = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      `--pwfile=${place.password}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // PostgreSQL's built-in C.UTF-8 is the same on every system and knows å, ä and ö in upper()
      // and lower(). Swedish alphabetical order is asked for in a query: COLLATE "sv-x-icu".
      '--no-locale',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    { ...account, cwd: unfinished, env: environment(), encoding: 'utf8', timeout: INITDB_LIMIT_MS },
  );
  if (made.status !== 0) {
    const words = made.error?.message ?? `${made.stdout}${made.stderr}`;
    throw new Error(`PostgreSQL could not make its cluster:\n${words.slice(-2000)}`);
  }
  renameSync(unfinished, place.data);
}

/** What one attempt to start is made of. */
interface Launch {
  place: PostgresPlace;
  binaries: PostgresBinaries;
  account: PostgresAccount;
  port: number;
  durable: boolean;
}

function launch({ place, binaries, account, port, durable }: Launch): ChildProcess {
  const logFile = openSync(place.log, 'w', 0o600);
  // Detached: a Ctrl-C in the terminal reaches only us, who end the server after its users.
  const child = spawn(binaries.postgres, ['-D', place.data, ...settings(port, durable)], {
    ...account,
    cwd: place.data,
    env: environment(),
    detached: true,
    stdio: ['ignore', logFile, logFile],
  });
  closeSync(logFile);
  child.on('error', () => undefined);
  child.unref();
  if (child.pid !== undefined) {
    guard({ pid: child.pid, signals: ['SIGINT', 'SIGQUIT'], graceMs: STOP_LIMIT_MS });
    recordServer(place, child.pid);
  }
  return child;
}

function settings(port: number, durable: boolean): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    // Each queue and worker holds a pool and a listening connection; the default 100 is soon full.
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Failed statements are reported to their caller. Their texts and values may name patients and
    // must not lie in a log file.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Nothing of the caller's PG* or locale variables may change what the server does or says. */
function environment(): NodeJS.ProcessEnv {
  const path = process.env['PATH'];
  return { LC_ALL: 'C', TZ: 'UTC', ...(path === undefined ? {} : { PATH: path }) };
}

/** Line 8 of postmaster.pid tells the state, line 1 whose; pg_ctl waits in the same way. */
async function untilReady(child: ChildProcess, place: PostgresPlace): Promise<boolean> {
  const pidFile = join(place.data, 'postmaster.pid');
  const isReady = (): boolean => {
    if (!existsSync(pidFile)) return false;
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    return Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready';
  };
  await waitUntil(() => isReady() || isGone(child), READY_LIMIT_MS);
  return isReady() && !isGone(child);
}

function isGone(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function ended(child: ChildProcess): Promise<void> {
  return isGone(child)
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));
}

async function stop(child: ChildProcess, place: PostgresPlace): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (isGone(child)) break;
    child.kill(signal);
    await waitUntil(() => isGone(child), STOP_LIMIT_MS);
  }
  rmSync(place.server, { force: true });
  if (child.pid !== undefined) await unguard(child.pid);
}
