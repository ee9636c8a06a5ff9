import { derivedUrls } from '@hemgang/config';
import { emptyDatabase } from '@hemgang/testing';
import type { Database } from './database';
import { DatabaseUnavailable } from './database-unavailable';
import { migrate, migrationState } from './migrate';
import { openDatabase } from './open-database';
import { testStore, type TestStore } from './test-store.fixture';

const options = { poolSize: 1, applicationName: 'hemgang-test' };
const ONE = { name: 'one', text: 'select 1 as one' };

describe('the database', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore();
  });
  afterAll(() => store.end());

  it('says so when it cannot be reached', async () => {
    const nobody = 'postgres://hemgang:x@127.0.0.1:1/hemgang';
    const opening = openDatabase({ ...options, databaseUrl: nobody });
    await expect(opening).rejects.toThrow(DatabaseUnavailable);
  });

  it('says so when a connection is cut under a statement, and works again', async () => {
    const pid = `select pg_backend_pid() as pid`;
    const small = await openDatabase({ ...options, databaseUrl: store.url });
    const [row] = await small.run<{ pid: number }>({ name: 'pid', text: pid }, []);
    const waiting = small.run({ name: 'wait', text: 'select pg_sleep(9)' }, []);
    const refused = expect(waiting).rejects.toThrow(DatabaseUnavailable);
    let isCut = false;
    while (!isCut) {
      const [active] = await store.sql<{ cut: boolean }>(
        `select bool_or(pg_terminate_backend(pid)) as cut from pg_stat_activity
         where pid = $1 and query like '%pg_sleep%'`,
        [row!.pid],
      );
      isCut = active?.cut === true;
    }
    await refused;
    expect(await small.run(ONE, [])).toEqual([{ one: 1 }]);
    await small.close();
  });

  it('says so when no connection becomes free in time', async () => {
    const small = await openDatabase({ ...options, databaseUrl: store.url });
    await small.transaction(async () => {
      await expect(small.run(ONE, [])).rejects.toThrow(DatabaseUnavailable);
    });
    expect(await small.run(ONE, [])).toEqual([{ one: 1 }]);
    await small.close();
  }, 15_000);

  it('refuses a question that comes after the commit of a read at once', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const late = store.database.readAtOnce('system', async (query) => {
      await query.caseView(id);
      return query.caseView(id);
    });
    await expect(late).rejects.toThrow('would come after the commit');
    const read = store.database.readAtOnce('system', (query) => query.caseView(id));
    expect(await read).toBeNull();
  });

  it('survives connections that are cut while a transaction thinks', async () => {
    const broken = store.database.transaction(async (session) => {
      const text = 'select pg_backend_pid() as pid';
      const [row] = await session.run<{ pid: number }>({ name: 'my-pid', text }, []);
      await store.sql('select pg_terminate_backend($1)', [row!.pid]);
      await session.run(ONE, []);
    });
    await expect(broken).rejects.toThrow(DatabaseUnavailable);
    expect(await store.database.run(ONE, [])).toEqual([{ one: 1 }]);
  });

  it('does not call a mistake of ours unavailable', async () => {
    await expect(store.sql('select * from nothing')).rejects.not.toThrow(DatabaseUnavailable);
  });

  it('rolls back what a failing transaction did', async () => {
    const failing = store.database.transaction(async (session) => {
      await session.run({ name: 'seed-row', text: 'insert into seeding values (true, 1, 2)' }, []);
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await store.sql('select * from seeding')).toEqual([]);
  });

  it('reads times as instants and long numbers as numbers', async () => {
    const [row] = await store.sql(
      `select '2026-03-29 03:30:00.5+02'::timestamptz as at, null::timestamptz as never,
              12345678901234::bigint as n`,
    );
    expect(row).toEqual({ at: '2026-03-29T01:30:00.500Z', never: null, n: 12_345_678_901_234 });
  });

  describe('between two programs of different age', () => {
    let empty: Awaited<ReturnType<typeof emptyDatabase>>;
    let database: Database;
    beforeAll(async () => {
      empty = await emptyDatabase();
      database = await openDatabase({ ...options, poolSize: 4, databaseUrl: empty.url });
    });
    afterAll(async () => {
      await database.close();
      await empty.drop();
    });

    it('is behind before its migrations, current after them, and ahead of an older program', async () => {
      expect(await migrationState(database)).toBe('behind');
      await Promise.all([
        migrate(empty.url, derivedUrls(empty.url)),
        migrate(empty.url, derivedUrls(empty.url)),
        migrate(empty.url, derivedUrls(empty.url)),
      ]);
      expect(await migrationState(database)).toBe('current');
      const [run] = await database.run<{ n: number }>(
        { name: 'runs', text: 'select count(*) as n from migrations' },
        [],
      );
      await migrate(empty.url, derivedUrls(empty.url));
      expect(await database.run({ name: 'runs', text: 'select count(*) as n from migrations' }, []))
        .toEqual([run]); // prettier-ignore
      await database.run(
        {
          name: 'newer',
          text: `insert into migrations (timestamp, name) values (1, 'Newer1999999999999')`,
        },
        [],
      );
      expect(await migrationState(database)).toBe('ahead');
      const forget = `delete from migrations where name like 'Demo%'`;
      await database.run({ name: 'forget', text: forget }, []);
      expect(await migrationState(database)).toBe('behind');
    });

    it('says which migration failed and keeps nothing of it', async () => {
      // The migration of the demo has been forgotten above, so its table stands in the way.
      await expect(migrate(empty.url, derivedUrls(empty.url))).rejects.toThrow(
        /Demo\d+.*already exists/,
      );
      expect(await migrationState(database)).toBe('behind');
    });
  });
});
