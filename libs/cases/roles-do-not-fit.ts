import { ROLE_NAMES } from '@hemgang/config';
import type { RoleFault } from '@hemgang/store';

const WORDS: Readonly<Record<RoleFault['kind'], string>> = {
  'shut-out': 'is not let in by the database. Run: npm run db:migrate',
  'other-role': 'is signed in to as another role.',
  superuser: 'is a superuser, whom no row-level security binds.',
  bypasses: 'bypasses row-level security.',
  owns: 'has the rights of an owner of tables.',
  member: 'is a member of another role.',
  makes: 'may make roles, databases or tables.',
  surplus: 'may do more with the tables than it is meant to.',
  unwalled: 'meets a table without row-level security.',
};

/**
 * The walls of the database do not stand against the roles that this process signs in as: it must
 * not work with patients' data. Says which, and why; docs/database-roles.md says what to do.
 */
export class RolesDoNotFit extends Error {
  constructor(readonly faults: readonly RoleFault[]) {
    super(faults.map(({ role, kind }) => `${ROLE_NAMES[role]} ${WORDS[kind]}`).join('\n'));
    this.name = 'RolesDoNotFit';
  }
}
