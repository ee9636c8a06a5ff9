// `npm run check`: everything that can be said about the code without running it. All steps run, so
// that one round shows everything; the exit code is not 0 when any of them failed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './checkout.mjs';
import { ensureInstalled, main } from './ensure.mjs';
import { runNode } from './run.mjs';

const webConfig = 'apps/web/tsconfig.json';

const steps = {
  prettier: ['prettier/bin/prettier.cjs', '--check', '.'],
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

await main(async () => {
  await ensureInstalled();
  const failed = [];
  for (const [name, [program, ...args]] of Object.entries(steps)) {
    console.log(`── ${name}`);
    const code = await runNode([join('node_modules', program), ...args]);
    if (code !== 0) failed.push(name);
  }
  console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});
