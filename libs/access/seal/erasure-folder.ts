import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CheckpointFolder } from './checkpoint-folder';

const FILE = 'erasures.jsonl';

const erasureOrder = z.strictObject({
  kind: z.literal('erasure-order'),
  id: z.uuid(),
  at: z.iso.datetime(),
  controller: z.string().min(1),
  rule: z.string().min(1),
  decision: z.string().nullable(),
  before: z.iso.datetime(),
  /** The cases and persons whose content goes; none of either: lines of the access log, or staff. */
  cases: z.array(z.uuid()),
  persons: z.array(z.uuid()),
  /** Rows about staff go: assignments that ended before. */
  endedBefore: z.iso.datetime().optional(),
});

/** What is to be erased, as it is kept outside the database: ids and times, nothing about anybody. */
export type ErasureOrder = z.output<typeof erasureOrder>;

/** What the list says, or where it cannot be read; `missing`: the folder is not there. */
export type ReadErasures =
  | { readonly orders: readonly ErasureOrder[] }
  | { readonly fault: 'missing' | 'unreadable'; readonly where: string };

/**
 * Where erasures are kept beside the checkpoints, a file for each controller, so that a database that
 * is restored to a moment before them can be brought to repeat them (record 24).
 */
export class ErasureFolder {
  constructor(private readonly path: string) {}

  /** Written down for good before anything is erased: what is decided survives a crash in between. */
  async append(order: ErasureOrder): Promise<void> {
    const folder = join(this.path, order.controller);
    await mkdir(folder, { recursive: true });
    const file = await open(join(folder, FILE), 'a');
    try {
      await file.write(`${JSON.stringify(order)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /**
   * Every order, of all controllers, in the order in which they were given. A line that cannot be read
   * is a fault of the whole list: what it says must not be passed over.
   */
  async read(): Promise<ReadErasures> {
    const orders: ErasureOrder[] = [];
    let where = this.path;
    try {
      for (const controller of await readdir(this.path)) {
        where = join(this.path, controller, FILE);
        const lines = (await textOf(where)).split('\n');
        for (const [index, line] of lines.entries()) {
          if (line === '') continue;
          where = `${join(this.path, controller, FILE)}:${index + 1}`;
          orders.push(erasureOrder.parse(JSON.parse(line)));
        }
      }
    } catch (error) {
      const isMissing = where === this.path && codeOf(error) === 'ENOENT';
      return { fault: isMissing ? 'missing' : 'unreadable', where };
    }
    return { orders: orders.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) };
  }

  /** Whether the folder is that of this log: it holds a checkpoint that was handed out of it. */
  async isOf(log: string): Promise<boolean> {
    return (await new CheckpointFolder(this.path).last(log)) !== null;
  }
}

/** A controller of whom nothing was ever erased has no such file. */
async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return '';
    throw error;
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
