import { derivedUrls } from '@hemgang/config';
import { testDatabase } from '@hemgang/testing';
import type { Database } from './database';
import { openDatabases, type Databases } from './databases';
import { openDatabase } from './open-database';

/** Enough connections that concurrent statements really meet in the database. */
const POOL_SIZE = 20;

export interface TestStore {
  /** As the owner of the tables, for whom the walls stand open. */
  readonly database: Database;
  /** As the programs sign in. */
  readonly databases: Databases;
  readonly url: string;
  /** Runs any SQL, for looking at tables and for planting faults. */
  sql<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  end(): Promise<void>;
}

/** A migrated database of the test's own with a pool. */
export async function testStore(): Promise<TestStore> {
  const { url, drop } = await testDatabase();
  const options = { poolSize: POOL_SIZE, applicationName: 'hemgang-test' };
  const database = await openDatabase({ ...options, databaseUrl: url });
  const databases = await openDatabases({ ...options, databases: derivedUrls(url) });
  return {
    database,
    databases,
    url,
    sql: (text, values = []) => database.run({ name: '', text }, values),
    end: async () => {
      await Promise.all([database.close(), databases.close()]);
      await drop();
    },
  };
}
