import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastingPostgres, waitUntil } from '@hemgang/dev-services';
import { query } from '@hemgang/testing';

/** How PostgreSQL is told to end: `fast` rolls back and says goodbye, `immediate` is a crash. */
const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

const BACK_WITHIN_MS = 60_000;

/** A PostgreSQL server of a suite's own, as durable as a real one, that is started again when it ends. */
export class OwnServer {
  private constructor(
    private readonly folder: string,
    readonly url: string,
    readonly stop: () => Promise<void>,
  ) {}

  /** @param folder where its files lie; a temporary one when left out */
  static async start(
    folder = mkdtempSync(join(tmpdir(), 'hemgang-own-server-')),
  ): Promise<OwnServer> {
    // As root the server runs under an account that must be able to enter.
    chmodSync(folder, 0o755);
    const log = (): void => undefined;
    const dataDir = join(folder, 'postgres');
    const server = await lastingPostgres({ dataDir, durable: true, log });
    return new OwnServer(folder, server.url, async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    });
  }

  /** Ends it, and settles when its successor answers. */
  async restart(how: keyof typeof SIGNALS): Promise<void> {
    const pid = this.pid();
    process.kill(pid, SIGNALS[how]);
    await waitUntil(() => this.pid() !== pid, BACK_WITHIN_MS);
    await this.untilBack();
  }

  async untilBack(): Promise<void> {
    const isBack = await waitUntil(
      () =>
        query(this.url, 'select 1').then(
          () => true,
          () => false,
        ),
      BACK_WITHIN_MS,
    );
    if (!isBack) throw new Error('the database server did not come back');
  }

  /** Of the process that listens; the first line of its own file, which is missing between two. */
  private pid(): number {
    try {
      const file = join(this.folder, 'postgres', 'data', 'postmaster.pid');
      return Number(readFileSync(file, 'utf8').split('\n')[0]);
    } catch {
      return 0;
    }
  }
}
