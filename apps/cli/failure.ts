import {
  DatabaseNotTrusted,
  DatabaseUnavailable,
  PasswordNotGiven,
  RoleMissing,
  RolesDoNotFit,
  SeedingFault,
  TablesDoNotFit,
} from '@hemgang/cases';
import type { Text } from '@hemgang/kernel';
import { roleWords } from './role-words';

/** What to do about a database that is not one of this version. */
export const TABLES: Readonly<Record<TablesDoNotFit['state'], Text>> = {
  behind: {
    sv: 'Databasen saknar något som den här versionen behöver. Kör hemgang migrate.',
    en: 'The database lacks something that this version needs. Run hemgang migrate.',
  },
  ahead: {
    sv: 'En nyare version har ändrat databasen. Kör den versionen.',
    en: 'A newer version has changed the database. Run that version.',
  },
};

/** What an operator is told about a command that could not go on: one sentence. */
export function whyFailed(error: unknown): Text {
  if (error instanceof DatabaseUnavailable) {
    return { sv: 'Databasen svarar inte.', en: 'The database does not answer.' };
  }
  if (error instanceof DatabaseNotTrusted) {
    return {
      sv: 'Databasen går inte att lita på; se sslmode och sslrootcert i dess adresser och namnet i dess certifikat.',
      en: error.message,
    };
  }
  if (error instanceof TablesDoNotFit) return TABLES[error.state];
  if (error instanceof RolesDoNotFit) return roleWords(error.faults);
  if (error instanceof RoleMissing) {
    return {
      sv: `Databasen har ingen roll ${error.roleName}; docs/database-roles.md säger hur den görs.`,
      en: error.message,
    };
  }
  if (error instanceof PasswordNotGiven) {
    return {
      sv: `Rollen ${error.roleName} har ett annat lösenord än det som är satt, och ägaren får inte ändra det; docs/database-roles.md säger vem som gör det.`,
      en: error.message,
    };
  }
  if (error instanceof SeedingFault) {
    return {
      sv: `Ett påhittat ärende stämmer inte med processen: ${error.message}.`,
      en: `An invented case does not agree with the process: ${error.message}.`,
    };
  }
  const [firstLine] = error instanceof Error ? error.message.split('\n') : [''];
  return {
    sv: `Det gick inte att köra klart: ${firstLine}`,
    en: `It could not be finished: ${firstLine}`,
  };
}
