import type { Language } from '@hemgang/kernel';
import type { PersonRow, StoredContent } from '@hemgang/store';
import type { EventView } from '../event-view';
import type { PatientView } from '../case-view';
import { PROTECTED_NAME, seesWords, shows, VIA_SKATTEVERKET, type Shield } from './shield';

/** Who a line of a list is about. Lists name nobody whose identity is protected, to nobody. */
export function lineName(
  person: PersonRow | null,
  language: Language,
): { readonly name: string } | null {
  if (person === null) return null;
  return { name: person.protection === null ? person.name : PROTECTED_NAME[language] };
}

/** The patient as whoever may know nothing of her sees her. */
export function hiddenPatient(language: Language): PatientView {
  return {
    number: '',
    name: PROTECTED_NAME[language],
    address: null,
    municipality: null,
    registration: null,
  };
}

/** @param seen as the content says; null when her facts have not been disclosed to the reader */
export function shieldedPatient(
  shield: Shield | null,
  seen: PatientView | null,
  language: Language,
): PatientView | null {
  if (shield === null) return seen;
  if (!shows(shield, 'name')) return hiddenPatient(language);
  if (seen === null) return null;
  return {
    ...seen,
    address: VIA_SKATTEVERKET[language],
    municipality: shows(shield, 'municipality') ? seen.municipality : null,
  };
}

/** Fields of content that tell where she lives. */
const WHERE = ['address', 'folkbokforingsadress'];

/** Fields that tell it less closely: a municipality, a hälsocentral. */
const NEAR = ['municipality', 'listedAt'];

/** Fields of content in which others lie. */
const AROUND = ['patient', 'own'];

/** What of the content is shown: nothing to most, to the named all but where she lives. */
export function shieldedContents(
  contents: readonly StoredContent[],
  shield: Shield | null,
): readonly StoredContent[] {
  if (shield === null) return contents;
  if (!seesWords(shield)) return [];
  return contents.map((content) => ({ ...content, body: withoutPlace(content.body, shield) }));
}

function withoutPlace(body: StoredContent['body'], shield: Shield): StoredContent['body'] {
  const hidden = [...WHERE, ...(shows(shield, 'municipality') ? [] : NEAR)];
  const kept = Object.entries(body).filter(([field]) => !hidden.includes(field));
  return Object.fromEntries(
    kept.map(([field, value]) =>
      AROUND.includes(field) && typeof value === 'object' && value !== null
        ? [field, withoutPlace(value as StoredContent['body'], shield)]
        : [field, value],
    ),
  );
}

/** Facts of events that name a municipality. */
const MUNICIPAL = ['municipality', 'placedBy'];

/** What the timeline tells of an event's own payload. */
export function shieldedFacts(
  facts: EventView['facts'],
  shield: Shield | null,
): EventView['facts'] {
  if (shows(shield, 'municipality')) return facts;
  return Object.fromEntries(Object.entries(facts).filter(([field]) => !MUNICIPAL.includes(field)));
}
