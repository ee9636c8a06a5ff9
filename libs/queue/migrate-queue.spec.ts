import { randomBytes } from 'node:crypto';
import { emptyDatabase } from '@hemgang/testing';
import { Client } from 'pg';
import { migrateQueue, openJobQueue, queueIsMigrated } from '.';
import { eventually } from './contract/bench.contract';
import { testCatalogue } from './contract/catalogue.contract';

describe('the migration of the queue', () => {
  let url: string;
  let drop: () => Promise<void>;
  let owner: Client;

  beforeEach(async () => {
    ({ url, drop } = await emptyDatabase());
    owner = new Client({ connectionString: url });
    await owner.connect();
  });

  afterEach(async () => {
    await owner.end();
    await drop();
  });

  it('may be run by several processes at once, and again', async () => {
    expect(await queueIsMigrated(url)).toBe(false);
    await Promise.all([1, 2, 3, 4].map(() => migrateQueue(url)));
    const before = await owner.query('SELECT * FROM bullmq.migration ORDER BY version');
    await migrateQueue(url);
    const after = await owner.query('SELECT * FROM bullmq.migration ORDER BY version');
    expect(after.rows).toEqual(before.rows);
    expect(await queueIsMigrated(url)).toBe(true);
  });

  it('leaves nothing to do for the owner when another role uses the queue', async () => {
    const role = `hemgang_test_${randomBytes(4).toString('hex')}`;
    await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD '${role}'`);
    try {
      await Promise.all([1, 2, 3].map(() => migrateQueue(url, role)));
      await expectWorking(Object.assign(new URL(url), { username: role, password: role }).href);
    } finally {
      await owner.query(`GRANT ${role} TO CURRENT_USER; DROP OWNED BY ${role}; DROP ROLE ${role}`);
    }
  });
});

async function expectWorking(databaseUrl: string): Promise<void> {
  expect(await queueIsMigrated(databaseUrl)).toBe(true);
  const queue = openJobQueue(testCatalogue, { databaseUrl }, { warn: () => undefined });
  const handled: number[] = [];
  const handler = {
    handle: async ({ n }: { n: number }) => {
      handled.push(n);
      if (handled.length === 1) throw new Error('first attempt');
    },
    onExhausted: () => Promise.resolve(),
  };
  await queue.process([
    { name: 'count', ...handler },
    { name: 'stumble', ...handler },
  ]);
  await queue.add([{ name: 'stumble', id: 'o-1', payload: { n: 1 } }]);
  await eventually(() => handled.length === 2);
  expect(await queue.health()).toMatchObject({ reachable: true });
  await queue.close();
}
