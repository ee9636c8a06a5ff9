// `npm run bench [-- arguments]`: measures speed, which tests never assert.
import { ensureBuilt, ensureInstalled, main } from './ensure.mjs';
import { runNode } from './run.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  return runNode(['dist/test/bench/main.js', ...process.argv.slice(2)]);
});
