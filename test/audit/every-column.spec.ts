import { query, testDatabase } from '@hemgang/testing';
import { FATES } from './fates';

jest.setTimeout(120_000);

/** Numbers, times and flags say nothing by themselves. */
const COLUMNS = `
  select table_name as name, array_agg(column_name::text order by column_name::text) as columns
  from information_schema.columns join information_schema.tables using (table_schema, table_name)
  where table_schema = 'public' and table_type = 'BASE TABLE'
    and data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY', 'uuid', 'bytea')
  group by table_name`;

describe('every column that can hold words or an identity', () => {
  it('has a fate that is written down: what takes it, or why it may stay', async () => {
    const database = await testDatabase();
    const rows = await query<{ name: string; columns: string[] }>(database.url, COLUMNS);
    await database.drop();
    const declared = Object.entries(FATES).map(([name, { columns }]) => [
      name,
      [...columns].sort(),
    ]);
    expect(Object.fromEntries(declared)).toEqual(
      Object.fromEntries(rows.map(({ name, columns }) => [name, columns])),
    );
  });
});
