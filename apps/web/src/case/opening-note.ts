import type { ReceiverUnit } from '../api/types';
import type { Language } from '../language';
import { formatInstant } from '../time';

type Opening = NonNullable<ReceiverUnit['opening']>;
type Reads = Opening['reads'];

const WORDS = {
  sv: {
    ...{ closes: 'stänger', closed: 'stängd, öppnar', county: '(länets öppettider)' },
    ...{ then: 'därefter', now: 'nu:', awayNow: 'ingen är på plats, nu:', unit: 'enheten' },
    ...{ watch: 'jour', none: 'ingen jour', onlyReceives: '(tar bara emot, får inte besluta)' },
  },
  en: {
    ...{ closes: 'closes', closed: 'closed, opens', county: '(the county’s opening hours)' },
    ...{ then: 'after that', now: 'now:', awayNow: 'nobody is in, now:', unit: 'the unit' },
    ...{ watch: 'a watch', none: 'no watch', onlyReceives: '(only receives, may not decide)' },
  },
} as const;

/** Who reads at the unit and until when, for who is about to send; null: always open, or not known. */
export function openingNote(
  { opening }: Pick<ReceiverUnit, 'opening'>,
  language: Language,
): string | null {
  if (opening === null) return null;
  const words = WORDS[language];
  const parts = [...hoursNote(opening, language), ...readsNote(opening, language)];
  if (parts.length === 0) return null;
  return opening.until !== null && opening.source === 'county'
    ? `${parts.join('; ')} ${words.county}`
    : parts.join('; ');
}

function hoursNote({ isOpen, until }: Opening, language: Language): readonly string[] {
  const { closes, closed } = WORDS[language];
  return until === null ? [] : [`${isOpen ? closes : closed} ${formatInstant(until, language)}`];
}

function readsNote({ isOpen, reads, then }: Opening, language: Language): readonly string[] {
  const words = WORDS[language];
  if (isOpen && reads.by !== 'unit') return [`${words.awayNow} ${nameOf(reads, language)}`];
  if (!isOpen) return [`${words.now} ${nameOf(reads, language)}`];
  return then === null ? [] : [`${words.then} ${nameOf(then, language)}`];
}

function nameOf({ by, watch, mayDecide }: Reads, language: Language): string {
  const words = WORDS[language];
  if (by === 'unit') return words.unit;
  if (by !== 'watch') return words.none;
  const name = watch ?? words.watch;
  return mayDecide === false ? `${name} ${words.onlyReceives}` : name;
}
