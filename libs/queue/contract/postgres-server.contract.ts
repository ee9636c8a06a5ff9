import { emptyDatabase } from '@hemgang/testing';
import { Client } from 'pg';
import { migrateQueue } from '..';
import type { QueueServer } from './bench.contract';

/** A database of a suite's own with the queue's schema. */
export class PostgresServer implements QueueServer {
  private constructor(
    readonly url: string,
    private readonly client: Client,
    private readonly tables: readonly string[],
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(): Promise<PostgresServer> {
    const { url, drop } = await emptyDatabase();
    await migrateQueue(url);
    const client = new Client({ connectionString: url });
    await client.connect();
    const tables = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name
         FROM pg_tables WHERE schemaname = 'bullmq' AND tablename <> 'migration'`,
    );
    const names = tables.rows.map(({ name }) => name);
    return new PostgresServer(url, client, names, drop);
  }

  servers(databaseUrl: string) {
    return { databaseUrl };
  }

  /** Connections that others than this object have to the database at this moment. */
  async connections(): Promise<number> {
    const result = await this.client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
          AND backend_type = 'client backend'`,
    );
    return result.rows[0]?.count ?? 0;
  }

  async wipe(): Promise<void> {
    // One by one: a worker holds some of the tables, and the two could block each other.
    for (const table of this.tables) await this.client.query(`TRUNCATE ${table} CASCADE`);
  }

  async contents(): Promise<string> {
    const all: unknown[] = [];
    for (const table of this.tables) {
      all.push((await this.client.query(`SELECT to_jsonb(t) FROM ${table} AS t`)).rows);
    }
    return JSON.stringify(all);
  }

  async end(): Promise<void> {
    await this.client.end();
    await this.drop();
  }
}
