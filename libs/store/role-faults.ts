import { ROLE_NAMES, type DatabaseRole } from '@hemgang/config';
import type { Databases } from './databases';
import type { Statement } from './statement';

/**
 * What makes the walls useless against a role: it is let in as another one, it goes around them
 * (`superuser`, `bypasses`), it could open them (`owns`), or it has the rights of another role.
 * `shut-out`: it cannot sign in at all.
 */
export interface RoleFault {
  readonly role: DatabaseRole;
  readonly kind: 'shut-out' | 'other-role' | 'superuser' | 'bypasses' | 'owns' | 'member';
}

interface Attributes {
  readonly name: string;
  readonly isSuperuser: boolean;
  readonly bypasses: boolean;
  readonly owns: boolean;
  readonly isMember: boolean;
}

const ATTRIBUTES: Statement<Attributes> = {
  name: 'role-attributes',
  text: `
    select rolname as name, rolsuper as "isSuperuser", rolbypassrls as bypasses,
           exists (select from pg_class c
                   where c.relnamespace = 'public'::regnamespace
                     and pg_has_role(r.oid, c.relowner, 'member')) as owns,
           exists (select from pg_roles other
                   where other.rolname = any ($1::text[]) and other.oid <> r.oid
                     and pg_has_role(r.oid, other.oid, 'member')) as "isMember"
    from pg_roles r where rolname = current_user`,
};

/** Whether each of the three is the role that it should be, and no more. Empty: all is well. */
export async function roleFaults(databases: Databases): Promise<readonly RoleFault[]> {
  const faults = (Object.keys(ROLE_NAMES) as DatabaseRole[]).map((role) =>
    faultsOf(role, databases),
  );
  return (await Promise.all(faults)).flat();
}

async function faultsOf(role: DatabaseRole, databases: Databases): Promise<readonly RoleFault[]> {
  const [found] = await databases[role].run(ATTRIBUTES, [Object.values(ROLE_NAMES)]);
  if (found === undefined) throw new Error('Everybody is a role.');
  if (found.isSuperuser) return [{ role, kind: 'superuser' }];
  const kinds: readonly (RoleFault['kind'] | false)[] = [
    found.name !== ROLE_NAMES[role] && 'other-role',
    found.bypasses && 'bypasses',
    found.owns && 'owns',
    found.isMember && 'member',
  ];
  return kinds.flatMap((kind) => (kind === false ? [] : [{ role, kind }]));
}
