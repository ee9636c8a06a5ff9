import { randomBytes } from 'node:crypto';
import { waitUntil } from '@hemgang/dev-services';
import { Client } from 'pg';

/** A database of a test's own. */
export interface TestDatabase {
  url: string;
  /** Removes the database; connections still open to it are cut. */
  drop(): Promise<void>;
}

/** Brings an empty database to what every copy starts from. */
export type FillTemplate = (databaseUrl: string) => Promise<void>;

/** A vacuum of a test's few rows takes far less. */
const DROP_WITHIN_MS = 20_000;

/** Any number; all workers of a run use the same to make a template one at a time. */
const TEMPLATE_LOCK = 4_829_017;

/**
 * Makes a database on the run's server as a copy of the database `template`, which the first caller
 * of the whole run makes with `fill` while the others wait.
 */
export async function copyOfTemplate(template: string, fill: FillTemplate): Promise<TestDatabase> {
  await onServer((client) => ensureTemplate(client, template, fill));
  return copyOf(template);
}

/** A database without any tables, for tests of the migrations themselves. */
export function emptyDatabase(): Promise<TestDatabase> {
  return copyOf('template1');
}

async function copyOf(template: string): Promise<TestDatabase> {
  const name = `hemgang_test_${randomBytes(6).toString('hex')}`;
  await onServer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    url: addressOf(name),
    drop: () => onServer((client) => drop(client, name)),
  };
}

/**
 * Cutting the connections of a database is refused while the server itself is vacuuming there,
 * because our role may not end that process. It is done in a moment.
 */
async function drop(client: Client, name: string): Promise<void> {
  let refusal: unknown;
  const isDropped = await waitUntil(async () => {
    try {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      return true;
    } catch (error) {
      refusal = error;
      return false;
    }
  }, DROP_WITHIN_MS);
  if (!isDropped) throw refusal;
}

/** The template gets its final name when it is complete, so a failed attempt is never copied. */
async function ensureTemplate(client: Client, template: string, fill: FillTemplate): Promise<void> {
  // Held until the connection ends.
  await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
  if (found.rowCount === 1) return;
  const unfinished = `${template}_unfinished`;
  await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${unfinished}`);
  await fill(addressOf(unfinished));
  await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
}

/** Runs one piece of work on the server's own database; the connection ends with it. */
async function onServer(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function addressOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

/** Set by jest's global set-up. */
function serverUrl(): string {
  const url = process.env['HEMGANG_TEST_SERVER_URL'];
  if (url === undefined) throw new Error('No test server: is jest globalSetup configured?');
  return url;
}
