// `npm run screenshots`: takes the pictures of docs/screens/ in the installed Chromium.
import { join } from 'node:path';
import { root } from './checkout.mjs';
import { ensureBuilt, ensureInstalled, main } from './ensure.mjs';
import { runNode } from './run.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  return runNode([jest, '--testMatch', '**/test/browser/screens/screenshots.pictures.ts']);
});
