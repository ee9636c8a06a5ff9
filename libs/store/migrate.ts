import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, type MigrationInterface } from 'typeorm';
import type { Database } from './database';
import { DatabaseUnavailable, mapDatabaseError } from './database-unavailable';
import { MigrationLog } from './migration-log';
import { MIGRATIONS } from './migrations';
import type { Statement } from './statement';

/** `behind`: migrations are missing here · `ahead`: a newer version of the program was here. */
export type MigrationState = 'current' | 'behind' | 'ahead';

/** Any number; whoever migrates this database takes the same lock. */
const MIGRATION_LOCK = 6_120_717;

/** One connection holds the lock while the other one migrates. */
const CONNECTIONS = 2;

/**
 * Whoever waits to change a table holds up everybody who comes after, also when what it waits for
 * is only a backup that reads. It lets them pass after half a second and tries again.
 */
const LOCK_LIMIT_MS = 500;
const RETRY_AFTER_MS = 1_000;

/** Half an hour: a backup of a large database comes to an end in that. */
const TRIES_MAX = 1_200;

const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Runs the migrations that are missing, each in a transaction of its own. Processes that start at
 * the same moment wait for each other. It does not touch the schema of the queue. Commands may go
 * on meanwhile: none waits longer than half a second for a migration that waits itself.
 * @param migrations those of this program; tests bring one more
 * @throws DatabaseUnavailable, or an error naming the migration that failed; those before it stay
 */
export async function migrate(
  databaseUrl: string,
  migrations: readonly (new () => MigrationInterface)[] = MIGRATIONS,
): Promise<void> {
  const log = new MigrationLog();
  const source = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    poolSize: CONNECTIONS,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    installExtensions: false,
    applicationName: 'hemgang-migrate',
    logger: log,
    extra: { lock_timeout: LOCK_LIMIT_MS },
  });
  try {
    await source.initialize();
    const lock = source.createQueryRunner();
    // Held until the connection ends, whatever happens in between.
    await lock.query('set lock_timeout = 0');
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runPatiently(source);
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
  } catch (error) {
    const mapped = mapDatabaseError(error);
    if (log.failure === null || mapped instanceof DatabaseUnavailable) throw mapped;
    throw new Error(log.failure, { cause: error });
  } finally {
    if (source.isInitialized) await source.destroy();
  }
}

async function runPatiently(source: DataSource): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await source.runMigrations();
      return;
    } catch (error) {
      if (!isLockTimeout(error) || tries === TRIES_MAX) throw error;
      await pause(RETRY_AFTER_MS);
    }
  }
}

function isLockTimeout(error: unknown): boolean {
  const { code } =
    (error as { readonly driverError?: { readonly code?: unknown } }).driverError ?? {};
  return code === LOCK_NOT_AVAILABLE;
}

/** TypeORM's own table; it does not exist before the first migration. */
const HAS_MIGRATIONS: Statement<{ found: boolean }> = {
  name: 'has-migrations',
  text: `select to_regclass('migrations') is not null as found`,
};

const MIGRATIONS_RUN: Statement<{ name: string }> = {
  name: 'migrations-run',
  text: `select name from migrations`,
};

/** Whether the database's schema is the one this program was built for. */
export async function migrationState(database: Database): Promise<MigrationState> {
  const [table] = await database.run(HAS_MIGRATIONS, []);
  if (table?.found !== true) return 'behind';
  const rows = await database.run(MIGRATIONS_RUN, []);
  const run = new Set(rows.map(({ name }) => name));
  const known = MIGRATIONS.map(({ name }) => name);
  if (known.some((name) => !run.has(name))) return 'behind';
  return run.size > known.length ? 'ahead' : 'current';
}
