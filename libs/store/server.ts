import type { DatabaseUrls } from '@hemgang/config';
import { openDatabases } from './databases';
import { roleFaults, type RoleFault } from './role-faults';
import type { Statement } from './statement';

/** `nulls not distinct` in our tables came with 15; BullMQ alone is content with 13. */
export const POSTGRES_MAJOR_MIN = 15;

/** The server behind the address. */
export interface PostgresServer {
  /** As it says itself: `18.4 (Debian 18.4-1)`. */
  readonly version: string;
  readonly major: number;
}

const VERSION: Statement<PostgresServer> = {
  name: 'server-version',
  text: `
    select current_setting('server_version') as version,
           current_setting('server_version_num')::int / 10000 as major`,
};

/**
 * Asks the server who it is, and as whom it lets us in; needs no table of ours.
 * @throws DatabaseUnavailable, ShutOut
 */
export async function examineServer(
  urls: DatabaseUrls,
): Promise<{ readonly server: PostgresServer; readonly faults: readonly RoleFault[] }> {
  const databases = await openDatabases({
    databases: urls,
    poolSize: 1,
    applicationName: 'hemgang-server-version',
  });
  try {
    const [server] = await databases.works.run(VERSION, []);
    if (server === undefined) throw new Error('A server always has a version.');
    return { server, faults: await roleFaults(databases) };
  } finally {
    await databases.close();
  }
}
