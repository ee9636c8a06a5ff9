// `npm run check`: everything that can be said about the code without running it. All steps run, so
// that one round shows everything; the exit code is not 0 when any of them failed.
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './checkout.mjs';
import { ensureInstalled, main } from './ensure.mjs';
import { runNode } from './run.mjs';

const webConfig = 'apps/web/tsconfig.json';

const steps = {
  formatting: ['oxfmt/bin/oxfmt', '--check', '.'],
  eslint: ['eslint/bin/eslint.js', '.'],
  types: ['typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
  ...(existsSync(join(root, webConfig))
    ? { 'types of the web app': ['typescript/bin/tsc', '--noEmit', '-p', webConfig] }
    : {}),
  'import boundaries': [
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    ...['apps', 'libs', 'workflows', 'test'].filter((folder) => existsSync(join(root, folder))),
  ],
  'unused code': ['knip/bin/knip.js'],
};

/** The longest of them has a processor to itself; the others follow each other on another. */
const lanes = [['eslint'], Object.keys(steps).filter((name) => name !== 'eslint')];

await main(async () => {
  await ensureInstalled();
  const failed = (await Promise.all(lanes.map(checkEach))).flat();
  console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});

/** One after another; what each has said is shown when it has ended. Gives the names of the failed. */
async function checkEach(names) {
  const failed = [];
  for (const name of names) {
    const { code, said } = await check(...steps[name]);
    console.log(`── ${name}\n${said}`);
    if (code !== 0) failed.push(name);
  }
  return failed;
}

async function check(program, ...args) {
  const folder = mkdtempSync(join(tmpdir(), 'hemgang-check-'));
  const file = join(folder, 'said');
  const said = openSync(file, 'w');
  try {
    const output = { stdout: said, stderr: said };
    const code = await runNode([join('node_modules', program), ...args], output);
    return { code, said: readFileSync(file, 'utf8') };
  } finally {
    closeSync(said);
    rmSync(folder, { recursive: true });
  }
}
