import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What other commands of this checkout need in order to join a running Hemgång. */
export interface Connection {
  url: string;
  mode: string;
  /** The settings that name the roles of the database. */
  roles: Readonly<Record<string, string>>;
}

/**
 * Tells the commands of this checkout (`npm run hemgang`) where the running embedded database is.
 * It holds passwords, so only its owner may read it. Gives the function that takes it away again.
 */
export function writeConnectionFile(ownFolder: string, connection: Connection): () => void {
  const file = join(ownFolder, 'postgres.json');
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, JSON.stringify(connection), { mode: 0o600 });
  renameSync(unfinished, file);
  return () => rmSync(file, { force: true });
}
