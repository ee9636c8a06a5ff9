import type { ReceiverUnit } from '../api/types';
import type { Language } from '../language';
import { formatInstant } from '../time';

const WORDS = {
  sv: { closes: 'stänger', closed: 'stängd, öppnar', source: '(länets öppettider)' },
  en: { closes: 'closes', closed: 'closed, opens', source: '(the county’s opening hours)' },
} as const;

/** When the unit closes or opens, for who is about to send to it; null: always open, or not known. */
export function openingNote({ opening }: ReceiverUnit, language: Language): string | null {
  if (opening?.until == null) return null;
  const { closes, closed, source } = WORDS[language];
  return `${opening.isOpen ? closes : closed} ${formatInstant(opening.until, language)} ${source}`;
}
