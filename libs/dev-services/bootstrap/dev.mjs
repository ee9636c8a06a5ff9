// `npm run dev`: as `npm start`, but builds again whenever a source changes and restarts the API
// and the worker. A change of libs/dev-services itself needs a new `npm run dev`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root, say } from './checkout.mjs';
import { ensureBuilt, ensureInstalled, main } from './ensure.mjs';
import { runAlone } from './run-alone.mjs';

/** What the compiler says after every round. */
const ROUND_ENDED = /Found (\d+) errors?\. Watching for file changes/;

await main(() =>
  runAlone(async () => {
    await ensureInstalled();
    await ensureBuilt();
    const { startGroup, supervise } = await import('../../../dist/libs/dev-services/index.js');
    let compiled = () => undefined;
    const firstRound = new Promise((resolve) => (compiled = resolve));
    const watchers = [watchServer(startGroup, () => compiled())];
    if (existsSync(join(root, 'apps/web/vite.config.mts'))) watchers.push(watchWeb(startGroup));
    // The compiler empties dist/ before its first round.
    await firstRound;
    const code = await supervise({ onAppsStarted: (restartApps) => (compiled = restartApps) });
    await Promise.all(watchers.map((watcher) => watcher.stop()));
    return code;
  }),
);

function watchServer(startGroup, onCompiled) {
  const watcher = startGroup({
    args: ['node_modules/@nestjs/cli/bin/nest.js', 'build', '--watch'],
    cwd: root,
    env: process.env,
    output: ['pipe', 2],
  });
  createInterface({ input: watcher.stdout }).on('line', (line) => {
    say(line);
    if (ROUND_ENDED.exec(line)?.[1] === '0') onCompiled();
  });
  return watcher;
}

function watchWeb(startGroup) {
  return startGroup({
    args: [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--watch'],
    cwd: join(root, 'apps/web'),
    env: process.env,
    output: [2, 2],
  });
}
