import { ROLE_NAMES, type DatabaseRole } from '@hemgang/config';
import { Client, DatabaseError } from 'pg';
import { testStore, type TestStore } from '../test-store.fixture';
import { WALL_VIEWS } from './prelude';
import type { Right } from './wall';
import { WALLS } from './walls-sql';

const ROLES = Object.keys(ROLE_NAMES) as DatabaseRole[];
const RIGHTS: readonly Right[] = ['select', 'insert', 'update', 'delete'];
const TABLES = Object.keys(WALLS).sort();

/** PostgreSQL's word for: your role may not. */
const NOT_ALLOWED = '42501';

/** Statements that ask for one right each, of a table and its first column. */
const BY_HAND: Readonly<Record<Right, (table: string, column: string) => string>> = {
  select: (table) => `select count(*) from ${table}`,
  insert: (table) => `insert into ${table} default values`,
  update: (table, column) => `update ${table} set ${column} = default`,
  delete: (table) => `delete from ${table}`,
};

/** What a role that wants to come around the walls would try. */
const AROUND = [
  'alter table cases disable row level security',
  'alter table cases no force row level security',
  'create policy mine on cases using (true)',
  'drop policy reads_select on cases',
  'alter table cases owner to current_user',
  'drop trigger events_only_grow on events',
  'truncate access_log',
  'create table mine (x int)',
  'create view mine as select * from contents',
  'create or replace view wall_cases as select id as case_id from cases',
  'alter role current_user bypassrls',
  'alter role current_user superuser',
  'set session authorization hemgang',
  'set role hemgang',
  "copy cases to '/tmp/cases'",
];

describe('the walls of the tables', () => {
  let store: TestStore;
  const clients = {} as Record<DatabaseRole, Client>;

  beforeAll(async () => {
    store = await testStore();
    for (const role of ROLES) {
      clients[role] = new Client({ connectionString: store.databases[role].url });
      await clients[role].connect();
    }
  });

  afterAll(async () => {
    await Promise.all(ROLES.map((role) => clients[role].end()));
    await store.end();
  });

  /** The code of the refusal; null when the statement was allowed to go, whatever came of it. */
  async function refusal(role: DatabaseRole, text: string): Promise<string | null> {
    await clients[role].query('begin');
    try {
      await clients[role].query(text);
      return null;
    } catch (error) {
      return error instanceof DatabaseError && error.code === NOT_ALLOWED ? error.code : null;
    } finally {
      await clients[role].query('rollback');
    }
  }

  it('stand around every table: none is without a decision', async () => {
    const rows = await store.sql<{ name: string; forced: boolean }>(
      `select relname as name, relrowsecurity and relforcerowsecurity as forced
       from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(TABLES);
    expect(rows.filter(({ forced }) => !forced)).toEqual([]);
  });

  it('let nobody else in, and nothing else is there to be read', async () => {
    const rows = await store.sql<{ name: string; grantee: string }>(
      `select relname as name, grantee::regrole::text as grantee
       from pg_class, aclexplode(relacl) as acl
       where relnamespace = 'public'::regnamespace and acl.grantee <> relowner`,
    );
    const ours: readonly string[] = Object.values(ROLE_NAMES);
    expect(rows.filter(({ grantee }) => !ours.includes(grantee))).toEqual([]);
    const others = rows.filter(({ name }) => !TABLES.includes(name));
    expect(new Set(others.map(({ name }) => name))).toEqual(new Set(Object.keys(WALL_VIEWS)));
  });

  it.each(ROLES)('let %s do what it is for with each table, and refuse the rest', async (role) => {
    const columns = await store.sql<{ name: string; column: string }>(
      `select table_name as name, min(column_name) filter (where ordinal_position = 1) as column
       from information_schema.columns where table_schema = 'public' group by 1`,
    );
    const columnOf = new Map(columns.map(({ name, column }) => [name, column]));
    const found: string[] = [];
    const meant: string[] = [];
    for (const table of TABLES) {
      for (const right of RIGHTS) {
        const text = BY_HAND[right](table, columnOf.get(table) ?? '');
        const code = await refusal(role, text);
        const isMeant = WALLS[table]?.[role]?.[right] !== undefined;
        meant.push(`${table} ${right} ${isMeant ? 'yes' : NOT_ALLOWED}`);
        // A row of defaults breaks a condition on what may be inserted: with the same code.
        const isConditional = typeof WALLS[table]?.[role]?.insert === 'string';
        const isSome = right === 'insert' && isConditional;
        found.push(`${table} ${right} ${isSome ? 'yes' : (code ?? 'yes')}`);
      }
    }
    expect(found).toEqual(meant);
  });

  it.each(ROLES)('cannot be gone around by %s', async (role) => {
    const tried: string[] = [];
    for (const text of AROUND) {
      await clients[role].query('begin');
      await clients[role].query(text).then(
        () => tried.push(text),
        () => undefined,
      );
      await clients[role].query('rollback');
    }
    expect(tried).toEqual([]);
  });

  it('never let who reads or writes change or remove what only grows, and nobody the log of a case', () => {
    const grows = ['events', 'access_log', 'access_patients', 'sealed_lines', 'seal_batches'];
    for (const table of grows) {
      // Gallring is the third role's, and a trigger says of what.
      const roles = ['events', 'seal_batches'].includes(table) ? ROLES : ROLES.slice(0, 2);
      for (const role of roles) {
        const { update, delete: remove } = WALLS[table]?.[role] ?? {};
        expect({ table, role, update, remove }).toEqual({ table, role });
      }
    }
  });

  it('ask a view for a column of their own table, never for the view’s', () => {
    for (const [table, { reads = {} }] of Object.entries(WALLS)) {
      for (const condition of Object.values(reads)) {
        const asked = String(condition).match(/ = [\w.]+ limit 1/g) ?? [];
        expect(asked.filter((each) => !each.startsWith(` = ${table}.`))).toEqual([]);
      }
    }
  });

  it('show nothing to a reader without a context', async () => {
    for (const table of TABLES) {
      const { reads } = WALLS[table] ?? {};
      if (reads?.select === undefined || reads.select === true) continue;
      const { rows } = await clients.reads.query(`select count(*)::int as n from ${table}`);
      expect({ table, ...(rows[0] as object) }).toEqual({ table, n: 0 });
    }
  });
});
