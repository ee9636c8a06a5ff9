import {
  assertSchemaCompatibility,
  DEFAULT_SCHEMA,
  LATEST_SCHEMA_VERSION,
  runMigrations,
  SchemaMigrationRequiredError,
} from 'bullmq';
import { Client } from 'pg';
import { QUEUE_NAME } from './bull-backend';

/** Any number; whoever gives rights to the queue of a database takes the same lock. */
const GRANT_LOCK = 6_120_718;

/**
 * Makes or updates the schema `bullmq` for the queue on PostgreSQL. May be repeated, and run by
 * several processes at once: BullMQ does everything in one transaction under an advisory lock, so
 * the second one waits and finds nothing to do.
 *
 * Run it as the owner of the schema. The login role that only uses the queue is given what it needs;
 * beside it EXECUTE on the functions of the schema and TEMPORARY on the database, which everybody has
 * unless revoked.
 * @param databaseUrl of a role that may create a schema in this database
 * @param usedBy the login role that adds and handles jobs, which has to be there; none when left out
 */
export async function migrateQueue(databaseUrl: string, usedBy?: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await runMigrations(client, DEFAULT_SCHEMA);
    // BullMQ makes a sequence per queue at the first use, which only the owner of the schema may.
    await client.query(`SELECT ${DEFAULT_SCHEMA}.next_job_id($1)`, [QUEUE_NAME]);
    if (usedBy === undefined) return;
    const role = client.escapeIdentifier(usedBy);
    // One transaction: of several that give the same right at once, all but one would fail.
    await client.query(`
      SELECT pg_advisory_xact_lock(${GRANT_LOCK});
      GRANT USAGE ON SCHEMA ${DEFAULT_SCHEMA} TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${DEFAULT_SCHEMA} TO ${role};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${DEFAULT_SCHEMA} TO ${role}`);
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
