import type { Text } from '@hemgang/kernel';
import type { DischargeContext, Ending, Leaving } from './context';

/** How a stay ended, as people say it. */
export const ENDING_WORDS = {
  planned: { sv: 'Utskriven som planerat', en: 'Discharged as planned' },
  'left-against-advice': { sv: 'Lämnade mot läkares råd', en: 'Left against medical advice' },
  absconded: { sv: 'Avvek från avdelningen', en: 'Absconded' },
  transferred: { sv: 'Flyttad till en annan region', en: 'Transferred to another region' },
  makulerad: { sv: 'Makulerat, öppnades av misstag', en: 'Struck, opened in error' },
  deceased: { sv: 'Avled under vårdtillfället', en: 'Died during the stay' },
} as const satisfies Readonly<Record<Ending, Text>>;

/** What the receivers are told, by the way in which the patient left. */
const LEAVING_ENTRIES: Readonly<Record<Leaving, string>> = {
  planned: 'utskrivningsmeddelande',
  'left-against-advice': 'lamnat-mot-rad',
  absconded: 'avviken',
};

/** The entry that says that the patient has left, and how. */
export function leavingEntry({ ending }: Pick<DischargeContext, 'ending'>): string {
  return ending === 'left-against-advice' || ending === 'absconded'
    ? LEAVING_ENTRIES[ending]
    : LEAVING_ENTRIES.planned;
}
