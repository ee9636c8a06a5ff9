import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseUrls } from '@hemgang/config';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { Database } from './database';
import { DatabaseNotTrusted, isNotTrusted } from './database-not-trusted';
import { DatabaseUnavailable, mapDatabaseError } from './database-unavailable';
import { MigrationLog } from './migration-log';
import { MIGRATIONS } from './migrations';
import { ensureRoles } from './roles';
import type { Statement } from './statement';
import { raiseWalls } from './walls/raise-walls';
import { WALLS_REVISION } from './walls/walls-sql';

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

/** Another process that migrates the same database takes a second. */
const LOOK_AGAIN_MS = 100;

/** Half an hour: a backup of a large database comes to an end in that. */
const TRIES_MAX = 1_200;

const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Makes the roles that are missing, runs the migrations that are, each in a transaction of its own,
 * and gives every table its wall. Processes that start at the same moment wait for each other. It
 * does not touch the schema of the queue. Commands may go on meanwhile: none waits longer than half a
 * second for a migration that waits itself.
 * @param ownerUrl of the role that owns the tables, or is to own them
 * @param databases the roles' addresses; null: somebody else has made the roles
 * @param migrations those of this program; tests bring one more
 * @throws DatabaseUnavailable, DatabaseNotTrusted, RoleMissing, PasswordNotGiven, or an error naming the migration that failed; those before
 *   it stay
 */
export async function migrate(
  ownerUrl: string,
  databases: DatabaseUrls | null,
  migrations: readonly (new () => MigrationInterface)[] = MIGRATIONS,
): Promise<void> {
  const log = new MigrationLog();
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    poolSize: CONNECTIONS,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    installExtensions: false,
    applicationName: 'hemgang-migrate',
    logger: log,
    extra: { lock_timeout: LOCK_LIMIT_MS },
  });
  try {
    await ensureRoles(ownerUrl, databases);
    await source.initialize();
    const lock = source.createQueryRunner();
    // Held until the connection ends, whatever happens in between.
    while (!(await isMine(lock))) await pause(LOOK_AGAIN_MS);
    await runPatiently(source);
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
  } catch (error) {
    const mapped = isNotTrusted(error) ? new DatabaseNotTrusted(error) : mapDatabaseError(error);
    if (log.failure === null || mapped instanceof DatabaseUnavailable) throw mapped;
    throw new Error(log.failure, { cause: error });
  } finally {
    if (source.isInitialized) await source.destroy();
  }
}

/**
 * Asked again and again instead of waited for: a statement that waits is a transaction under way, and
 * an index that is made without locking its table waits for those.
 */
async function isMine(lock: QueryRunner): Promise<boolean> {
  const text = 'select pg_try_advisory_lock($1) as mine';
  const [answer] = (await lock.query(text, [MIGRATION_LOCK])) as { readonly mine: boolean }[];
  return answer?.mine === true;
}

/**
 * A dump that was read in names its former owner in the walls. Who owns the tables now may open them to
 * himself, and must, or he would see no migration in them.
 */
const OPEN_TO_OWNER = `
  do $$ declare closed regclass; begin
    for closed in
      select c.oid from pg_policy p join pg_class c on c.oid = p.polrelid
      where c.relnamespace = 'public'::regnamespace and p.polname = 'owner'
        and pg_get_userbyid(c.relowner) = current_user and not c.relowner = any (p.polroles)
    loop
      execute format('alter policy owner on %s to current_user', closed);
    end loop;
  end $$`;

async function runPatiently(source: DataSource): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await source.query(OPEN_TO_OWNER);
      await source.runMigrations();
      await raised(source);
      return;
    } catch (error) {
      if (!isLockTimeout(error) || tries === TRIES_MAX) throw error;
      await pause(RETRY_AFTER_MS);
    }
  }
}

async function raised(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await raiseWalls(runner);
  } finally {
    await runner.release();
  }
}

function isLockTimeout(error: unknown): boolean {
  const { code } =
    (error as { readonly driverError?: { readonly code?: unknown } }).driverError ?? {};
  return code === LOCK_NOT_AVAILABLE;
}

/** TypeORM's own table and ours; before the walls were up nobody but the owner may read them. */
const HAS_MIGRATIONS: Statement<{ found: boolean }> = {
  name: 'has-migrations',
  text: `
    select coalesce(bool_and(has_table_privilege(known.place, 'select')), false) as found
    from (values (to_regclass('migrations')), (to_regclass('walls'))) as known (place)
    having bool_and(known.place is not null)`,
};

const RAISED: Statement<{ revision: string }> = {
  name: 'walls-raised',
  text: `select revision from walls`,
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
  if (run.size > known.length) return 'ahead';
  const [raised] = await database.run(RAISED, []);
  return raised?.revision === WALLS_REVISION ? 'current' : 'behind';
}
