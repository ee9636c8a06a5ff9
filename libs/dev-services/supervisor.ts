import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { derivedUrls, settingsOf } from '@hemgang/config';
import { keepRunning, type AppProcess } from './app-process';
import { checkoutRoot } from './checkout';
import { runCli } from './cli-run';
import { writeConnectionFile } from './connection-file';
import { devIssuer } from './dev-issuer';
import { startDemoPost } from './demo-post';
import { demoUserLines } from './demo-users';
import { lastingPostgres } from './lasting-postgres';
import { whyPortUnusable } from './port-check';
import { buildIn, notePreparation, preparedBy } from './preparation';
import { untilReady } from './readiness';
import { sealing } from './sealing';
import { stopSignal } from './stop-signal';

/** What `npm start` and `npm run dev` may set. */
export interface SupervisorOptions {
  /** Folder whose `dist/programs` are run and whose `.hemgang` holds the data; this checkout if unset. */
  root?: string;
  /** Gets a function that restarts the apps after a new build. */
  onAppsStarted?: (restartApps: () => Promise<void>) => void;
}

/** Something the person at the terminal can mend; shown without a stack trace. */
class StartRefused extends Error {}

const PORT_DEFAULT = 3000;
const PORT_MAX = 65_535;

/**
 * Runs Hemgång on this machine until it is told to stop, and gives the exit code: 0 after a stop
 * that was asked for, 1 when it could not start. Starts the embedded database (unless DATABASE_URL
 * names another), migrates and seeds it, then the API and the worker; ends them in reverse order.
 * Reads DATABASE_URL, PORT and HEMGANG_MODE from the environment, which also reaches the apps.
 */
export async function supervise(options: SupervisorOptions = {}): Promise<number> {
  // A reader of our output that goes away (`npm start | head`) must not take us down.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const stopping = stopSignal();
  const endings: Endings = { users: [], database: [] };
  try {
    await serve({ root: options.root ?? checkoutRoot(), ...options, stopping, endings });
    return 0;
  } catch (error) {
    if (stopping.aborted) return 0;
    say(error instanceof StartRefused ? error.message : String(error));
    return 1;
  } finally {
    await Promise.all(endings.users.map((end) => end()));
    for (const end of endings.database) await end();
  }
}

/** What is to be done when we end: first all that use the database, at once, then the database. */
interface Endings {
  users: (() => Promise<void>)[];
  database: (() => void | Promise<void>)[];
}

/** What every step of a start needs. */
interface Start extends SupervisorOptions {
  root: string;
  stopping: AbortSignal;
  endings: Endings;
}

/** Starts everything in order and returns when `stopping` aborts. */
async function serve(start: Start): Promise<void> {
  const { root, stopping } = start;
  const port = await usablePort();
  const address = `http://localhost:${port}`;
  mkdirSync(join(root, '.hemgang', 'log'), { recursive: true });

  const mode = process.env['HEMGANG_MODE'] ?? 'demo';
  const own = process.env['DATABASE_URL'];
  const databaseUrl = own ?? (await startDatabase(start, mode));
  const env = {
    ...(mode === 'demo' ? sealing(join(root, '.hemgang')) : {}),
    ...process.env,
    ...(await ownIssuer(root, mode, address)),
    ...(mode === 'demo' ? await demoPost(start) : {}),
    DATABASE_URL: databaseUrl,
    // The roles of our own database are made by its migration, whatever the mode.
    ...(own === undefined ? settingsOf(derivedUrls(databaseUrl)) : {}),
    HEMGANG_MODE: mode,
    PORT: `${port}`,
  };
  if (own === undefined) await prepareOurs(start, env, databaseUrl, mode);
  // A database of one's own is migrated by hand, when its owner chooses to.
  else await seedWhatIsNeeded(start, env, mode);

  await startApps(start, env, address);
  say(`\nHemgång is running: ${address}`);
  if (mode === 'demo') {
    for (const line of await demoUserLines(address)) say(line);
    const rest = seedTheRest(start, env);
    start.endings.users.push(() => rest);
  }
  say('Stop with Ctrl-C.\n');
  await aborted(stopping);
  say('Stopping …');
}

async function usablePort(): Promise<number> {
  const port = Number(process.env['PORT'] ?? PORT_DEFAULT);
  if (!Number.isInteger(port) || port < 1 || port > PORT_MAX) {
    throw new StartRefused(`PORT must be a number from 1 to ${PORT_MAX}.`);
  }
  const problem = await whyPortUnusable(port);
  if (problem !== null) throw new StartRefused(problem);
  return port;
}

