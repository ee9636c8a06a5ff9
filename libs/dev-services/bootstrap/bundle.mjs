// The last step of the build: each program of ours, with what it uses of others, becomes one file
// in dist/programs. Two thousand files that Node seeks, reads and compiles one by one are most of
// what a start costs.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'rolldown';
import { root } from './checkout.mjs';
import { runNode } from './run.mjs';

const FOLDER = join(root, 'dist/programs');

/** With words that make a program load all that it has, say something and end. */
const PROGRAMS = { api: [], worker: [], 'dev-idp': [], cli: ['help'] };

/** A process must have one copy of these, also where somebody loads them before the program. */
const APART = ['pg', 'bullmq', 'ioredis'];

/** Packages that others would use where they are installed, which they are not. */
const UNINSTALLED = 'UNRESOLVED_IMPORT';
/** A package that must run everywhere writes functions of its own. */
const WRITES_CODE = 'EVAL';

await Promise.all(Object.keys(PROGRAMS).map(bundle));
// A verdict on the workflows lies beside the code that it is about.
copyFileSync(join(root, 'dist/libs/cases/looked-at.json'), join(FOLDER, 'looked-at.json'));
await Promise.all(Object.entries(PROGRAMS).map(compile));

async function bundle(name) {
  mkdirSync(FOLDER, { recursive: true });
  await build({
    cwd: root,
    input: `dist/apps/${name}/main.js`,
    platform: 'node',
    external: (id) =>
      builtinModules.includes(id) || APART.some((each) => id === each || id.startsWith(`${each}/`)),
    output: { file: join(FOLDER, `${name}.code.js`), format: 'cjs', codeSplitting: false },
    onLog: (level, log, report) => {
      if (log.code !== UNINSTALLED && log.code !== WRITES_CODE) report(level, log);
    },
  });
}

/** Leaves what V8 has made of the code beside it; without settings a program only says what it lacks. */
async function compile([name, words]) {
  const program = join(FOLDER, `${name}.js`);
  copyFileSync(join(root, 'libs/dev-services/bootstrap/program.cjs'), program);
  const output = { stdout: 'ignore', stderr: 'ignore' };
  const env = { PATH: process.env.PATH, HEMGANG_KEEP_COMPILED: '1' };
  await runNode([program, ...words], { ...output, env });
  if (!existsSync(join(FOLDER, `${name}.compiled`))) throw new Error(`${name} does not start`);
}
