import { migrate as migrateTables } from '@hemgang/cases';
import { readConfig } from '@hemgang/config';
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
    // Tables are the same in both modes, so nobody has to choose one to migrate.
    const settings = readConfig({ ...env, HEMGANG_MODE: env['HEMGANG_MODE'] ?? 'production' });
    if (!settings.ok) return cannot(settings.faults.join(' '), settings.faults.join(' '));
    const { databaseUrl } = settings.config;
    await migrateTables(databaseUrl);
    await migrateQueue(databaseUrl);
    return { code: 0, lines: [DONE[language]], data: { migrated: true } };
  },
};