/** In a demo that names no issuers one signs in at an identity provider of our own, too. */
async function ownIssuer(root: string, mode: string, address: string): Promise<NodeJS.ProcessEnv> {
  const isWanted = mode === 'demo' && process.env['ISSUERS_FILE'] === undefined;
  return isWanted && existsSync(devIdp(root)) ? devIssuer(join(root, '.hemgang'), address) : {};
}

/** In a demo that names no mail server nothing leaves this machine. */
async function demoPost({ root, endings }: Start): Promise<NodeJS.ProcessEnv> {
  if (process.env['SMTP_URL'] !== undefined) return {};
  const post = await startDemoPost(join(root, '.hemgang'));
  endings.database.push(() => post.stop());
  say(`E-mail and SMS of this demo end up in ${post.folder}`);
  return post.env;
}

function devIdp(root: string): string {
  return join(root, 'dist/programs/dev-idp.js');
}

async function startDatabase({ root, endings }: Start, mode: string): Promise<string> {
  const ownFolder = join(root, '.hemgang');
  say('Starting the database …');
  const dataDir = join(ownFolder, 'postgres');
  const postgres = await lastingPostgres({ dataDir, durable: true, log: say });
  endings.database.push(() => postgres.stop());
  const roles = settingsOf(derivedUrls(postgres.url));
  endings.database.unshift(writeConnectionFile(ownFolder, { url: postgres.url, mode, roles }));
  return postgres.url;
}

/**
 * Migrates and seeds our database. What a build has prepared it need not prepare again at its next
 * start: that would load the whole program twice to find nothing to do. The API and the worker
 * look for themselves whether the tables are those they need.
 */
async function prepareOurs(
  start: Start,
  env: NodeJS.ProcessEnv,
  databaseUrl: string,
  mode: string,
): Promise<void> {
  const build = buildIn(start.root);
  const preparation = `${mode} ${build}`;
  if (build !== null && (await preparedBy(databaseUrl)) === preparation) return;
  await runOrRefuse(start, env, ['migrate']);
  await seedWhatIsNeeded(start, env, mode);
  if (build !== null) await notePreparation(databaseUrl, preparation);
}

async function seedWhatIsNeeded(start: Start, env: NodeJS.ProcessEnv, mode: string): Promise<void> {
  if (mode === 'demo') await runOrRefuse(start, env, ['seed', '--until-ready']);
}

async function runOrRefuse(start: Start, env: NodeJS.ProcessEnv, args: string[]): Promise<void> {
  const code = await runHemgang(start, env, args, false);
  start.stopping.throwIfAborted();
  if (code !== 0) throw new StartRefused(`hemgang ${args.join(' ')} failed; see above.`);
}

async function seedTheRest(start: Start, env: NodeJS.ProcessEnv): Promise<void> {
  const code = await runHemgang(start, env, ['seed', '--rest'], true);
  if (code !== 0 && !start.stopping.aborted) {
    say('Seeding the rest of the county failed; it is taken up again at the next start.');
  }
}

function runHemgang(
  { root, stopping }: Start,
  env: NodeJS.ProcessEnv,
  args: string[],
  lowPriority: boolean,
): Promise<number | null> {
  return runCli({
    start: { args: [join(root, 'dist/programs/cli.js'), ...args], cwd: root, env },
    onLine: say,
    lowPriority,
    stopping,
  });
}

/** Starts API and worker and waits until the API is ready; from then on they are kept running. */
async function startApps(start: Start, env: NodeJS.ProcessEnv, address: string): Promise<void> {
  const { root, stopping, endings, onAppsStarted } = start;
  const failure = new AbortController();
  let hasBeenReady = false;
  const app = (name: string): AppProcess =>
    keepRunning({
      name,
      start: { args: [join(root, 'dist', 'programs', `${name}.js`)], cwd: root, env },
      logFile: join(root, '.hemgang', 'log', `${name}.log`),
      say,
      mayRestart: () => hasBeenReady,
      failed: (message) => failure.abort(new StartRefused(message)),
    });
  say('Starting the API and the worker …');
  const isOurs = process.env['ISSUERS_FILE'] === undefined && env['ISSUERS_FILE'] !== undefined;
  const apps = [app('api'), app('worker'), ...(isOurs ? [app('dev-idp')] : [])];
  const all = async (act: (each: AppProcess) => Promise<void>): Promise<void> => {
    await Promise.all(apps.map(act));
  };
  endings.users.push(() => all((each) => each.stop()));
  try {
    await untilReady(address, AbortSignal.any([stopping, failure.signal]));
  } finally {
    // The reason for giving up, rather than that we gave up.
    failure.signal.throwIfAborted();
  }
  hasBeenReady = true;
  onAppsStarted?.(() => all((each) => each.restart()));
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
}

function say(message: string): void {
  console.log(message);
}
