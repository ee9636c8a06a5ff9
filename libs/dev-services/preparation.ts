import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/**
 * Names the build that lies in `dist/` by the hash of its sources. Null while `npm run dev` compiles
 * there: what is built then has no name.
 */
export function buildIn(root: string): string | null {
  const stamp = join(root, 'dist', '.built-from');
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : null;
}

/**
 * What prepared this database last; null when nothing has said so. It stands in the database's
 * comment, so it comes and goes with the data.
 */
export async function preparedBy(databaseUrl: string): Promise<string | null> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ note: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS note
       FROM pg_database WHERE datname = current_database()`,
    );
    return rows[0]?.note ?? null;
  });
}

/** Notes what has prepared the database. The role of the address must own it. */
export async function notePreparation(databaseUrl: string, by: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    const name = client.escapeIdentifier(rows[0]?.name ?? '');
    await client.query(`COMMENT ON DATABASE ${name} IS ${client.escapeLiteral(by)}`);
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
