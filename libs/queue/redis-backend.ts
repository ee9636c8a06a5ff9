import { createRedisBackend, Queue, Worker } from 'bullmq';
import type { BullBackend, BullWorker } from './bull-backend';
import { producerOptions, QUEUE_NAME, workerOptions } from './bull-backend';

/** A server in the same network accepts within milliseconds; 2 s mean that it is not there. */
const CONNECT_LIMIT_MS = 2_000;

/** Wait between attempts to connect. BullMQ's own waits grow to 20 s, too long after a restart. */
const RECONNECT_MS = 1_000;

/**
 * BullMQ on a Redis server (7.0 or newer, `maxmemory-policy noeviction`): one connection for
 * adding, two for handling. No persistence is needed; the outbox has everything.
 * @param redisUrl `redis://` or `rediss://`; its database number belongs to this installation alone
 */
export function redisBackend(redisUrl: string): BullBackend {
  const connection = {
    url: redisUrl,
    connectTimeout: CONNECT_LIMIT_MS,
    retryStrategy: () => RECONNECT_MS,
  };
  return {
    producer: () =>
      new Queue<unknown>(
        QUEUE_NAME,
        {
          ...producerOptions,
          // Refuse at once while Redis is away: the caller adds again later from the outbox, and
          // commands kept for later would only fill the memory.
          connection: { ...connection, enableOfflineQueue: false, maxRetriesPerRequest: 1 },
        },
        createRedisBackend,
      ),
    worker: (processor) =>
      new RedisWorker(
        QUEUE_NAME,
        processor,
        {
          ...workerOptions,
          // Keep trying: a worker has nothing better to do than to wait for Redis.
          connection: { ...connection, maxRetriesPerRequest: null },
        },
        createRedisBackend,
      ),
  };
}

class RedisWorker extends Worker<unknown, void> implements BullWorker {
  /** BullMQ itself watches the connection that waits for jobs. */
  ping(): Promise<unknown> {
    return this.backend.getQueueMetaField('version');
  }

  /**
   * BullMQ's `close` waits for ever for a connection that is between two attempts to connect, and
   * goes on renewing locks meanwhile.
   */
  async cut(): Promise<void> {
    await this.lockManager.close();
    for (const client of [this.backend.client, this.backend.blockingClient]) {
      // Not awaited: a client that never connected is not known yet, and `close` has ended it.
      void client?.then(
        (connected) => connected.disconnect(),
        () => undefined,
      );
    }
  }
}
