// `npm run build`
import { ensureBuilt, ensureInstalled, main } from './ensure.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  return 0;
});
