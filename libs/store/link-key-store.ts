import type { Database } from './database';
import type { Statement } from './statement';

const KEY: Statement<{ readonly key: Buffer }> = {
  name: 'link-key',
  text: `select key from link_key`,
};

/** The key that one-time links are signed with. */
export class LinkKeyStore {
  constructor(private readonly database: Database) {}

  async load(): Promise<Buffer> {
    const [row] = await this.database.run(KEY, []);
    if (row === undefined) throw new Error('The key of the links is missing.');
    return row.key;
  }
}
