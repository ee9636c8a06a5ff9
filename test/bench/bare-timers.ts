import { waitUntil } from '@hemgang/dev-services';
import { createPostgresBackend, createRedisBackend, DEFAULT_SCHEMA, withBackend } from 'bullmq';
import { percentile } from './figures';
import type { Servers } from './processes';

const NAME = 'bare';
/** Long enough that the last job is added before the first one is due. */
const ADDED_WITHIN_MS = 30_000;
const ADD_AT_ONCE = 1_000;
const FIRED_WITHIN_MS = 300_000;
/** As performance.md advises, and ten connections where the queue lies in PostgreSQL. */
const CONCURRENCY = 100;
const CONNECTIONS = 10;

export interface BareTimers {
  readonly perSecond: number;
  /** Lateness, in milliseconds. */
  readonly p99: number;
}

/** As many bare delayed jobs of BullMQ, due at once, whose handler does nothing. */
export async function bareTimers(servers: Servers, count: number): Promise<BareTimers> {
  const { Queue, Worker, connection } = bullOn(servers);
  const queue = new Queue<object>(NAME, { connection });
  const dueAt = Date.now() + ADDED_WITHIN_MS;
  const latenessMs: number[] = [];
  for (let added = 0; added < count; added += ADD_AT_ONCE) {
    const opts = { delay: dueAt - Date.now(), removeOnComplete: true };
    const job = { name: NAME, data: {}, opts };
    await queue.addBulk(Array.from({ length: Math.min(ADD_AT_ONCE, count - added) }, () => job));
  }
  if (Date.now() > dueAt) throw new Error('the jobs were not added in time');
  const handle = (): Promise<void> => {
    latenessMs.push(Date.now() - dueAt);
    return Promise.resolve();
  };
  const worker = new Worker<object, void>(NAME, handle, { connection, concurrency: CONCURRENCY });
  try {
    const isDone = () => latenessMs.length >= count;
    if (!(await waitUntil(isDone, FIRED_WITHIN_MS))) throw new Error('jobs are missing');
    const seconds = latenessMs.reduce((most, ms) => Math.max(most, ms), 0) / 1_000;
    return { perSecond: count / seconds, p99: percentile(latenessMs, 0.99) };
  } finally {
    await worker.close();
    await queue.close();
  }
}

function bullOn({ databaseUrl, redisUrl }: Servers) {
  if (redisUrl !== undefined) {
    const connection = { url: redisUrl, maxRetriesPerRequest: null };
    return { ...withBackend(createRedisBackend), connection };
  }
  const connection = { connectionString: databaseUrl, schema: DEFAULT_SCHEMA, max: CONNECTIONS };
  return { ...withBackend(createPostgresBackend), connection };
}
