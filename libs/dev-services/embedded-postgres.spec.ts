import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startNode } from '../testing/node-process';
import { checkoutRoot } from './checkout';
import { PostgresInUse, startPostgres, type RunningPostgres } from './embedded-postgres';
import { processIdentity } from './process-identity';
import { waitUntil } from './wait-until';

/** First start, initdb included, takes 1-2 s on a quiet machine with two cores. */
const LIMIT_MS = 60_000;

describe('embedded PostgreSQL', () => {
  let folder: string;
  let dataDir: string;
  let running: RunningPostgres | null = null;

  const start = async (): Promise<RunningPostgres> => {
    running = await startPostgres({ dataDir, durable: false });
    return running;
  };

  // One folder for all, so that the cluster is made once, by the first of them.
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hemgang-postgres-spec-'));
    chmodSync(folder, 0o755);
    dataDir = join(folder, 'postgres');
  });

  afterEach(async () => {
    await running?.stop();
    running = null;
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(
    'stores Swedish text and finds it again at the next start',
    async () => {
      const first = await start();
      await query(first.url, `CREATE TABLE ort (namn text)`);
      await query(
        first.url,
        `INSERT INTO ort VALUES ('Åsele'), ('Örträsk'), ('Ängersjö'), ('Umeå')`,
      );
      await first.stop();

      const second = await start();
      const rows = await query(
        second.url,
        `SELECT upper(namn) AS namn FROM ort ORDER BY namn COLLATE "sv-x-icu"`,
      );
      expect(rows).toEqual([
        { namn: 'UMEÅ' },
        { namn: 'ÅSELE' },
        { namn: 'ÄNGERSJÖ' },
        { namn: 'ÖRTRÄSK' },
      ]);
    },
    LIMIT_MS,
  );

  it(
    'listens on the loopback address alone, as a role that row-level security binds',
    async () => {
      const { url } = await start();
      const [row] = await query(
        url,
        `SELECT current_setting('listen_addresses') AS addresses,
                current_setting('server_encoding') AS encoding,
                rolsuper OR rolbypassrls AS unbound
           FROM pg_roles WHERE rolname = current_user`,
      );
      expect(row).toEqual({
        addresses: '127.0.0.1',
        encoding: 'UTF8',
        unbound: false,
      });
    },
    LIMIT_MS,
  );

  it(
    'lets nobody in without the password',
    async () => {
      const { url } = await start();
      const wrong = url.replace(/:[^:@/]+@/, ':guess@');
      await expect(query(wrong, 'SELECT 1')).rejects.toThrow('password authentication failed');
    },
    LIMIT_MS,
  );

  it(
    'writes nothing of a failed statement to its log file',
    async () => {
      const { url } = await start();
      await query(url, `CREATE TABLE person (nummer text PRIMARY KEY)`);
      await query(url, `INSERT INTO person VALUES ('19121212-1212')`);
      await expect(query(url, `INSERT INTO person VALUES ('19121212-1212')`)).rejects.toThrow(
        'duplicate',
      );
      await expect(query(url, `SELECT '19121212-1212'::uuid`)).rejects.toThrow('invalid input');
      expect(readFileSync(join(dataDir, 'server.log'), 'utf8')).not.toContain('1212');
    },
    LIMIT_MS,
  );

  it(
    'refuses a second start while the first one runs, and leaves it running',
    async () => {
      const { url } = await start();
      await expect(startPostgres({ dataDir, durable: false })).rejects.toThrow(PostgresInUse);
      expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    },
    LIMIT_MS,
  );

  it(
    'ends with its owner, even when the owner is killed',
    async () => {
      const owner = await startInOwnProcess(dataDir);
      process.kill(owner.pid, 'SIGKILL');
      expect(await waitUntil(() => !lives(owner.postmaster), LIMIT_MS)).toBe(true);
      expect(await waitUntil(() => !lives(owner.watchdog), LIMIT_MS)).toBe(true);
    },
    LIMIT_MS,
  );

  it(
    'ends a server left behind by an owner and a watchdog that were both killed',
    async () => {
      const owner = await startInOwnProcess(dataDir);
      process.kill(owner.watchdog, 'SIGKILL');
      process.kill(owner.pid, 'SIGKILL');
      await waitUntil(() => !lives(owner.pid), LIMIT_MS);
      const again = await start();
      expect(lives(owner.postmaster)).toBe(false);
      expect(await query(again.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    },
    LIMIT_MS,
  );
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

interface Owner {
  pid: number;
  postmaster: number;
  watchdog: number;
}

/** Starts a server from a process of its own and gives the numbers of what it started. */
async function startInOwnProcess(dataDir: string): Promise<Owner> {
  const module = join(checkoutRoot(), 'libs', 'dev-services', 'embedded-postgres.ts');
  const owner = startNode(`
    const childProcess = require('node:child_process');
    const { spawn } = childProcess;
    const started = [];
    childProcess.spawn = (...args) => {
      const child = spawn(...args);
      started.push(child.pid);
      return child;
    };
    setInterval(() => undefined, 1000);
    require(${JSON.stringify(module)})
      .startPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false })
      .then(() => console.log('started ' + JSON.stringify(started) + '.'));`);
  await owner.says('].');
  const numbers = /started (.*)\./.exec(owner.output())?.[1] ?? '';
  const [postmaster, watchdog] = JSON.parse(numbers) as [number, number];
  return { pid: owner.pid, postmaster, watchdog };
}

function lives(pid: number): boolean {
  return processIdentity(pid) !== null;
}
