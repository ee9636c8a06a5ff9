import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { derivedUrls, settingsOf } from '@hemgang/config';
import { freePort, waitUntil } from '@hemgang/dev-services';
import { emptyDatabase, query, testDatabase, type TestDatabase } from '@hemgang/testing';
import { Client } from 'pg';

type App = 'api' | 'worker' | 'dev-idp';

/** A start takes a second or two; cores that others use make it several. */
const WITHIN_MS = 30_000;

/** The one who stops us kills after this. */
const STOPPED_WITHIN_MS = 3_000;

jest.setTimeout(3 * WITHIN_MS);

/** The built API, or worker, in a process of its own. */
class Program {
  private said = '';
  readonly ended: Promise<number | null>;

  constructor(env: Record<string, string>, app: App = 'api') {
    const main = join(__dirname, '../../dist/programs', `${app}.js`);
    const child = spawn(process.execPath, [main], {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const out of [child.stdout, child.stderr]) {
      out.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    }
    this.ended = once(child, 'exit').then(([code]) => code as number | null);
    this.kill = (signal) => child.kill(signal);
  }

  readonly kill: (signal: NodeJS.Signals) => boolean;

  output(): string {
    return this.said;
  }

  async says(text: string): Promise<void> {
    const hasSaid = await waitUntil(() => this.said.includes(text), WITHIN_MS);
    if (!hasSaid) throw new Error(`never said "${text}", but:\n${this.said}`);
  }
}

/** Keeps everybody from the table of sessions, so that a request hangs. */
class SessionsLock {
  private constructor(
    private readonly client: Client,
    private readonly url: string,
  ) {}

  static async on(url: string): Promise<SessionsLock> {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query('begin');
    await client.query('lock table sessions in access exclusive mode');
    return new SessionsLock(client, url);
  }

  async untilWaitedFor(): Promise<void> {
    const waiting = `select from pg_locks join pg_database d on d.oid = database
      where not granted and datname = current_database()`;
    const end = performance.now() + WITHIN_MS;
    while ((await query(this.url, waiting)).length === 0) {
      if (performance.now() > end) throw new Error('nobody waits');
    }
  }

  async release(): Promise<void> {
    await this.client.query('rollback');
    await this.client.end();
  }
}

describe.each(['api', 'worker'] as const)('the %s refuses to start', (app) => {
  async function words(env: Record<string, string>): Promise<string> {
    const program = new Program(env, app);
    expect(await program.ended).toBe(1);
    return program.output();
  }

  it('with settings that are wrong, and names all of them at once', async () => {
    const said = await words({
      HEMGANG_MODE: 'test',
      DATABASE_URL: 'mysql://u:hemligt@h',
      PORT: 'x',
    });
    expect(said.trim().split('\n')).toEqual([
      'HEMGANG_MODE must be demo or production.',
      expect.stringMatching(/^DATABASE_URL must be /),
      expect.stringMatching(/^PORT must be /),
    ]);
    expect(said).not.toContain('hemligt');
  });

  const settings = (url: string) => ({
    HEMGANG_MODE: 'production',
    ...settingsOf(derivedUrls(url)),
    PORT: '1',
    SECURITY_CONTACT: 'mailto:sakerhet@example.se',
  });

  it('in production over a network that anybody can listen to', async () => {
    const said = await words(settings('postgres://u:hemligt@db.example.se/h'));
    expect(said).toContain('DATABASE_READS_URL must say sslmode=verify-full in production');
    expect(said).not.toContain('hemligt');
  });

  it('without its database', async () => {
    const url = `postgres://u:hemligt@127.0.0.1:${await freePort()}/h`;
    expect(await words(settings(url))).toMatch(
      /^The database (cannot be reached at its addresses \(DATABASE_…_URL\)|is not available)\.\n$/,
    );
  });

  async function onDatabase(make: () => Promise<TestDatabase>, change?: string): Promise<string> {
    const { url, drop } = await make();
    if (change !== undefined) await query(url, change);
    const said = await words(settings(url));
    await drop();
    return said;
  }

  it('on a database that has never been migrated, and says how to', async () => {
    expect(await onDatabase(emptyDatabase)).toContain('Run: npm run db:migrate');
  });

  it('on a database that is behind, and says how to bring it up', async () => {
    const change = 'delete from migrations where id = (select max(id) from migrations)';
    expect(await onDatabase(testDatabase, change)).toContain('Run: npm run db:migrate');
  });

  it('on a database that is ahead of it', async () => {
    const change = `insert into migrations (timestamp, name)
      values (9999999999999, 'Newer9999999999999')`;
    expect(await onDatabase(testDatabase, change)).toContain('newer version');
  });
});

describe('the API in production', () => {
  it('refuses to start when nobody can be told of a hole', async () => {
    const roles = settingsOf(derivedUrls('postgres://u:p@127.0.0.1/h'));
    const program = new Program({ HEMGANG_MODE: 'production', ...roles });
    expect(await program.ended).toBe(1);
    expect(program.output()).toContain('SECURITY_CONTACT is needed in production');
  });
});

describe('what lets anybody be anybody', () => {
  it('is no identity provider in production', async () => {
    const roles = settingsOf(derivedUrls('postgres://u:p@127.0.0.1/h'));
    const env = { HEMGANG_MODE: 'production', ...roles };
    const program = new Program(env, 'dev-idp');
    expect(await program.ended).toBe(1);
    expect(program.output()).toContain('it runs in demo mode only');
  });
});

describe('the API on a port that is taken', () => {
  it('says so', async () => {
    const { url, drop } = await testDatabase();
    const other = createServer();
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const { port } = other.address() as AddressInfo;
    const env = { HEMGANG_MODE: 'demo', DATABASE_URL: url, PORT: String(port) };
    const program = new Program(env);
    expect(await program.ended).toBe(1);
    expect(program.output()).toContain(`Port ${port} is used by another program.`);
    other.close();
    await drop();
  });
});

describe('the API that is told to stop', () => {
  let database: TestDatabase;
  let program: Program;
  let url: string;

  beforeAll(async () => {
    database = await testDatabase();
  });

  beforeEach(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    program = new Program({
      HEMGANG_MODE: 'demo',
      DATABASE_URL: database.url,
      PORT: String(port),
    });
    await program.says('the API listens');
  });

  afterEach(() => program.kill('SIGKILL'));

  afterAll(() => database.drop());

  it.each(['SIGTERM', 'SIGINT'] as const)('by %s ends at once and well', async (signal) => {
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const start = performance.now();
    program.kill(signal);
    expect(await program.ended).toBe(0);
    expect(performance.now() - start).toBeLessThan(STOPPED_WITHIN_MS);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  });

  const askWhoIAm = () =>
    fetch(`${url}/api/v1/me`, { headers: { authorization: 'Bearer x' } }).then(
      ({ status }) => status,
      () => 'cut',
    );

  it('answers what is under way', async () => {
    const lock = await SessionsLock.on(database.url);
    const asked = askWhoIAm();
    await lock.untilWaitedFor();
    program.kill('SIGTERM');
    await program.says('the API stops');
    await lock.release();
    expect(await asked).toBe(401);
    expect(await program.ended).toBe(0);
  });

  it('does not wait for what takes too long, and says that it was cut', async () => {
    const lock = await SessionsLock.on(database.url);
    const asked = askWhoIAm();
    await lock.untilWaitedFor();
    const start = performance.now();
    program.kill('SIGTERM');
    expect(await program.ended).toBe(1);
    expect(performance.now() - start).toBeLessThan(STOPPED_WITHIN_MS);
    expect(await asked).toBe('cut');
    await lock.release();
  });
});
