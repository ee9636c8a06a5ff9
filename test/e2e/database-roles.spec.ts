import { DatabaseUnavailable, RolesDoNotFit } from '@hemgang/cases';
import { settingsOf, type DatabaseUrls } from '@hemgang/config';
import { hemgang } from '../cli/run';
import { inProduction, OwnServer, rolesAt } from './own-server.fixture';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(240_000);

/** What somebody with too many rights does to a role, what is said of it, and how it is undone. */
const SPOILT: readonly (readonly [string, string, string])[] = [
  ['superuser', 'alter role hemgang_reads superuser', 'alter role hemgang_reads nosuperuser'],
  ['bypasses', 'alter role hemgang_reads bypassrls', 'alter role hemgang_reads nobypassrls'],
  ['makes', 'alter role hemgang_reads createrole', 'alter role hemgang_reads nocreaterole'],
  ['makes', 'alter role hemgang_reads replication', 'alter role hemgang_reads noreplication'],
  [
    'makes',
    'grant create on schema public to hemgang_reads',
    'revoke create on schema public from hemgang_reads',
  ],
  ['member', 'grant hemgang_writes to hemgang_reads', 'revoke hemgang_writes from hemgang_reads'],
  [
    'member',
    'grant pg_read_server_files to hemgang_reads',
    'revoke pg_read_server_files from hemgang_reads',
  ],
  ['surplus', 'grant select on timers to hemgang_reads', 'revoke all on timers from hemgang_reads'],
  ['surplus', 'grant truncate on notices to public', 'revoke truncate on notices from public'],
  [
    'surplus',
    'grant update (name) on staff to hemgang_reads',
    'revoke update (name) on staff from hemgang_reads',
  ],
  [
    'surplus',
    'create policy mine on cases to hemgang_reads using (true)',
    'drop policy mine on cases',
  ],
  [
    'unwalled',
    'alter table contents no force row level security',
    'alter table contents force row level security',
  ],
  [
    'unwalled',
    'alter table contents disable row level security',
    'alter table contents enable row level security',
  ],
];

describe('in production', () => {
  let server: OwnServer;
  let urls: DatabaseUrls;

  beforeAll(async () => {
    server = await OwnServer.start();
    urls = rolesAt(server.ownerUrl);
    expect((await server.migrate(urls)).code).toBe(0);
  });

  afterAll(() => server.stop());

  /** What is wrong with the roles of these addresses; empty: the programs start. */
  async function faultsAt(databases: DatabaseUrls): Promise<readonly string[]> {
    try {
      await (await inProduction(databases)).close();
      return [];
    } catch (error) {
      if (!(error instanceof RolesDoNotFit)) throw error;
      return error.faults.map(({ role, kind }) => `${role} ${kind}`);
    }
  }

  it('a program starts with the roles that the migration has made', async () => {
    expect(await faultsAt(urls)).toEqual([]);
  });

  it('refuses to start with a role that has more than it should, and says what', async () => {
    for (const [kind, spoil, mend] of SPOILT) {
      await server.asSuperuser(spoil);
      expect({ spoil, faults: await faultsAt(urls) }).toEqual({
        spoil,
        faults: expect.arrayContaining([`reads ${kind}`]),
      });
      await server.asSuperuser(mend);
    }
    expect(await faultsAt(urls)).toEqual([]);
  });

  it('refuses the owner, and one role for all three', async () => {
    const owner = server.ownerUrl;
    const ownerFaults = await faultsAt({ reads: owner, writes: owner, works: owner });
    for (const role of ['reads', 'writes', 'works']) {
      expect(ownerFaults).toEqual(expect.arrayContaining([`${role} other-role`, `${role} owns`]));
    }
    const { works } = urls;
    expect(await faultsAt({ reads: works, writes: works, works })).toEqual([
      'reads other-role',
      'writes other-role',
    ]);
    expect(await faultsAt({ ...urls, reads: urls.writes, writes: urls.reads })).toEqual([
      'reads other-role',
      'writes other-role',
    ]);
  });

  it('is told by the doctor in the same words', async () => {
    await server.asSuperuser('grant select on timers to hemgang_reads');
    const more = { mode: 'production', env: settingsOf(urls) };
    const { code, out } = await hemgang(['doctor', '--lang', 'en'], server.ownerUrl, more);
    await server.asSuperuser('revoke all on timers from hemgang_reads');
    expect(code).toBe(1);
    expect(out).toMatch(/^FAULT +roles +hemgang_reads may do more with the tables/m);
  });

  it('the password of a role is changed by the migration, while what runs goes on', async () => {
    const running = await inProduction(urls);
    const next = { ...urls, works: urls.works.replace('workspassword', 'anotherpassword') };
    expect((await server.migrate(next)).code).toBe(0);
    // What is open stays open; nobody else comes in by the former one.
    expect((await running.health()).migrations).toBe('current');
    expect(await faultsAt(urls)).toEqual(['works shut-out']);
    expect(await faultsAt(next)).toEqual([]);
    // A connection that ends cannot be made anew until the program is started with the new one.
    await server.asSuperuser(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'hemgang_works'`,
    );
    await expect(running.health()).rejects.toThrow(DatabaseUnavailable);
    await running.close();
    // Once more with what is set already: nothing is changed.
    expect((await server.migrate(next)).code).toBe(0);
    expect(await faultsAt(next)).toEqual([]);
    urls = next;
  });

  it('the migration opens to its owner what a dump has left to a former one', async () => {
    await server.asTablesOwner(
      'create role former',
      `do $$ declare t regclass; begin
         for t in select polrelid from pg_policy where polname = 'owner' loop
           execute format('alter policy owner on %s to former', t);
         end loop;
       end $$`,
    );
    expect(await server.migrate(urls)).toMatchObject({ code: 0, err: '' });
    expect(await faultsAt(urls)).toEqual([]);
  });

  it('a migration that may not change a password says so, and by an administrator it is done', async () => {
    await server.asSuperuser('alter role hemgang nocreaterole');
    const next = { ...urls, reads: urls.reads.replace('readspassword', 'thirdpassword') };
    const { code, err } = await server.migrate(next);
    expect(code).toBe(2);
    expect(err).toContain('The role hemgang_reads has another password than the one that is set');
    expect(err).not.toContain('thirdpassword');
    expect(await faultsAt(urls)).toEqual([]);
    await server.asSuperuser(`alter role hemgang_reads password 'thirdpassword'`);
    expect((await server.migrate(next)).code).toBe(0);
    expect(await faultsAt(next)).toEqual([]);
  });
});
