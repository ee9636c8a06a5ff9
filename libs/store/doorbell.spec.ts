import { Client } from 'pg';
import { Doorbell, TOPICS, type Topic } from './doorbell';
import { testStore, type TestStore } from './test-store.fixture';
import { until } from './until.fixture';

describe('the doorbell', () => {
  let store: TestStore;
  let doorbells: Doorbell[] = [];
  beforeAll(async () => {
    store = await testStore();
  });
  afterEach(async () => {
    await Promise.all(doorbells.map((doorbell) => doorbell.close()));
    doorbells = [];
  });
  afterAll(() => store.end());

  function process(): Doorbell {
    const doorbell = new Doorbell(store.database);
    doorbells.push(doorbell);
    return doorbell;
  }

  /** A process that listens already, and what it has heard since. */
  async function listening(doorbell = process()): Promise<Topic[]> {
    const heard: Topic[] = [];
    doorbell.listen((topic) => heard.push(topic));
    await until(() => heard.length, (count) => count >= TOPICS.length); // prettier-ignore
    expect(heard).toEqual(TOPICS);
    heard.length = 0;
    return heard;
  }

  it('is heard by every process, the own one too', async () => {
    const mine = process();
    const heard = await Promise.all([listening(mine), listening(), listening()]);
    mine.ring('outbox');
    for (const topics of heard) {
      await until(() => topics.length, (count) => count > 0); // prettier-ignore
      expect(topics).toEqual(['outbox']);
    }
  });

  it('sends rings that come together as few notifications', async () => {
    const client = new Client({ connectionString: store.url });
    await client.connect();
    const payloads: string[] = [];
    client.on('notification', ({ payload }) => payloads.push(payload ?? ''));
    await client.query('listen hemgang');
    const mine = process();
    for (let n = 0; n < 100; n += 1) mine.ring(n % 2 === 0 ? 'outbox' : 'stream');
    await until(() => payloads.length, (count) => count >= 2); // prettier-ignore
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(payloads).toEqual(['outbox', 'stream,outbox']);
    await client.end();
  });

  it('stops telling a listener that has ended', async () => {
    const mine = process();
    const heard: Topic[] = [];
    const end = mine.listen((topic) => heard.push(topic));
    end();
    const others = await listening(mine);
    mine.ring('timers');
    await until(() => others.length, (count) => count > 0); // prettier-ignore
    expect(heard).toEqual([]);
  });

  it('listens again when its connection is cut, and says that rings may have been missed', async () => {
    const heard = await listening();
    await store.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where query = 'listen hemgang' and datname = current_database()`,
    );
    await until(() => heard.length, (count) => count >= TOPICS.length); // prettier-ignore
    expect(heard).toEqual(TOPICS);
    process().ring('stream');
    await until(() => heard.length, (count) => count > TOPICS.length); // prettier-ignore
    expect(heard.at(-1)).toBe('stream');
  });
});
