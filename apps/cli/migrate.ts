import { migrate as migrateTables } from '@hemgang/cases';
import { readMigrationConfig, ROLE_NAMES } from '@hemgang/config';
import type { Language } from '@hemgang/kernel';
import { migrateQueue } from '@hemgang/queue';
import { cannot, type Command } from './command';

const DONE: Readonly<Record<Language, string>> = {
  sv: 'Databasen är klar för den här versionen.',
  en: 'The database is ready for this version.',
};

/** Brings the database to what this version needs. May be repeated, also by several at once. */
export const migrate: Command = {
  name: 'migrate',
  usage: '',
  summary: {
    sv: 'för databasen till den här versionen',
    en: 'brings the database to this version',
  },
  switches: [],
  operands: 0,
  async run({ env, language }) {
    const settings = readMigrationConfig(env);
    if (!settings.ok) return cannot(settings.faults.join(' '), settings.faults.join(' '));
    const { ownerUrl, databases } = settings.config;
    await migrateTables(ownerUrl, databases);
    await migrateQueue(ownerUrl, ROLE_NAMES.works);
    return { code: 0, lines: [DONE[language]], data: { migrated: true } };
  },
};
