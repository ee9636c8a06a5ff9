import type { ErasureStanding } from '@hemgang/cases';
import type { Text } from '@hemgang/kernel';

/** Why the list of erasures cannot be relied on, and where. */
export function listFaultWords({ code, where }: NonNullable<ErasureStanding['fault']>): Text {
  switch (code) {
    case 'missing':
      return {
        sv: `Listan över gallringar saknas (${where}).`,
        en: `The list of erasures is missing (${where}).`,
      };
    case 'unreadable':
      return {
        sv: `Listan över gallringar går inte att läsa: ${where}`,
        en: `The list of erasures cannot be read: ${where}`,
      };
    case 'incomplete':
      return {
        sv: `Listan över gallringar saknar en som databasen känner: ${where}`,
        en: `The list of erasures lacks one that the database knows: ${where}`,
      };
    case 'other-log':
      return {
        sv: `Ingen kontrollpunkt i CHECKPOINT_FOLDER hör till databasens logg ${where}.`,
        en: `No checkpoint in CHECKPOINT_FOLDER belongs to the database's log ${where}.`,
      };
  }
}
