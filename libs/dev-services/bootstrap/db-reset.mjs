// `npm run db:reset [-- --yes]`: removes the embedded database of this checkout; the next
// `npm start` makes and seeds a new one. Never touches a database that DATABASE_URL names.
import { join } from 'node:path';
import { ownFolder, say } from './checkout.mjs';
import { ensureBuilt, ensureInstalled, Failure, main } from './ensure.mjs';
import { runAlone } from './run-alone.mjs';

await main(() =>
  runAlone(async () => {
    if (process.env.DATABASE_URL !== undefined && !process.argv.includes('--yes')) {
      throw new Failure(
        'DATABASE_URL is set, but only the embedded database of this folder would be removed. ' +
          'Say so with: npm run db:reset -- --yes',
        2,
      );
    }
    await ensureInstalled();
    await ensureBuilt();
    const { removePostgres } = await import('../../../dist/libs/dev-services/index.js');
    await removePostgres(join(ownFolder, 'postgres'));
    say('The embedded database is removed.');
    return 0;
  }),
);
