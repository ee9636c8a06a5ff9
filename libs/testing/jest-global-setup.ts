import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// Relative, because jest does not map module names in its global files.
import { startPostgres } from '../dev-services/embedded-postgres';
import { processIdentity } from '../dev-services/process-identity';
import { TEST_SERVER, type TestServer } from './test-server';

/** Followed by the number of the jest process and a random ending. */
const FOLDER_PREFIX = 'hemgang-test-';

/**
 * Runs once before all suites: one PostgreSQL for the run, in a temporary folder, without fsync.
 * With TEST_DATABASE_URL (a role that may make databases) that server is used instead.
 */
export default async function setUp(): Promise<void> {
  const template = `hemgang_test_template_${randomBytes(4).toString('hex')}`;
  const given = process.env['TEST_DATABASE_URL'];
  const server: TestServer =
    given === undefined
      ? await startOwn(template)
      : { url: given, template, folder: null, stop: () => Promise.resolve() };
  globalThis[TEST_SERVER] = server;
  process.env['HEMGANG_TEST_SERVER_URL'] = server.url;
  process.env['HEMGANG_TEST_TEMPLATE'] = template;
  if (server.folder !== null) {
    process.env['HEMGANG_TEST_LOOKED_AT'] = join(server.folder, 'looked-at.json');
  }
}

async function startOwn(template: string): Promise<TestServer> {
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  // As root the server runs under an account that must be able to enter.
  chmodSync(folder, 0o755);
  const server = await startPostgres({ dataDir: join(folder, 'postgres'), durable: false });
  return { url: server.url, template, folder, stop: () => server.stop() };
}

/** A run ended by Ctrl-C has no tear-down: its server ends by itself, its 50 MB stay until now. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(FOLDER_PREFIX)) continue;
    const owner = Number(name.slice(FOLDER_PREFIX.length).split('-')[0]);
    if (processIdentity(owner) !== null) continue;
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
