import { describeWith, startRedis, type RedisServer } from '@hemgang/testing';
import { poisonContract } from './poison.contract';

jest.setTimeout(120_000);

describeWith('redis-server', 'a poison job over a queue on Redis', () => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await startRedis();
  });

  afterAll(() => redis.stop());

  poisonContract('Redis', {
    servers: (databaseUrl) => ({ databaseUrl, redisUrl: redis.url }),
  });
});
