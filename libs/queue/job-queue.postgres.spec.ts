import { emptyDatabase } from '@hemgang/testing';
import { Client } from 'pg';
import { migrateQueue } from '.';
import type { QueueServer } from './contract/bench.contract';
import { jobQueueContract } from './job-queue.contract';

describe('the job queue on PostgreSQL', () => {
  jobQueueContract(startPostgresQueue);
});

async function startPostgresQueue(): Promise<QueueServer> {
  const { url, drop } = await emptyDatabase();
  await migrateQueue(url);
  const client = new Client({ connectionString: url });
  await client.connect();
  const tables = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name
       FROM pg_tables WHERE schemaname = 'bullmq' AND tablename <> 'migration'`,
  );
  const names = tables.rows.map(({ name }) => name);
  return {
    url,
    servers: (databaseUrl) => ({ databaseUrl }),
    wipe: async () => {
      // One by one, as workers hold some of the tables; all together they could block each other.
      for (const name of names) await client.query(`TRUNCATE ${name} CASCADE`);
    },
    contents: async () => {
      const rows = await Promise.all(
        names.map((name) => client.query(`SELECT to_jsonb(t) AS row FROM ${name} AS t`)),
      );
      return JSON.stringify(rows.map((result) => result.rows));
    },
    end: async () => {
      await client.end();
      await drop();
    },
  };
}
