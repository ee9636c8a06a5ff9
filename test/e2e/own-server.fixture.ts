import { chmodSync, chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openService } from '@hemgang/cases';
import { settingsOf, type DatabaseUrls } from '@hemgang/config';
import { startPostgres, type RunningPostgres } from '@hemgang/dev-services';
import { query, registryInUse } from '@hemgang/testing';
import { Client } from 'pg';
import { hemgang, type Ran } from '../cli/run';

/** Who an installation's programs sign in as, with passwords that somebody has thought of. */
export function rolesAt(ownerUrl: string): DatabaseUrls {
  const as = (name: string, password: string): string => {
    const url = new URL(ownerUrl);
    url.username = name;
    url.password = password;
    return url.href;
  };
  return {
    reads: as('hemgang_reads', 'readspassword'),
    writes: as('hemgang_writes', 'writespassword'),
    works: as('hemgang_works', 'workspassword'),
  };
}

/**
 * A PostgreSQL server of the suite's own, because roles and certificates belong to a whole server
 * and other suites work on the common one.
 */
export class OwnServer {
  private constructor(
    private readonly folder: string,
    private readonly server: RunningPostgres,
  ) {}

  static async start(): Promise<OwnServer> {
    const folder = mkdtempSync(join(tmpdir(), 'hemgang-own-'));
    chmodSync(folder, 0o755);
    const server = await startPostgres({ dataDir: join(folder, 'server'), durable: false });
    return new OwnServer(folder, server);
  }

  /** Of the owner of the tables, who is no superuser. */
  get ownerUrl(): string {
    return this.server.url;
  }

  /** `hemgang migrate` as an operator runs it in production. */
  migrate(urls: DatabaseUrls, env: Readonly<Record<string, string>> = {}): Promise<Ran> {
    const more = { ...settingsOf(urls), ...env };
    return hemgang(['migrate', '--lang', 'en'], this.ownerUrl, { mode: 'production', env: more });
  }

  async asSuperuser(...statements: readonly string[]): Promise<void> {
    await this.superuser(async (client) => {
      for (const text of statements) await client.query(text);
    });
  }

  /** In the database of the tables, as their owner. */
  async asTablesOwner(...statements: readonly string[]): Promise<void> {
    for (const text of statements) await query(this.ownerUrl, text);
  }

  /** The first row of a superuser's question. */
  async first<Row extends object>(text: string): Promise<Row> {
    const rows = await this.superuser(async (client) => (await client.query<Row>(text)).rows);
    if (rows[0] === undefined) throw new Error('The question gives no row.');
    return rows[0];
  }

  private async superuser<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
    const url = new URL(this.server.url);
    url.username = 'postgres';
    const client = new Client({ connectionString: url.href });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** A file that the server's account alone may read. @returns its path */
  keep(name: string, text: string): string {
    const path = join(this.folder, 'server', name);
    writeFileSync(path, text, { mode: 0o600 });
    const { uid, gid } = statSync(join(this.folder, 'server', 'data'));
    chownSync(path, uid, gid);
    return path;
  }

  async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Opens what every program opens at its start in production. @throws as it does */
export function inProduction(databases: DatabaseUrls) {
  return openService(
    {
      ...{ databases, mode: 'production', poolSize: 2 },
      ...{ applicationName: 'hemgang-test', warn: () => undefined },
    },
    registryInUse(),
  );
}
