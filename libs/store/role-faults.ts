import { ROLE_NAMES, type DatabaseRole } from '@hemgang/config';
import type { Databases } from './databases';
import type { Statement } from './statement';
import { WALL_VIEWS } from './walls/prelude';
import { WALLS } from './walls/walls-sql';

/**
 * What makes the walls useless against a role: it is let in as another one, it goes around them
 * (`superuser`, `bypasses`), it could open them (`owns`), it is a member of another role, it may make
 * roles, databases or tables (`makes`), it may do something that is not on its list (`surplus`), or a
 * table stands open to it (`unwalled`). `shut-out`: it cannot sign in at all.
 */
export interface RoleFault {
  readonly role: DatabaseRole;
  readonly kind:
    | 'shut-out'
    | 'other-role'
    | 'superuser'
    | 'bypasses'
    | 'owns'
    | 'member'
    | 'makes'
    | 'surplus'
    | 'unwalled';
}

interface Attributes {
  readonly name: string;
  readonly isSuperuser: boolean;
  readonly bypasses: boolean;
  readonly owns: boolean;
  readonly isMember: boolean;
  readonly makes: boolean;
  readonly hasMore: boolean;
  readonly isUnwalled: boolean;
}

/** $1: rights it is meant to have (`cases select`) · $2: policies (`cases reads_select`) · $3: tables */
const ATTRIBUTES: Statement<Attributes> = {
  name: 'role-attributes',
  text: `
    with tables as (
      select oid, relname, relowner, relrowsecurity and relforcerowsecurity as walled
      from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f'))
    select rolname as name, rolsuper as "isSuperuser", rolbypassrls as bypasses,
           exists (select from tables t where pg_has_role(r.oid, t.relowner, 'member')) as owns,
           exists (select from pg_auth_members m where m.member = r.oid) as "isMember",
           rolcreaterole or rolcreatedb or rolreplication
             or has_schema_privilege(r.oid, 'public', 'create')
             or has_database_privilege(r.oid, current_database(), 'create') as makes,
           exists (select from tables t, unnest($4::text[]) as wish
                   where has_table_privilege(r.oid, t.oid, wish)
                     and t.relname || ' ' || wish <> all ($1::text[]))
             or exists (select from tables t, unnest($5::text[]) as wish
                        where has_any_column_privilege(r.oid, t.oid, wish)
                          and t.relname || ' ' || wish <> all ($1::text[]))
             or exists (select from tables t join pg_policy p on p.polrelid = t.oid
                        where p.polpermissive and p.polroles && array[0::oid, r.oid]
                          and t.relname || ' ' || p.polname <> all ($2::text[])) as "hasMore",
           exists (select from tables t
                   where not t.walled and t.relname = any ($3::text[])) as "isUnwalled"
    from pg_roles r where rolname = current_user`,
};

const OF_TABLES = ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger'];
const OF_COLUMNS = ['select', 'insert', 'update', 'references'];

/** What is meant for a role, as the statement spells it. */
function meantFor(role: DatabaseRole) {
  const each = Object.entries(WALLS).flatMap(([table, wall]) =>
    Object.keys(wall[role] ?? {}).map((right) => ({ table, right })),
  );
  const views = role === 'reads' ? Object.keys(WALL_VIEWS) : [];
  return {
    rights: [
      ...each.map(({ table, right }) => `${table} ${right}`),
      ...views.map((v) => `${v} select`),
    ],
    policies: each.map(({ table, right }) => `${table} ${role}_${right}`),
  };
}

/** Whether each of the three is the role that it should be, and no more. Empty: all is well. */
export async function roleFaults(databases: Databases): Promise<readonly RoleFault[]> {
  const faults = (Object.keys(ROLE_NAMES) as DatabaseRole[]).map((role) =>
    faultsOf(role, databases),
  );
  return (await Promise.all(faults)).flat();
}

async function faultsOf(role: DatabaseRole, databases: Databases): Promise<readonly RoleFault[]> {
  const { rights, policies } = meantFor(role);
  const values = [rights, policies, Object.keys(WALLS), OF_TABLES, OF_COLUMNS];
  const [found] = await databases[role].run(ATTRIBUTES, values);
  if (found === undefined) throw new Error('Everybody is a role.');
  if (found.isSuperuser) return [{ role, kind: 'superuser' }];
  const kinds: readonly (RoleFault['kind'] | false)[] = [
    found.name !== ROLE_NAMES[role] && 'other-role',
    found.bypasses && 'bypasses',
    found.owns && 'owns',
    found.isMember && 'member',
    found.makes && 'makes',
    // An owner has every right to his tables, and a stranger those of a stranger.
    !found.owns && found.name === ROLE_NAMES[role] && found.hasMore && 'surplus',
    found.isUnwalled && 'unwalled',
  ];
  return kinds.flatMap((kind) => (kind === false ? [] : [{ role, kind }]));
}
