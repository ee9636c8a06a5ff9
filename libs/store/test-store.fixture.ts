import { testDatabase } from '@hemgang/testing';
import type { Database } from './database';
import { openDatabase } from './open-database';

/** Enough connections that concurrent statements really meet in the database. */
const POOL_SIZE = 20;

export interface TestStore {
  readonly database: Database;
  readonly url: string;
  /** Runs any SQL, for looking at tables and for planting faults. */
  sql<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  end(): Promise<void>;
}

/** A migrated database of the test's own with a pool. */
export async function testStore(): Promise<TestStore> {
  const { url, drop } = await testDatabase();
  const database = await openDatabase({
    databaseUrl: url,
    poolSize: POOL_SIZE,
    applicationName: 'hemgang-test',
  });
  return {
    database,
    url,
    sql: (text, values = []) => database.run({ name: '', text }, values),
    end: async () => {
      await database.close();
      await drop();
    },
  };
}
