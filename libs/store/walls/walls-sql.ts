import { createHash } from 'node:crypto';
import { ROLE_NAMES, type DatabaseRole } from '@hemgang/config';
import { WALL_VIEWS } from './prelude';
import type { Condition, Right, Rights, Wall } from './wall';
import { WALLS_OF_CASES } from './walls-of-cases';
import { WALLS_OF_GUARDS } from './walls-of-guards';
import { WALLS_OF_OTHERS } from './walls-of-others';

/** Every table there is, with what each role may do; a table that is not here is closed to all. */
export const WALLS: Readonly<Record<string, Wall>> = {
  ...WALLS_OF_CASES,
  ...WALLS_OF_GUARDS,
  ...WALLS_OF_OTHERS,
};

const ROLES = Object.keys(ROLE_NAMES) as DatabaseRole[];
const RIGHTS: readonly Right[] = ['select', 'insert', 'update', 'delete'];
const NAMES = Object.values(ROLE_NAMES).join(', ');

/** The views that conditions ask, in the order in which they are made. */
export const VIEWS_SQL: readonly string[] = Object.entries(WALL_VIEWS).map(
  ([name, text]) => `
    create or replace view ${name} as ${text.trim()};
    revoke all on ${name} from public, ${NAMES};
    grant select on ${name} to ${ROLE_NAMES.reads}`,
);

/**
 * Puts the wall of a table in the place of the one it has. Together it is one transaction: at no
 * moment is a table open that should not be.
 *
 * The wall holds for the owner as well (`force`), who is then let through by name: what is open
 * stands here, and a table whose owner changes is closed. A role of the program has no way around.
 */
export function wallSql(table: string, wall: Wall): string {
  const policies = ROLES.flatMap((role) => policiesFor(table, role, wall[role] ?? {}));
  return `
    do $$ declare old text; begin
      for old in select polname from pg_policy where polrelid = '${table}'::regclass loop
        execute format('drop policy %I on ${table}', old);
      end loop;
    end $$;
    revoke all on ${table} from public, ${NAMES};
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy owner on ${table} to current_user using (true) with check (true);
    ${policies.join(';\n    ')}`;
}

function policiesFor(table: string, role: DatabaseRole, rights: Rights): readonly string[] {
  const name = ROLE_NAMES[role];
  return RIGHTS.flatMap((right) => {
    const condition = rights[right];
    if (condition === undefined) return [];
    const rows = rowsOf(right, condition === true ? 'true' : condition);
    return [
      `grant ${right} on ${table} to ${name}`,
      `create policy ${role}_${right} on ${table} for ${right} to ${name} ${rows}`,
    ];
  });
}

function rowsOf(right: Right, condition: Condition): string {
  if (right === 'insert') return `with check (${condition})`;
  return right === 'update'
    ? `using (${condition}) with check (${condition})`
    : `using (${condition})`;
}

/** Names these walls; another program's are called otherwise. */
export const WALLS_REVISION = createHash('sha256')
  .update([...VIEWS_SQL, ...Object.entries(WALLS).map((each) => wallSql(...each))].join('\n'))
  .digest('hex');
