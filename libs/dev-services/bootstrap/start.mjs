// `npm start`: installs and builds what is missing, then serves until Ctrl-C.
import { ensureBuilt, ensureInstalled, main } from './ensure.mjs';
import { runAlone } from './run-alone.mjs';

await main(() =>
  runAlone(async () => {
    await ensureInstalled();
    await ensureBuilt();
    const { supervise } = await import('../../../dist/libs/dev-services/index.js');
    return supervise();
  }),
);
