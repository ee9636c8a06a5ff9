import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startNode, type NodeProcess } from '../testing/node-process';
import { checkoutRoot } from './checkout';
import { freePort } from './free-port';
import { processIdentity } from './process-identity';
import { waitUntil } from './wait-until';

/** A start with a new database takes 3 s on a quiet machine with two cores. */
const LIMIT_MS = 90_000;
/** Promised by the public contract: everything has ended this soon after a Ctrl-C. */
const STOP_LIMIT_MS = 5_000;

const NOTE_PID = `require('fs').appendFileSync('pids', process.pid + '\\n');`;

/** Stand-ins for the real apps; each notes its process number. */
const API = `${NOTE_PID}
  const users = { items: [
    { id: '1', name: 'Åsa Öberg', unit: { id: 'a', name: 'Avdelning 3' }, roles: ['nurse'] },
    { id: '2', name: 'Bo Ek', unit: { id: 'b', name: 'Hemsjukvården' }, roles: ['nurse', 'manager'] },
  ] };
  require('http').createServer((request, response) => {
    if (request.url === '/crash') process.exit(3);
    response.end(request.url === '/health/ready' ? 'ready' : JSON.stringify(users));
  }).listen(Number(process.env.PORT));`;
const WORKER = `${NOTE_PID} setInterval(() => undefined, 1000);`;
const CLI = `${NOTE_PID}
  console.log('cli ' + process.argv.slice(2).join(' ') + ' ' + process.env.HEMGANG_MODE);
  if (process.argv.includes('--rest')) setInterval(() => undefined, 1000);`;

