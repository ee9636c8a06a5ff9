import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, waitUntil, type RunningPostgres } from '@hemgang/dev-services';
import { Client } from 'pg';

const ARCHIVED_WITHIN_MS = 30_000;
const OPEN_WITHIN_MS = 30_000;

/**
 * A PostgreSQL server that archives its log, and the way back from its backup. Copying goes as
 * `pg_basebackup` does it, by PostgreSQL's own functions, because npm brings the server alone.
 */
export class DrillServer {
  private constructor(
    private readonly folder: string,
    private server: RunningPostgres,
  ) {}

  static async start(): Promise<DrillServer> {
    const folder = mkdtempSync(join(tmpdir(), 'hemgang-drill-'));
    chmodSync(folder, 0o755);
    const archive = join(folder, 'archive');
    mkdirSync(archive);
    chmodSync(archive, 0o777);
    const dataDir = join(folder, 'first');
    const server = await startPostgres({ dataDir, durable: true });
    const drill = new DrillServer(folder, server);
    await drill.asSuperuser(async (client) => {
      await client.query('alter system set archive_mode = on');
      await client.query(`alter system set archive_command = 'cp %p ${archive}/%f'`);
    });
    await server.stop();
    drill.server = await startPostgres({ dataDir, durable: true });
    return drill;
  }

  get url(): string {
    return this.server.url;
  }

  /** Copies the files of the running server. */
  async backUp(): Promise<void> {
    const from = join(this.folder, 'first');
    const to = join(this.folder, 'second');
    await this.asSuperuser(async (client) => {
      await client.query(`select pg_backup_start('drill', fast => true)`);
      mkdirSync(to);
      // What vanishes meanwhile is told, and is no matter: the log makes up for it.
      spawnSync('cp', ['-a', join(from, 'data'), to]);
      const { rows } = await client.query<{ labelfile: string }>(
        'select labelfile from pg_backup_stop(wait_for_archive => true)',
      );
      const data = join(to, 'data');
      rmSync(join(data, 'postmaster.pid'), { force: true });
      rmSync(join(data, 'pg_wal'), { recursive: true });
      this.giveFolder(join(data, 'pg_wal'));
      this.giveFile(join(data, 'backup_label'), rows[0]?.labelfile ?? '');
    });
    copyFileSync(join(from, 'password'), join(to, 'password'));
    const { uid, gid } = statSync(join(from, 'password'));
    chownSync(join(to, 'password'), uid, gid);
    chmodSync(join(to, 'password'), 0o600);
  }

  /** The present place in the log, when all before it lies in the archive. */
  async archived(): Promise<string> {
    let lsn = '';
    await this.asSuperuser(async (client) => {
      const now = await client.query<{ lsn: string; file: string }>(
        'select pg_current_wal_lsn() as lsn, pg_walfile_name(pg_current_wal_lsn()) as file',
      );
      const { file = '' } = now.rows[0] ?? {};
      lsn = now.rows[0]?.lsn ?? '';
      await client.query('select pg_switch_wal()');
      const isArchived = await waitUntil(async () => {
        const { rows } = await client.query<{ last: string | null }>(
          'select last_archived_wal as last from pg_stat_archiver',
        );
        return (rows[0]?.last ?? '') >= file;
      }, ARCHIVED_WITHIN_MS);
      if (!isArchived) throw new Error('the log was not archived');
    });
    return lsn;
  }

  /** Loses the server with its disk, and starts another from the backup and the log up to `lsn`. */
  async restoreTo(lsn: string): Promise<void> {
    const data = join(this.folder, 'second', 'data');
    const pidFile = join(this.folder, 'first', 'data', 'postmaster.pid');
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGQUIT');
    await this.server.ended;
    rmSync(join(this.folder, 'first'), { recursive: true, force: true });
    appendFileSync(
      join(data, 'postgresql.auto.conf'),
      [
        `restore_command = 'cp ${join(this.folder, 'archive')}/%f %p'`,
        `recovery_target_lsn = '${lsn}'`,
        `recovery_target_action = 'promote'`,
        `archive_mode = off`,
        '',
      ].join('\n'),
    );
    this.giveFile(join(data, 'recovery.signal'), '');
    this.server = await startPostgres({ dataDir: join(this.folder, 'second'), durable: true });
  }

  /** Another database of the same server with all that is in this one. @returns its address */
  async copy(name: string): Promise<string> {
    const at = (database: string): string =>
      Object.assign(new URL(this.url), { pathname: `/${database}` }).href;
    const client = new Client({ connectionString: at('postgres') });
    await client.connect();
    try {
      // It answers before it has come to the end of its recovery.
      const isOpen = await waitUntil(async () => {
        const { rows } = await client.query<{ open: boolean }>(
          'select not pg_is_in_recovery() as open',
        );
        return rows[0]?.open === true;
      }, OPEN_WITHIN_MS);
      if (!isOpen) throw new Error('the server takes no changes');
      const database = new URL(this.url).pathname.slice(1);
      await client.query(`create database ${name} template "${database}"`);
    } finally {
      await client.end();
    }
    return at(name);
  }

  async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** To the server's own account, as everything in its folder. */
  private giveFile(path: string, text: string): void {
    writeFileSync(path, text, { mode: 0o600 });
    this.give(path);
  }

  private giveFolder(path: string): void {
    mkdirSync(path, { mode: 0o700 });
    this.give(path);
  }

  private give(path: string): void {
    const { uid, gid } = statSync(join(path, '..'));
    chownSync(path, uid, gid);
  }

  private async asSuperuser(work: (client: Client) => Promise<void>): Promise<void> {
    const url = new URL(this.server.url);
    url.username = 'postgres';
    const client = new Client({ connectionString: url.href });
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  }
}
