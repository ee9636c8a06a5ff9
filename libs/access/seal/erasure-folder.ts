import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const FILE = 'erasures.jsonl';

const erasureOrder = z.strictObject({
  kind: z.literal('erasure-order'),
  id: z.uuid(),
  at: z.iso.datetime(),
  controller: z.string().min(1),
  rule: z.string().min(1),
  decision: z.string().nullable(),
  before: z.iso.datetime(),
  /** The cases and persons whose content goes; none of either: lines of the access log. */
  cases: z.array(z.uuid()),
  persons: z.array(z.uuid()),
});

/** What is to be erased, as it is kept outside the database: ids and times, nothing about anybody. */
export type ErasureOrder = z.output<typeof erasureOrder>;

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
   * Every order, of all controllers, in the order in which they were given.
   * @throws Error when a line cannot be read: what it says must not be passed over
   */
  async all(): Promise<readonly ErasureOrder[]> {
    const controllers = await readdir(this.path).catch(() => []);
    const orders: ErasureOrder[] = [];
    for (const controller of controllers) {
      const path = join(this.path, controller, FILE);
      const text = await readFile(path, 'utf8').catch(() => '');
      for (const line of text.split('\n').filter(Boolean)) {
        orders.push(erasureOrder.parse(JSON.parse(line)));
      }
    }
    return orders.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }
}
