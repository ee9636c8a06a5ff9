// `npm run db:migrate`: brings the database to what this code expects: the one DATABASE_URL names,
// or the embedded one, whether Hemgång runs or not.
import { join } from 'node:path';
import { ownFolder } from './checkout.mjs';
import { runningEnvironment } from './connection.mjs';
import { ensureBuilt, ensureInstalled, main } from './ensure.mjs';
import { runAlone } from './run-alone.mjs';
import { runNode } from './run.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  if (process.env.DATABASE_URL !== undefined) return migrate({});
  const running = runningEnvironment();
  if (running !== null) return migrate(running);
  return runAlone(async () => {
    const { startPostgres } = await import('../../../dist/libs/dev-services/index.js');
    const dataDir = join(ownFolder, 'postgres');
    const { url, stop } = await startPostgres({ dataDir, durable: true });
    try {
      return await migrate({ DATABASE_URL: url });
    } finally {
      await stop();
    }
  });
});

function migrate(environment) {
  const env = { ...process.env, ...environment };
  return runNode(['dist/apps/cli/main.js', 'migrate'], { env });
}
