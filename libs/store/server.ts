import { openDatabase } from './open-database';
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
 * Asks the server who it is; needs no table of ours.
 * @throws DatabaseUnavailable
 */
export async function postgresServer(databaseUrl: string): Promise<PostgresServer> {
  const database = await openDatabase({
    databaseUrl,
    poolSize: 1,
    applicationName: 'hemgang-server-version',
  });
  try {
    const [server] = await database.run(VERSION, []);
    if (server === undefined) throw new Error('A server always has a version.');
    return server;
  } finally {
    await database.close();
  }
}
