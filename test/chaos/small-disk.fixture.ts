import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { query } from '@hemgang/testing';

/** A cluster, the log that it keeps and some hundred commands. */
const SIZE_MB = 256;

const MB = 1024 * 1024;

/** Nothing more can be written, until there is room again. */
export interface SmallDisk {
  /** How it is made full: `tmpfs`, a real one, or `simulated` where only root could mount one. */
  readonly kind: 'tmpfs' | 'simulated';
  /** Where a server's files may lie; a folder of the server's own choice when undefined. */
  readonly folder: string | undefined;
  fill(databaseUrl: string): Promise<void>;
  free(databaseUrl: string): Promise<void>;
  remove(): void;
}

/** A disk that can be made full. */
export function smallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'hemgang-small-disk-'));
  const words = ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'tmpfs', folder];
  if (spawnSync('mount', words).status === 0) return mounted(folder);
  rmSync(folder, { recursive: true });
  return simulated;
}

function mounted(folder: string): SmallDisk {
  const filler = join(folder, 'filler');
  return {
    kind: 'tmpfs',
    folder,
    fill: () => {
      const file = openSync(filler, 'w');
      for (let size = MB; size >= 1; size = Math.floor(size / 2)) writeUntilFull(file, size);
      closeSync(file);
      return Promise.resolve();
    },
    free: () => {
      rmSync(filler);
      return Promise.resolve();
    },
    remove: () => {
      spawnSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeUntilFull(file: number, size: number): void {
  const chunk = Buffer.alloc(size);
  try {
    while (writeSync(file, chunk) === size);
  } catch {
    // Full, for chunks of this size.
  }
}

/** What PostgreSQL says when the disk is full, said by a trigger. */
const REFUSE = `
  create function disk_is_full() returns trigger language plpgsql as $$
  begin
    raise exception using errcode = '53100', message = 'could not extend file';
  end $$;
  create trigger full_disk before insert on events for each row execute function disk_is_full()`;

const simulated: SmallDisk = {
  kind: 'simulated',
  folder: undefined,
  fill: async (databaseUrl) => void (await query(databaseUrl, REFUSE)),
  free: async (databaseUrl) =>
    void (await query(databaseUrl, 'drop function disk_is_full() cascade')),
  remove: () => undefined,
};
