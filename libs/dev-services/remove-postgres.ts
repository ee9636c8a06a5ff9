import { rmSync } from 'node:fs';
import { PostgresInUse } from './embedded-postgres';
import { postgresAccount } from './postgres-account';
import { stopLeftover } from './postgres-leftover';
import { postgresPlace } from './postgres-place';

/**
 * Removes an embedded server's files with all data, wherever they lie. Throws `PostgresInUse` when
 * a living process owns them.
 */
export async function removePostgres(dataDir: string): Promise<void> {
  const place = postgresPlace(dataDir, postgresAccount());
  const ownerPid = await stopLeftover(place, () => undefined);
  if (ownerPid !== null) throw new PostgresInUse(ownerPid);
  rmSync(place.folder, { recursive: true, force: true });
  rmSync(`${dataDir}-data`, { force: true });
}
