import {
  assertSchemaCompatibility,
  DEFAULT_SCHEMA,
  LATEST_SCHEMA_VERSION,
  runMigrations,
  SchemaMigrationRequiredError,
} from 'bullmq';
import { Client } from 'pg';
import { QUEUE_NAME } from './bull-backend';

/**
 * Makes or updates the schema `bullmq` for the queue on PostgreSQL. May be repeated, and run by
 * several processes at once: BullMQ does everything in one transaction under an advisory lock, so
 * the second one waits and finds nothing to do.
 *
 * Run it as the owner of the schema. A login role that only uses the queue needs afterwards, and
 * again after an update that adds tables:
 * - USAGE on schema `bullmq`
 * - SELECT, INSERT, UPDATE and DELETE on all its tables, USAGE on all its sequences
 * - EXECUTE on its functions and TEMPORARY on the database, which everybody has unless revoked
 * @param databaseUrl of a role that may create a schema in this database
 */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await runMigrations(client, DEFAULT_SCHEMA);
    // BullMQ makes a sequence per queue at the first use, which only the owner of the schema may.
    await client.query(`SELECT ${DEFAULT_SCHEMA}.next_job_id($1)`, [QUEUE_NAME]);
  });
}

/** Whether the schema is what this version of BullMQ expects. The application must not start else. */
export async function queueIsMigrated(databaseUrl: string): Promise<boolean> {
  return withClient(databaseUrl, async (client) => {
    try {
      return (await assertSchemaCompatibility(client)) >= LATEST_SCHEMA_VERSION;
    } catch (error) {
      if (error instanceof SchemaMigrationRequiredError) return false;
      throw error;
    }
  });
}

async function withClient<T>(databaseUrl: string, work: (client: Client) => Promise<T>) {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
