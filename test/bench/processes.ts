import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, startGroup, waitUntil, type ProcessGroup } from '@hemgang/dev-services';

/** Compiled, this file lies in dist/test/bench. */
const DIST = join(__dirname, '..', '..');

const READY_WITHIN_MS = 60_000;

/** One tick of /proc is a hundredth of a second on every Linux that Node runs on. */
const TICK_MS = 10;

/** A program of ours in a process of its own. */
export interface Program {
  readonly pid: number;
  readonly url: string;
  stop(): Promise<void>;
}

/** Which servers a program works on. */
export interface Servers {
  readonly databaseUrl: string;
  /** The queue lies in the database when left out. */
  readonly redisUrl?: string | undefined;
}

export function startWorker(servers: Servers): Program {
  const group = start('programs/worker.js', [], environment(servers));
  return { pid: group.pid, url: '', stop: () => group.stop() };
}

export async function startApi(servers: Servers): Promise<Program> {
  const port = await freePort();
  const group = start('programs/api.js', [], { ...environment(servers), PORT: String(port) });
  return ready(group, `http://127.0.0.1:${port}`, '/health/live');
}

export async function startCeilingHttp(databaseUrl: string, poolSize: number): Promise<Program> {
  const port = await freePort();
  const words = [databaseUrl, String(port), String(poolSize)];
  const group = start('test/bench/ceiling-http.js', words, { PATH: process.env['PATH'] });
  return ready(group, `http://127.0.0.1:${port}`, '/');
}

async function ready(group: ProcessGroup, url: string, path: string): Promise<Program> {
  const answers = () =>
    fetch(url + path).then(
      () => true,
      () => false,
    );
  if (!(await waitUntil(answers, READY_WITHIN_MS))) throw new Error(`${url} does not answer`);
  return { pid: group.pid, url, stop: () => group.stop() };
}

function start(program: string, words: string[], env: NodeJS.ProcessEnv): ProcessGroup {
  const args = [join(DIST, program), ...words];
  // Its log lines go beside: our standard output is the one JSON document of `--json`.
  return startGroup({ args, cwd: join(DIST, '..'), env, output: [process.stderr.fd, 'inherit'] });
}

function environment({ databaseUrl, redisUrl }: Servers): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HEMGANG_MODE: 'demo',
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'warn',
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
  };
}

/** Memory of a process that lies in RAM, in MB; 0 where there is no /proc. */
export function memoryMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1];
  return Number(kilobytes ?? 0) / 1_024;
}

/** Processor time that a process has used, in ms; 0 where there is no /proc. */
export function cpuMs(pid: number): number {
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
  // utime and stime (proc(5)), counted from the state.
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK_MS;
}

/** The same of a server with all its processes, those included that have ended. */
export function serverCpuMs(pid: number): number {
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
  const ended = (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) * TICK_MS;
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);
  return children.reduce((sum, child) => sum + cpuMs(Number(child)), cpuMs(pid) + ended);
}

/** The server's own process, told by one of its connections. */
export function parentOf(pid: number): number {
  return Number(/PPid:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
