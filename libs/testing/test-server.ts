/** Name under which jest's global set-up leaves the server for the global tear-down. */
export const TEST_SERVER = '__hemgangTestServer';

/** The database server of one jest run. */
export interface TestServer {
  url: string;
  /** Name of the migrated database that every test database is copied from. */
  template: string;
  /** Folder to remove at the end; null when the server is not ours. */
  folder: string | null;
  stop(): Promise<void>;
}

declare global {
  var __hemgangTestServer: TestServer | undefined;
}
