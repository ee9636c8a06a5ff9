import { Client } from 'pg';

/** Runs one query on a database; for tests that look behind the use cases. */
export async function query<Row>(
  databaseUrl: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

const TABLES = `
  select table_name as name from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`;

/**
 * How many rows each table holds and, together, what they say: two equal results mean that nothing
 * was written in between.
 * @param except tables that may change, such as the access log
 */
export async function contentsOf(
  databaseUrl: string,
  ...except: readonly string[]
): Promise<Record<string, string>> {
  const tables = await query<{ name: string }>(databaseUrl, TABLES);
  const names = tables.map(({ name }) => name).filter((name) => !except.includes(name));
  const sums = await Promise.all(
    names.map((name) =>
      query<{ sum: string }>(
        databaseUrl,
        `select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum
         from "${name}" as t`,
      ),
    ),
  );
  return Object.fromEntries(names.map((name, index) => [name, sums[index]?.[0]?.sum ?? '']));
}
