import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
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
  stop(): Promise<void>;
}

/** Starts a Redis server on a free port that keeps nothing on disk. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'hemgang-redis-'));
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const server = spawn(pathOf('redis-server') ?? 'redis-server', words, { stdio: 'ignore' });
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 20 });
  client.on('error', () => undefined);
  if (!(await waitUntil(() => client.status === 'ready', READY_WITHIN_MS))) {
    throw new Error('the Redis server did not start');
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    async wipe() {
      await client.flushall();
    },
    async stop() {
      client.disconnect();
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
