import { DatabaseUnavailable, SeedingFault } from '@hemgang/cases';
import type { Text } from '@hemgang/kernel';

/** SQLSTATE of a statement that names a table which does not exist. */
const TABLE_MISSING = '42P01';

/** What an operator is told about a command that could not go on: one sentence. */
export function whyFailed(error: unknown): Text {
  if (error instanceof DatabaseUnavailable) {
    return { sv: 'Databasen svarar inte.', en: 'The database does not answer.' };
  }
  if (isTableMissing(error)) {
    return {
      sv: 'Databasen saknar tabeller. Kör hemgang migrate först.',
      en: 'The database lacks tables. Run hemgang migrate first.',
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

/** Whether the database has not been migrated at all. */
export function isTableMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === TABLE_MISSING;
}
