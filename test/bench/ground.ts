import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openService, type Service } from '@hemgang/cases';
import { derivedUrls, ROLE_NAMES } from '@hemgang/config';
import { DEMO_COUNTY } from '@hemgang/demo';
import { startPostgres, waitUntil } from '@hemgang/dev-services';
import { migrateQueue } from '@hemgang/queue';
import type { Pool } from 'pg';
import { startRedis } from '../../libs/testing/redis-server';
import { pathOf } from '../../libs/testing/program';
import { Ceiling } from './ceiling';
import { DischargeLifecycle, Patients } from './discharge-lifecycle';
import { poolOf } from './pool-of';
import { parentOf } from './processes';

/** As many connections as there are clients: nobody waits for one. */
export const POOL_SIZE = 32;

const DRAINED_WITHIN_MS = 120_000;

/** A queue's server: on Redis, or on our own PostgreSQL. */
export type Backend = 'Redis' | 'PostgreSQL';

/** A durable database with the demo county's organisation, and everything that is compared on it. */
export interface Ground {
  readonly databaseUrl: string;
  /** Null where Redis is not installed. */
  readonly redisUrl: string | null;
  /** The browser's program, null where it is not installed. */
  readonly chromium: string | null;
  readonly service: Service;
  readonly ceiling: Ceiling;
  readonly lifecycle: DischargeLifecycle;
  readonly patients: Patients;
  readonly pool: Pool;
  /** Process of the database server. */
  readonly postgresPid: number;
  end(): Promise<void>;
}

export async function prepareGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'hemgang-bench-'));
  // As root the server runs under an account that must be able to enter; else its data would lie
  // elsewhere and outlive the folder.
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({ dataDir: join(folder, 'data'), durable: true });
  const redis = pathOf('redis-server') === null ? null : await startRedis();
  await migrate(postgres.url, derivedUrls(postgres.url));
  await migrateQueue(postgres.url, ROLE_NAMES.works);
  const service = await openService({
    databases: derivedUrls(postgres.url),
    mode: 'demo',
    poolSize: POOL_SIZE,
    applicationName: 'hemgang-bench',
    warn: () => undefined,
  });
  await service.replaceDirectory(DEMO_COUNTY);
  const ceiling = new Ceiling(postgres.url, POOL_SIZE);
  await ceiling.prepare();
  const pool = poolOf(postgres.url, 2);
  const patients = new Patients();
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  return {
    databaseUrl: postgres.url,
    redisUrl: redis?.url ?? null,
    chromium: pathOf('chromium'),
    service,
    ceiling,
    patients,
    lifecycle: new DischargeLifecycle(service, patients),
    pool,
    postgresPid: parentOf(rows[0]?.pid ?? 0),
    async end() {
      await pool.end();
      await ceiling.close();
      await service.close();
      await postgres.stop();
      await redis?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until every outbox row is handled. @returns how long that took, in seconds */
export async function drained({ pool }: Ground): Promise<number> {
  const begin = performance.now();
  const isEmpty = async (): Promise<boolean> => {
    const { rows } = await pool.query<{ left: boolean }>(
      'select exists (select from outbox) as left',
    );
    return rows[0]?.left === false;
  };
  if (!(await waitUntil(isEmpty, DRAINED_WITHIN_MS))) throw new Error('the outbox does not empty');
  return (performance.now() - begin) / 1_000;
}
