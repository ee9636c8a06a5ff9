import { describeWith, startRedis, type RedisServer } from '@hemgang/testing';
import { noticesContract } from './notices.contract';

jest.setTimeout(120_000);

describeWith('redis-server', 'notices over a queue on Redis', () => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await startRedis();
  });

  afterAll(() => redis.stop());

  noticesContract({
    servers: (databaseUrl) => ({ databaseUrl, redisUrl: redis.url }),
    wipe: () => redis.wipe(),
  });
});
