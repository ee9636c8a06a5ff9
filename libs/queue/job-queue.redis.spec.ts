import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { QueueServer } from './contract/bench.contract';
import { eventually } from './contract/bench.contract';
import { jobQueueContract } from './job-queue.contract';

describe('the job queue on Redis', () => {
  jobQueueContract(startRedisQueue);
});

async function startRedisQueue(): Promise<QueueServer> {
  const folder = mkdtempSync(join(tmpdir(), 'hemgang-redis-'));
  const port = await freePort();
  const server = spawn(
    'redis-server',
    [
      '--port',
      `${port}`,
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--save',
      '',
      '--appendonly',
      'no',
    ],
    { stdio: 'ignore' },
  );
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 20 });
  client.on('error', () => undefined);
  await eventually(() => client.status === 'ready');
  return {
    url: `redis://127.0.0.1:${port}`,
    servers: (redisUrl) => ({ databaseUrl: 'postgres://nowhere.invalid/unused', redisUrl }),
    wipe: async () => void (await client.flushall()),
    contents: async () => JSON.stringify(await dump(client)),
    end: async () => {
      client.disconnect();
      server.kill();
      await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function dump(client: Redis): Promise<unknown[]> {
  const keys = await client.keys('*');
  return Promise.all(
    keys.map(async (key) => {
      switch (await client.type(key)) {
        case 'hash':
          return [key, await client.hgetall(key)];
        case 'list':
          return [key, await client.lrange(key, 0, -1)];
        case 'zset':
          return [key, await client.zrange(key, 0, -1)];
        case 'stream':
          return [key, await client.xrange(key, '-', '+')];
        case 'set':
          return [key, await client.smembers(key)];
        default:
          return [key, await client.get(key)];
      }
    }),
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
