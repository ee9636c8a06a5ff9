import { rmSync } from 'node:fs';
import { Client } from 'pg';
import { TEST_SERVER, type TestServer } from './test-server';

/** Runs once after all suites: ends our server, or tidies up on a server that was given. */
export default async function tearDown(): Promise<void> {
  const server = globalThis[TEST_SERVER];
  if (server === undefined) return;
  if (server.folder === null) await dropTemplate(server);
  await server.stop();
  if (server.folder !== null) rmSync(server.folder, { recursive: true, force: true });
}

async function dropTemplate({ url, template }: TestServer): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${template}`);
  await client.end();
}
