import { join } from 'node:path';
import { DEMO_COUNTY } from '@hemgang/demo';
import { freePort, startGroup, waitUntil } from '@hemgang/dev-services';
import { DirectoryStore, openDatabase, SeedingStore } from '@hemgang/store';
import { testDatabase } from './postgres';

/** The service as it really runs: an API process and a worker process on a database of their own. */
export interface RunningService {
  readonly url: string;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

const ROOT = join(__dirname, '..', '..');

/** A start takes about two seconds; two busy cores may need several times that. */
const READY_WITHIN_MS = 60_000;

/**
 * Starts the built service with the demo county's organisation and no case.
 * @param redisUrl runs the queue on Redis instead of PostgreSQL
 * @throws Error when it is not ready in time; what it printed is in the message
 */
export async function startService(redisUrl?: string): Promise<RunningService> {
  const database = await testDatabase();
  await fillDirectory(database.url);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env['PATH'],
    HEMGANG_MODE: 'demo',
    DATABASE_URL: database.url,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
  };
  const start = (app: string) =>
    startGroup({
      args: [join(ROOT, 'dist', 'apps', app, 'main.js')],
      cwd: ROOT,
      env,
      output: ['inherit', 'inherit'],
    });
  const processes = [start('api'), start('worker')];
  const stop = async (): Promise<void> => {
    await Promise.all(processes.map((group) => group.stop()));
    await database.drop();
  };
  if (!(await waitUntil(() => isReady(url), READY_WITHIN_MS))) {
    await stop();
    throw new Error('the service did not get ready; its own words are above');
  }
  return { url, databaseUrl: database.url, stop };
}

async function fillDirectory(databaseUrl: string): Promise<void> {
  const database = await openDatabase({
    databaseUrl,
    poolSize: 1,
    applicationName: 'hemgang-test',
  });
  await new DirectoryStore(database).replace(DEMO_COUNTY);
  // As if the demo's seeding had come to its end: readiness waits for it.
  const finishedAt = '2026-01-01T00:00:00.000Z';
  await new SeedingStore(database).save({ done: 0, total: 0, finishedAt });
  await database.close();
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/health/ready`).catch(() => null);
  return answer?.status === 200;
}
