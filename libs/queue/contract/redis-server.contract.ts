import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@hemgang/dev-services';
import { pathOf } from '@hemgang/testing';
import { Redis } from 'ioredis';
import type { QueueServer } from './bench.contract';
import { eventually } from './bench.contract';

/** In one step: a queue at work takes keys away and makes them anew, even as another type. */
const READ_EVERYTHING = `
  local read = {
    string = {'GET'}, hash = {'HGETALL'}, set = {'SMEMBERS'},
    list = {'LRANGE', 0, -1}, zset = {'ZRANGE', 0, -1}, stream = {'XRANGE', '-', '+'},
  }
  local contents = {}
  for _, key in ipairs(redis.call('KEYS', '*')) do
    local command, first, last = unpack(read[redis.call('TYPE', key).ok])
    local words = first and {command, key, first, last} or {command, key}
    table.insert(contents, {key, redis.call(unpack(words))})
  end
  return contents`;

/** A Redis server of a suite's own, on a free port, that keeps nothing on disk. */
export class RedisServer implements QueueServer {
  private readonly folder = mkdtempSync(join(tmpdir(), 'hemgang-redis-'));
  private readonly client: Redis;
  private child: ChildProcess | undefined;

  private constructor(private readonly port: number) {
    this.client = new Redis(port, '127.0.0.1', { lazyConnect: true, retryStrategy: () => 20 });
    this.client.on('error', () => undefined);
  }

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort());
    await server.launch();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async launch(): Promise<void> {
    const options = { port: this.port, bind: '127.0.0.1', dir: this.folder, appendonly: 'no' };
    const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, `${value}`]);
    const program = pathOf('redis-server') ?? 'redis-server';
    this.child = spawn(program, [...words, '--save', ''], { stdio: 'ignore' });
    if (this.client.status === 'wait') this.client.connect().catch(() => undefined);
    await eventually(() => this.client.status === 'ready');
  }

  async kill(): Promise<void> {
    if (!this.child) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
    await eventually(() => this.client.status !== 'ready');
  }

  servers(redisUrl: string) {
    return { databaseUrl: 'postgres://nowhere.invalid/unused', redisUrl };
  }

  async wipe(): Promise<void> {
    await this.client.flushall();
  }

  async contents(): Promise<string> {
    return JSON.stringify(await this.client.eval(READ_EVERYTHING, 0));
  }

  async end(): Promise<void> {
    this.client.disconnect();
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
