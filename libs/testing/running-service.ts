import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_COUNTY } from '@hemgang/demo';
import {
  devIssuer,
  freePort,
  startGroup,
  waitUntil,
  type ProcessGroup,
} from '@hemgang/dev-services';
import { DirectoryStore, openDatabase, SeedingStore } from '@hemgang/store';
import { testDatabase } from './postgres';
import { fillTemplate } from './template';
import type { TestDatabase } from './template-database';

/** The service as it really runs: an API process and a worker process on a database of their own. */
export interface RunningService {
  readonly url: string;
  readonly databaseUrl: string;
  /** Ends a process the hardest way there is (`kill -9`). */
  kill(app: App): Promise<void>;
  /** Asks a process to end (SIGTERM). @returns its exit code; null when it had to be killed */
  terminate(app: App): Promise<number | null>;
  /** Starts a killed process anew and, for the API, waits until it answers. */
  revive(app: App): Promise<void>;
  stop(): Promise<void>;
}

export type App = 'api' | 'worker';

const ROOT = join(__dirname, '..', '..');

/** A start takes about two seconds; two busy cores may need several times that. */
const READY_WITHIN_MS = 60_000;

/** What the service is to stand on, where that is not what every test has. */
export interface ServiceOptions {
  /** Runs the queue on Redis instead of PostgreSQL. */
  readonly redisUrl?: string;
  /** Where its mails go; it sends none when left out. */
  readonly smtpUrl?: string;
  /** Starts the development identity provider beside it. */
  readonly issuer?: true;
  /** With the lived-through cases that `npm start` waits for, instead of none. */
  readonly seeded?: true;
  /** An empty database on a server of the test's own, and the address at which it is reached. */
  readonly database?: { readonly url: string; readonly reachedAt: string };
}

/**
 * Starts the built service with the demo county's organisation and no case, if none is asked for.
 * @throws Error when it is not ready in time
 */
export async function startService(options: ServiceOptions = {}): Promise<RunningService> {
  const { redisUrl, smtpUrl } = options;
  const database = await databaseOf(options);
  if (options.seeded !== true) await fillDirectory(database.url);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const folder = options.issuer === true ? mkdtempSync(join(tmpdir(), 'hemgang-issuer-')) : null;
  const env = {
    PATH: process.env['PATH'],
    HEMGANG_MODE: 'demo',
    DATABASE_URL: options.database?.reachedAt ?? database.url,
    PORT: String(port),
    LOG_LEVEL: 'error',
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    ...(smtpUrl === undefined ? {} : { SMTP_URL: smtpUrl }),
    ...(folder === null ? {} : await devIssuer(folder, url)),
  };
  const start = (app: App | 'dev-idp' | 'cli', args: readonly string[] = []): ProcessGroup =>
    startGroup({
      args: [join(ROOT, 'dist', 'programs', `${app}.js`), ...args],
      cwd: ROOT,
      env,
      output: ['inherit', 'inherit'],
    });
  if (options.seeded === true && (await start('cli', ['seed', '--until-ready']).ended) !== 0) {
    throw new Error('the county was not filled; the reason is above');
  }
  const processes = { api: start('api'), worker: start('worker') };
  const issuer = folder === null ? null : start('dev-idp');
  const service: RunningService = {
    url,
    databaseUrl: database.url,
    async kill(app) {
      process.kill(processes[app].pid, 'SIGKILL');
      await processes[app].ended;
    },
    terminate(app) {
      process.kill(processes[app].pid, 'SIGTERM');
      return processes[app].ended;
    },
    async revive(app) {
      processes[app] = start(app);
      if (app === 'api') await untilReady(service);
    },
    async stop() {
      const all = [...Object.values(processes), ...(issuer === null ? [] : [issuer])];
      await Promise.all(all.map((group) => group.stop()));
      if (folder !== null) rmSync(folder, { recursive: true });
      await database.drop();
    },
  };
  await untilReady(service);
  return service;
}

async function databaseOf({ database }: ServiceOptions): Promise<TestDatabase> {
  if (database === undefined) return testDatabase();
  await fillTemplate(database.url);
  return { url: database.url, drop: () => Promise.resolve() };
}

/** @throws Error when the service does not get ready in time; then everything is stopped */
async function untilReady(service: RunningService): Promise<void> {
  if (await waitUntil(() => isReady(service.url), READY_WITHIN_MS)) return;
  await service.stop();
  throw new Error('the service did not get ready; its own words are above');
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
  await new SeedingStore(database).record({ done: 0, total: 0, finishedAt });
  await database.close();
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/health/ready`).catch(() => null);
  return answer?.status === 200;
}
