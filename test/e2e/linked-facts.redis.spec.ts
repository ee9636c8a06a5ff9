import { describeWith, startRedis, type RedisServer } from '@hemgang/testing';
import { linkedFactsContract } from './linked-facts.contract';

jest.setTimeout(120_000);

describeWith('redis-server', 'facts between cases over a queue on Redis', () => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await startRedis();
  });

  afterAll(() => redis.stop());

  linkedFactsContract({
    servers: (databaseUrl) => ({ databaseUrl, redisUrl: redis.url }),
    wipe: () => redis.wipe(),
  });
});
