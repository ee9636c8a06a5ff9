import { BullJobQueue } from './bull-job-queue';
import type { JobCatalogue } from './job-catalogue';
import type { JobQueue, QueueLog } from './job-queue';
import { postgresBackend } from './postgres-backend';
import { redisBackend } from './redis-backend';

/** Where the queue lies: in our own database unless a Redis server is named. */
export interface QueueServers {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
}

/**
 * The job queue on the server that the environment names. Nothing is connected yet: the first
 * `add`, `health` or `process` does that, and none of them needs the server to be there.
 */
export function openJobQueue<C extends JobCatalogue>(
  catalogue: C,
  servers: QueueServers,
  log: QueueLog,
): JobQueue<C> {
  const backend =
    servers.redisUrl === undefined
      ? postgresBackend(servers.databaseUrl)
      : redisBackend(servers.redisUrl);
  return new BullJobQueue(catalogue, backend, log);
}
