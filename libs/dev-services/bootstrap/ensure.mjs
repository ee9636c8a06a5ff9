// Brings a clean clone to the point where its programs can run. Does nothing when nothing changed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './checkout.mjs';
import { contentHash } from './content-hash.mjs';
import { lock } from './lock.mjs';
import { runNode, runProgram } from './run.mjs';

/** TypeORM 1.1 and the loading of NestJS 12 by `require` need it. */
const NODE_MIN = [20, 19];

/**
 * Takes the versions of the lock file and leaves that file alone, as `npm ci` does, but keeps what
 * is already right in node_modules, and accepts a registry or lock file that lacks the optional
 * packages of other systems, where `npm ci` refuses. NODE_ENV=production would leave out the
 * compiler.
 */
const INSTALL = [
  'install',
  '--no-save',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

/** Installs the packages when what npm noted in node_modules is not what the lock file asks for. */
export async function ensureInstalled() {
  checkNode();
  if (isInstalled()) return;
  await exclusively('install', async () => {
    if (isInstalled()) return;
    say('Installing packages (a few minutes the first time) …');
    const npm = process.env.npm_execpath;
    const code = npm?.endsWith('npm-cli.js')
      ? await runNode([npm, ...INSTALL], { stdout: 2 })
      : await runProgram('npm', INSTALL, { stdout: 2 });
    if (code !== 0) throw new Failure('npm could not install the packages; see above.', code);
  });
}

/** Compiles the server programs and the web app when their sources changed. */
export async function ensureBuilt() {
  await exclusively('build', async () => {
    await ensure({
      what: 'server programs',
      sources: [...serverFolders, ...compilerFiles],
      stamp: 'dist/.built-from',
      build: async () => (await compile()) || (await look()) || bundle(),
    });
    if (!existsSync(join(root, 'apps/web/vite.config.mts'))) return;
    await ensure({
      what: 'web app',
      sources: ['apps/web', 'workflows', 'libs/engine', 'libs/kernel', ...compilerFiles],
      stamp: 'apps/web/dist/.built-from',
      build: () =>
        runNode([join(root, 'node_modules/vite/bin/vite.js'), 'build'], {
          stdout: 2,
          cwd: join(root, 'apps/web'),
        }),
    });
  });
}

function compile() {
  return runNode(['node_modules/@nestjs/cli/bin/nest.js', 'build'], { stdout: 2 });
}

/** Fails when a workflow is not sound; no start of a program looks again. */
function look() {
  return runNode(['dist/libs/cases/look.js'], { stdout: 2 });
}

function bundle() {
  return runNode(['libs/dev-services/bootstrap/bundle.mjs'], { stdout: 2 });
}

/** As `include` of tsconfig.build.json. */
const serverFolders = [
  'apps/api',
  'apps/worker',
  'apps/cli',
  'apps/dev-idp',
  'libs',
  'workflows',
  'test/bench',
];
const compilerFiles = [
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
  'package-lock.json',
];

/**
 * The stamp lies in the output and dies with it: `nest build` and vite empty their folder first. It
 * is written last and holds the sources as they were before, so a change meanwhile builds again.
 */
async function ensure({ what, sources, stamp, build }) {
  const file = join(root, stamp);
  const hash = contentHash(root, sources);
  if (existsSync(file) && readFileSync(file, 'utf8') === hash) return;
  say(`Building the ${what} …`);
  const code = await build();
  if (code !== 0) throw new Failure(`Building the ${what} failed.`, code);
  writeFileSync(file, hash);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [majorMin, minorMin] = NODE_MIN;
  if (major > majorMin || (major === majorMin && minor >= minorMin)) return;
  throw new Failure(
    `Hemgång needs Node ${NODE_MIN.join('.')} or later; this is ${process.versions.node}.`,
    1,
  );
}

/**
 * npm's own record in node_modules, written when an install is complete, must hold every package
 * of the lock file in its version. Optional ones may be missing: they are for other systems.
 */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, wanted]) =>
      path === '' ||
      (installed[path] ? installed[path].version === wanted.version : wanted.optional),
  );
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** The checks need what is installed and wait for no build. */
async function exclusively(what, work) {
  const release = await lock(what, (pid) => say(`Waiting for process ${pid}: ${what} …`));
  try {
    await work();
  } finally {
    release();
  }
}

/** Something went wrong that has been explained in words; a stack trace would hide them. */
export class Failure extends Error {
  constructor(message, exitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Runs a program's main function and ends the process with the exit code it gives. */
export async function main(run) {
  try {
    process.exit(await run());
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(error.message);
    process.exit(error.exitCode);
  }
}
