import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { CoalescingSocket } from './coalescing-socket';
import { Database } from './database';
import { DatabaseNotTrusted, isNotTrusted } from './database-not-trusted';
import { mapDatabaseError } from './database-unavailable';
import { sqlTypes } from './sql-types';

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database`; never logged. */
  readonly databaseUrl: string;
  /** Most connections at one time. */
  readonly poolSize: number;
  /** Shown by PostgreSQL beside each connection. */
  readonly applicationName: string;
}

/**
 * How long a caller waits for a connection, new or from the pool: longer, and the answer comes too
 * late to be of use while the queue of callers grows.
 */
const CONNECT_LIMIT_MS = 5_000;

/** No statement of ours takes a second; one that hangs on a lock must let go of its connection. */
const STATEMENT_LIMIT_MS = 5_000;

/**
 * The server ends a statement itself at the limit above. When not even that is heard, the network
 * has swallowed the connection without a word, and it is thrown away.
 */
const ANSWER_LIMIT_MS = STATEMENT_LIMIT_MS + 1_000;

/**
 * Compiling a plan takes longer than any statement of ours. And what is worked on lies in memory or
 * on a solid disk, where jumping costs hardly more than reading on; PostgreSQL's own figure is that
 * of a turning disk and makes it read whole tables to find a hundred rows.
 */
const PLANNER =
  '-c jit=off -c random_page_cost=1.1 ' +
  // A page is a few rows in the order of an index. Gathering the whole range first, in order to sort
  // it, looks cheap to a planner that does not know the values, and grows with the stock.
  '-c enable_bitmapscan=off ' +
  // What waits in the outbox grows from nothing to thousands within seconds. A plan that was made while
  // it was empty would read the whole table anew for each of its rows.
  '-c enable_seqscan=off ' +
  // Every statement has the same best plan whatever its values (query-plans.spec looks at both), so
  // each connection plans it once and not six times: planning the write costs four times the write.
  '-c plan_cache_mode=force_generic_plan';

/**
 * Opens the pool. It does not migrate; ask `migrationState`.
 * @param onSilence called when a connection has fallen silent
 * @throws DatabaseUnavailable, DatabaseNotTrusted
 */
export async function openDatabase(
  options: DatabaseOptions,
  onSilence?: () => void,
): Promise<Database> {
  const source = new DataSource({
    type: 'postgres',
    url: options.databaseUrl,
    poolSize: options.poolSize,
    applicationName: options.applicationName,
    connectTimeoutMS: CONNECT_LIMIT_MS,
    installExtensions: false,
    // An idle connection that breaks is replaced by the next use; that use reports what is wrong.
    poolErrorHandler: () => undefined,
    extra: {
      // Statements of one transaction leave together when nothing has to be waited for.
      pipeline: true,
      stream: () => new CoalescingSocket(),
      types: sqlTypes,
      statement_timeout: STATEMENT_LIMIT_MS,
      query_timeout: ANSWER_LIMIT_MS,
      options: PLANNER,
    },
  });
  try {
    await source.initialize();
  } catch (error) {
    throw isNotTrusted(error) ? new DatabaseNotTrusted(error) : mapDatabaseError(error);
  }
  const driver: object = source.driver;
  if (!('master' in driver)) throw new Error('The pool of TypeORM is not where it was.');
  return new Database(source, driver.master as Pool, options.databaseUrl, onSilence);
}
