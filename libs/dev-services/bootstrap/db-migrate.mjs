// `npm run db:migrate`: brings the database to what this code expects: the one DATABASE_URL names,
// or the embedded one, whether Hemgång runs or not.
import { join } from 'node:path';
import { ownFolder } from './checkout.mjs';
import { runningEnvironment } from './connection.mjs';
import { ensureBuilt, ensureInstalled, main } from './ensure.mjs';
import { runAlone } from './run-alone.mjs';
import { runNode } from './run.mjs';

await main(async () => {
  const running = process.env.DATABASE_URL === undefined ? runningEnvironment() : null;
  // What runs is built; building again would empty dist/ under it.
  if (running !== null) return migrate(running);
  await ensureInstalled();
  await ensureBuilt();
  return process.env.DATABASE_URL === undefined ? runAlone(migrateEmbedded) : migrate({});
});

async function migrateEmbedded() {
  const { startPostgres } = await import('../../../dist/libs/dev-services/index.js');
  const dataDir = join(ownFolder, 'postgres');
  const { url, stop } = await startPostgres({ dataDir, durable: true });
  try {
    return await migrate({ DATABASE_URL: url });
  } finally {
    await stop();
  }
}

function migrate(environment) {
  // Of a checkout: what a demo derives is made. An installation migrates from its image.
  const env = { HEMGANG_MODE: 'demo', ...process.env, ...environment };
  return runNode(['dist/programs/cli.js', 'migrate'], { env });
}
