import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { copyOfTemplate, emptyDatabase, type TestDatabase } from './template-database';

describe('test databases', () => {
  const made: TestDatabase[] = [];
  const templates: string[] = [];

  const newTemplate = (): string => {
    const name = `hemgang_test_spec_${randomBytes(4).toString('hex')}`;
    templates.push(name);
    return name;
  };
  const remember = (database: TestDatabase): TestDatabase => {
    made.push(database);
    return database;
  };

  afterAll(async () => {
    for (const database of made) await database.drop();
    const { url, drop } = await emptyDatabase();
    for (const name of templates) await query(url, `DROP DATABASE IF EXISTS ${name}`);
    await drop();
  });

  it('are copies that do not see one another', async () => {
    const template = newTemplate();
    const fill = async (url: string): Promise<void> => {
      await query(url, 'CREATE TABLE ort (namn text)');
    };
    const one = remember(await copyOfTemplate(template, fill));
    const two = remember(await copyOfTemplate(template, fill));
    await query(one.url, `INSERT INTO ort VALUES ('Lycksele')`);
    expect(await query(one.url, 'SELECT namn FROM ort')).toEqual([{ namn: 'Lycksele' }]);
    expect(await query(two.url, 'SELECT namn FROM ort')).toEqual([]);
  });

  it('fill the template once, however many ask at the same moment', async () => {
    const template = newTemplate();
    let filled = 0;
    const fill = async (url: string): Promise<void> => {
      filled += 1;
      await query(url, 'CREATE TABLE ort (namn text)');
    };
    const all = await Promise.all([1, 2, 3, 4].map(() => copyOfTemplate(template, fill)));
    all.forEach(remember);
    expect(filled).toBe(1);
    expect(new Set(all.map(({ url }) => url)).size).toBe(4);
  });

  it('never come from a template whose filling failed', async () => {
    const template = newTemplate();
    const failing = async (url: string): Promise<void> => {
      await query(url, 'CREATE TABLE half (namn text)');
      throw new Error('migration failed');
    };
    await expect(copyOfTemplate(template, failing)).rejects.toThrow('migration failed');
    const { url } = remember(await copyOfTemplate(template, () => Promise.resolve()));
    expect(await query(url, `SELECT to_regclass('half') AS half`)).toEqual([{ half: null }]);
  });

  it('are gone after drop, with connections still open to them', async () => {
    const { url, drop } = await emptyDatabase();
    const open = new Client({ connectionString: url });
    open.on('error', () => undefined);
    await open.connect();
    await drop();
    await expect(query(url, 'SELECT 1')).rejects.toThrow('does not exist');
    await expect(open.query('SELECT 1')).rejects.toThrow();
  });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}
