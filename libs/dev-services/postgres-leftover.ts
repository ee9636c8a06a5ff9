import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PostgresPlace } from './postgres-place';
import { processIdentity } from './process-identity';
import { waitUntil } from './wait-until';

/** Content of the place's `server` file. */
interface ServerRecord {
  server: RecordedProcess;
  owner: RecordedProcess;
}

interface RecordedProcess {
  pid: number;
  identity: string | null;
}

/** The watchdog of a killed owner is ending the server at this moment; give it its time. */
const WATCHDOG_LIMIT_MS = 2_000;
const SHUTDOWN_LIMIT_MS = 10_000;
/** Larger than any process number a system gives out. */
const NO_PROCESS = 2_147_483_646;

/** Notes that this process runs the server with that number. */
export function recordServer(place: PostgresPlace, serverPid: number): void {
  const recorded = (pid: number): RecordedProcess => ({ pid, identity: processIdentity(pid) });
  const record: ServerRecord = { server: recorded(serverPid), owner: recorded(process.pid) };
  const unfinished = `${place.server}.unfinished`;
  writeFileSync(unfinished, JSON.stringify(record));
  renameSync(unfinished, place.server);
}

/**
 * Makes sure that no server of an earlier owner runs in the place. Gives the number of the owner
 * when it is alive (then nothing was touched), otherwise null.
 */
export async function stopLeftover(
  place: PostgresPlace,
  log: (message: string) => void,
): Promise<number | null> {
  if (!existsSync(place.server)) return null;
  const { server, owner } = readRecord(place);
  if (lives(owner)) return owner.pid;
  if (!(await waitUntil(() => !lives(server), WATCHDOG_LIMIT_MS))) {
    log('Ending a database server that a killed Hemgång left behind');
    for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
      if (lives(server)) process.kill(server.pid, signal);
      await waitUntil(() => !lives(server), SHUTDOWN_LIMIT_MS);
    }
  }
  disownReusedNumber(place, server.pid);
  rmSync(place.server, { force: true });
  return null;
}

function readRecord(place: PostgresPlace): ServerRecord {
  return JSON.parse(readFileSync(place.server, 'utf8')) as ServerRecord;
}

function lives({ pid, identity }: RecordedProcess): boolean {
  return identity !== null && processIdentity(pid) === identity;
}

/**
 * After a power cut or a killed container another program may have the dead server's number, and
 * PostgreSQL would refuse to start for ever. The number in its lock file is then replaced by one
 * that nobody has. The file itself stays: PostgreSQL also reads from it whether orphaned backends
 * still use the shared memory, and must be able to refuse for that reason.
 */
function disownReusedNumber(place: PostgresPlace, deadPid: number): void {
  const pidFile = join(place.data, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const [pid, ...rest] = readFileSync(pidFile, 'utf8').split('\n');
  if (Number(pid) !== deadPid) return;
  writeFileSync(pidFile, [NO_PROCESS, ...rest].join('\n'));
}
