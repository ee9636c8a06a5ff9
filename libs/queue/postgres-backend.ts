import type { IQueueBackend } from 'bullmq';
import { createPostgresBackend, DEFAULT_SCHEMA, withBackend } from 'bullmq';
import type { BullBackend } from './bull-backend';
import { producerOptions, QUEUE_NAME, workerOptions } from './bull-backend';

const { Queue, Worker } = withBackend(createPostgresBackend);

/**
 * Connections per process, opened when needed: 2 for adding (an `add` beside a `health`); 4 for
 * handling (fetching, finishing, renewing locks and looking for stalled jobs go on side by side)
 * and 1 that listens. So at most 7 where jobs are handled and 2 where they are only added. The
 * handlers' own database work is not among them.
 */
const ADDING_CONNECTIONS = 2;
const HANDLING_CONNECTIONS = 4;

/** A server in the same network accepts within milliseconds; 2 s mean that it is not there. */
const CONNECT_LIMIT_MS = 2_000;

/** BullMQ's statements take milliseconds; 5 s mean a connection that died without saying so. */
const QUERY_LIMIT_MS = 5_000;

/**
 * BullMQ on our own PostgreSQL, in the schema `bullmq`, which `migrateQueue` makes.
 * The role may be one that does not own the schema; see `migrateQueue` for what it needs.
 * @param databaseUrl a direct connection: a pooler that hands out a connection per transaction
 *   loses LISTEN and the search path
 */
export function postgresBackend(databaseUrl: string): BullBackend {
  const connection = (max: number) => ({
    connectionString: databaseUrl,
    schema: DEFAULT_SCHEMA,
    max,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    query_timeout: QUERY_LIMIT_MS,
    keepAlive: true,
    application_name: QUEUE_NAME,
  });
  return {
    producer: () =>
      new Queue<unknown>(QUEUE_NAME, {
        ...producerOptions,
        connection: connection(ADDING_CONNECTIONS),
      }),
    worker: (processor) => {
      const worker = new Worker<unknown, void>(QUEUE_NAME, processor, {
        ...workerOptions,
        connection: connection(HANDLING_CONNECTIONS),
      });
      return Object.assign(worker, {
        ping: () => pingBoth(worker.getBackend()),
        // Nothing to add: every statement has its time limit, so closing ends by itself.
        cut: () => worker.getBackend().close(true),
      });
    },
  };
}

/**
 * Asks on a connection of the pool and, by naming it once more, on the one that listens: BullMQ
 * keeps that one when its statements run out of time, and a worker that cannot listen takes no job.
 */
function pingBoth(backend: Pick<IQueueBackend, 'getQueueMetaField' | 'setName'>) {
  return Promise.all([backend.getQueueMetaField('version'), backend.setName(QUEUE_NAME)]);
}
