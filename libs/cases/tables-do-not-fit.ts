import type { MigrationState } from '@hemgang/store';

const WORDS = {
  behind: 'The database is behind this version of Hemgång. Run: npm run db:migrate',
  ahead: 'The database was migrated by a newer version of Hemgång. Start that version instead.',
} as const satisfies Partial<Record<MigrationState, string>>;

/** The tables are not those of this version: a process must not work on them. Says what to do. */
export class TablesDoNotFit extends Error {
  constructor(readonly state: keyof typeof WORDS) {
    super(WORDS[state]);
    this.name = 'TablesDoNotFit';
  }
}
