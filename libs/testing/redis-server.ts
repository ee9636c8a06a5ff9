import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, waitUntil } from '@hemgang/dev-services';
import { Redis } from 'ioredis';
import { pathOf } from './program';

const READY_WITHIN_MS = 10_000;

/** A Redis server of a suite's own. */
export interface RedisServer {
  readonly url: string;
  /** Forgets everything, as a lost server does. */
  wipe(): Promise<void>;
  /** What it would keep on disk at this moment. */
  dump(): Promise<Buffer>;
  /** Ends it the hardest way there is; nobody is there until `revive`. */
  kill(): Promise<void>;
  /** Starts it again at the same address, empty or with what an earlier dump holds. */
  revive(dump?: Buffer): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a Redis server on a free port that keeps nothing on disk. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'hemgang-redis-'));
  const kept = join(folder, 'dump.rdb');
  let server = launch(port, folder);
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 20 });
  client.on('error', () => undefined);
  const untilReady = async (): Promise<void> => {
    if (await waitUntil(() => client.status === 'ready', READY_WITHIN_MS)) return;
    throw new Error('the Redis server did not start');
  };
  await untilReady();
  return {
    url: `redis://127.0.0.1:${port}`,
    async wipe() {
      await client.flushall();
    },
    async dump() {
      await client.save();
      return readFileSync(kept);
    },
    kill: () => killed(server),
    async revive(dump) {
      rmSync(kept, { force: true });
      if (dump !== undefined) writeFileSync(kept, dump);
      server = launch(port, folder);
      await untilReady();
    },
    async stop() {
      client.disconnect();
      await killed(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function launch(port: number, folder: string): ChildProcess {
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  return spawn(pathOf('redis-server') ?? 'redis-server', words, { stdio: 'ignore' });
}

async function killed(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
}
