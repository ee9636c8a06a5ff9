import type { DatabaseRole, DatabaseUrls } from '@hemgang/config';
import type { Database } from './database';
import { isShutOut } from './database-unavailable';
import { openDatabase, type DatabaseOptions } from './open-database';

/** The database does not let a role in: it is not there, or its password is another. */
export class ShutOut extends Error {
  constructor(readonly role: DatabaseRole) {
    super(`The database does not let the role for ${role} in.`);
    this.name = 'ShutOut';
  }
}

export interface DatabasesOptions extends Omit<DatabaseOptions, 'databaseUrl'> {
  readonly databases: DatabaseUrls;
}

/**
 * The database three times, each as another role (record 18). Nobody who holds one of them can do
 * what the others are for, whatever statement he runs.
 */
export interface Databases {
  /** Reads for somebody: shows what the reader's unit may see, and takes lines of the access log. */
  readonly reads: Database;
  /** The command writer. */
  readonly writes: Database;
  /** Queue, timers, sessions, seals, directory, and what an operator asks. */
  readonly works: Database;
  /** Waits for running statements and closes all connections. */
  close(): Promise<void>;
}

/**
 * Opens the three pools. A connection is made when it is first needed.
 * @param options `poolSize` counts for each of them
 * @throws DatabaseUnavailable, DatabaseNotTrusted, ShutOut
 */
export async function openDatabases(options: DatabasesOptions): Promise<Databases> {
  const { databases: urls, ...rest } = options;
  const opened: Database[] = [];
  // The network has swallowed the connections of all three pools, not of one.
  const onSilence = () => opened.forEach((each) => each.dropIdle());
  const open = (role: DatabaseRole) =>
    openDatabase({ ...rest, databaseUrl: urls[role] }, onSilence).catch((error: unknown) => {
      throw isShutOut(error) ? new ShutOut(role) : error;
    });
  const opening = [open('reads'), open('writes'), open('works')] as const;
  try {
    const [reads, writes, works] = await Promise.all(opening);
    opened.push(reads, writes, works);
    return {
      ...{ reads, writes, works },
      close: async () => void (await Promise.all([reads.close(), writes.close(), works.close()])),
    };
  } catch (error) {
    for (const result of await Promise.allSettled(opening)) {
      if (result.status === 'fulfilled') await result.value.close();
    }
    throw error;
  }
}