describe('npm start', () => {
  let root: string;
  let port: number;
  let supervisor: NodeProcess | null = null;

  // One folder for all, so that the database cluster is made once.
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'hemgang-supervisor-spec-'));
    chmodSync(root, 0o755);
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  beforeEach(async () => {
    port = await freePort();
    writeApps({ api: API, worker: WORKER, cli: CLI });
  });

  afterEach(async () => {
    supervisor?.kill('SIGKILL');
    await supervisor?.ended;
    supervisor = null;
    expect(await waitUntil(() => living().length === 0, LIMIT_MS)).toBe(true);
    rmSync(join(root, 'pids'), { force: true });
  }, LIMIT_MS);

  function writeApps(apps: Record<string, string>): void {
    for (const [name, script] of Object.entries(apps)) {
      const file = join(root, 'dist', 'programs', `${name}.js`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, script);
    }
  }

  function start(env: NodeJS.ProcessEnv = {}): NodeProcess {
    const module = join(checkoutRoot(), 'libs', 'dev-services', 'supervisor.ts');
    const script = `require(${JSON.stringify(module)})
      .supervise({ root: ${JSON.stringify(root)} })
      .then((code) => process.exit(code));`;
    supervisor = startNode(script, { PORT: `${port}`, DATABASE_URL: undefined, ...env });
    return supervisor;
  }

  /** Of the apps and of the database server. */
  function startedPids(): number[] {
    const noted = join(root, 'pids');
    const apps = existsSync(noted) ? readFileSync(noted, 'utf8').trim().split('\n') : [];
    const postmaster = join(root, '.hemgang', 'postgres', 'data', 'postmaster.pid');
    const database = existsSync(postmaster) ? readFileSync(postmaster, 'utf8').split('\n')[0] : [];
    return apps.concat(database ?? []).map(Number);
  }

  const living = (): number[] => startedPids().filter((pid) => processIdentity(pid) !== null);

  it(
    'migrates, seeds, serves, and shows the address and users of different roles',
    async () => {
      const running = start();
      await running.says('cli seed --rest demo');
      const words = running.output();
      const order = ['cli migrate demo', 'cli seed --until-ready demo', `http://localhost:${port}`];
      const places = order.map((each) => words.indexOf(each));
      expect(places.every((place) => place >= 0)).toBe(true);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(words).toContain('Åsa Öberg  Avdelning 3 (nurse)');
      expect(words).toContain('Bo Ek      Hemsjukvården (nurse, manager)');
    },
    LIMIT_MS,
  );

  it(
    'neither migrates nor seeds what the same build has prepared; another build does',
    async () => {
      const stamp = join(root, 'dist', '.built-from');
      const prepares = async (env: NodeJS.ProcessEnv = {}): Promise<boolean[]> => {
        const running = start(env);
        await running.says('Stop with Ctrl-C');
        running.kill('SIGINT');
        expect(await running.ended).toBe(0);
        return ['cli migrate', 'cli seed --until-ready'].map((each) =>
          running.output().includes(each),
        );
      };
      try {
        writeFileSync(stamp, 'one');
        expect(await prepares({ HEMGANG_MODE: 'production' })).toEqual([true, false]);
        expect(await prepares()).toEqual([true, true]);
        expect(await prepares()).toEqual([false, false]);
        writeFileSync(stamp, 'two');
        expect(await prepares()).toEqual([true, true]);
      } finally {
        rmSync(stamp);
      }
    },
    LIMIT_MS,
  );

  it(
    'prepares anew after a preparation that failed',
    async () => {
      const stamp = join(root, 'dist', '.built-from');
      writeFileSync(stamp, 'three');
      try {
        writeApps({ cli: `if (process.argv[2] === 'seed') process.exit(1);` });
        expect(await start().ended).toBe(1);
        writeApps({ cli: CLI });
        const again = start();
        await again.says('Stop with Ctrl-C');
        expect(again.output()).toContain('cli migrate demo');
      } finally {
        rmSync(stamp);
      }
    },
    LIMIT_MS,
  );

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends everything within five seconds on %s, with exit code 0',
    async (signal) => {
      const running = start();
      await running.says('Stop with Ctrl-C');
      const pids = startedPids();
      const since = performance.now();
      running.kill(signal);
      expect(await running.ended).toBe(0);
      expect(performance.now() - since).toBeLessThan(STOP_LIMIT_MS);
      expect(pids.length).toBeGreaterThanOrEqual(4);
      expect(living()).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'keeps to the five seconds with apps that do not listen',
    async () => {
      const deaf = `process.on('SIGTERM', () => undefined);`;
      writeApps({ api: deaf + API, worker: deaf + WORKER, cli: deaf + CLI });
      const running = start();
      await running.says('cli seed --rest demo');
      const since = performance.now();
      running.kill('SIGINT');
      expect(await running.ended).toBe(0);
      expect(performance.now() - since).toBeLessThan(STOP_LIMIT_MS);
      expect(living()).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'leaves no process behind when it is killed, and starts again at once',
    async () => {
      const running = start();
      await running.says('Stop with Ctrl-C');
      const pids = startedPids();
      running.kill('SIGKILL');
      await running.ended;
      const again = start();
      await again.says('Stop with Ctrl-C');
      expect(pids.filter((pid) => processIdentity(pid) !== null)).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'starts an app again that dies',
    async () => {
      const running = start();
      await running.says('Stop with Ctrl-C');
      await fetch(`http://localhost:${port}/crash`).catch(() => undefined);
      await running.says('api ended (3); starting it again');
      const answers = async (): Promise<boolean> =>
        (await fetch(`http://localhost:${port}/health/ready`).catch(() => null))?.ok === true;
      expect(await waitUntil(answers, LIMIT_MS)).toBe(true);
    },
    LIMIT_MS,
  );

  it(
    'starts the database server again, on the same address, when it dies',
    async () => {
      const running = start();
      await running.says('Stop with Ctrl-C');
      const address = (): unknown => readFileSync(join(root, '.hemgang', 'postgres.json'), 'utf8');
      const before = address();
      const log = join(root, '.hemgang', 'postgres', 'data', 'postmaster.pid');
      const [pid, , , serverPort] = readFileSync(log, 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
      await running.says('The database server ended; starting it again');
      const isBack = (): boolean => {
        const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
        return lines[0] !== pid && lines[3] === serverPort && lines[7]?.trim() === 'ready';
      };
      expect(await waitUntil(isBack, LIMIT_MS)).toBe(true);
      expect(address()).toBe(before);
    },
    LIMIT_MS,
  );

  it(
    'refuses to start, with the reason, when an app dies before it was ready',
    async () => {
      writeApps({ api: `console.error('PORT is not to my taste'); process.exit(1);` });
      const running = start();
      expect(await running.ended).toBe(1);
      expect(running.output()).toContain('PORT is not to my taste');
      expect(living()).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'refuses to start when the migration fails',
    async () => {
      writeApps({ cli: `console.error('no such table'); process.exit(1);` });
      const running = start();
      expect(await running.ended).toBe(1);
      expect(running.output()).toContain('hemgang migrate failed');
      expect(living()).toEqual([]);
    },
    LIMIT_MS,
  );

  it('says in one sentence that the port is taken, and starts nothing', async () => {
    const other: Server = createServer().listen(port, '127.0.0.1');
    try {
      const running = start();
      expect(await running.ended).toBe(1);
      expect(running.output()).toBe(
        `Port ${port} is already in use. Choose another: PORT=${port + 1} npm start\n`,
      );
      expect(startedPids()).toEqual([]);
    } finally {
      other.close();
    }
  });

  it(
    'neither starts nor migrates a database when DATABASE_URL names one',
    async () => {
      const running = start({ DATABASE_URL: 'postgres://own', HEMGANG_MODE: 'production' });
      await running.says('Stop with Ctrl-C');
      expect(running.output()).not.toContain('cli ');
      expect(running.output()).not.toContain('database');
      // The worker may begin a moment after the API answers.
      expect(await waitUntil(() => startedPids().length >= 2, LIMIT_MS)).toBe(true);
      expect(startedPids()).toHaveLength(2);
    },
    LIMIT_MS,
  );
});
