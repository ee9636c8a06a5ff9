import { Client } from 'pg';

/** Runs one query on a database; for tests that look behind the use cases. */
export async function query<Row>(
  databaseUrl: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return connected(databaseUrl, async (client) => {
    const { rows } = await client.query(text, values);
    return rows as Row[];
  });
}

/** Without seals and figures: they follow the logs, in a time of their own. */
const TABLES = `
  select table_name as name from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE' and table_name !~ '^(seal(ed)?|figure)_'`;

/**
 * How many rows each table holds and, together, what they say: two equal results mean that nothing
 * was written in between.
 * @param except tables that may change, such as the access log
 */
export async function contentsOf(
  databaseUrl: string,
  ...except: readonly string[]
): Promise<Record<string, string>> {
  return connected(databaseUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(TABLES);
    const sums = tables
      .filter(({ name }) => !except.includes(name))
      .map(
        ({ name }) =>
          `select '${name}' as name,
             count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum
           from "${name}" as t`,
      );
    const { rows } = await client.query<{ name: string; sum: string }>(
      `${sums.join(' union all ')} order by name`,
    );
    return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
  });
}

async function connected<Result>(
  databaseUrl: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
