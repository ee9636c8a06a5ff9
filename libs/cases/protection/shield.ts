import type { Reader } from '@hemgang/access';
import type { Text } from '@hemgang/kernel';
import type { CaseViewRows, PersonRow, Protection, ShieldContact } from '@hemgang/store';

/** What stands where the name of somebody with a protected identity would stand. */
export const PROTECTED_NAME: Text = { sv: 'Skyddade personuppgifter', en: 'Protected identity' };

/** How she is written to: her address is nowhere kept (OSL 21:3, 2017:612 2:2; assumed policy). */
export const VIA_SKATTEVERKET: Text = {
  sv: 'Kontakt via Skatteverkets förmedling',
  en: 'Contact through the Swedish Tax Agency',
};

/** The grades in words. */
export const GRADE_WORDS: Readonly<Record<Protection, Text>> = {
  marked: { sv: 'Sekretessmarkering', en: 'Secrecy marking' },
  protected: { sv: 'Skyddad folkbokföring', en: 'Protected registration' },
  fictitious: { sv: 'Fingerade personuppgifter', en: 'Fictitious identity' },
};

/** Facts of a patient that may be shown to named staff. */
export type ShownFact = 'name' | 'number' | 'municipality' | 'earlier-stays';

/**
 * What named staff see, by grade; an address nobody. With a marking only the address is to be hidden
 * from those who treat her; who is folkbokförd elsewhere hides where; who has got another identity
 * must not be linked to what was before. Assumed where no source says it (domain 5.6).
 */
const SHOWN: Readonly<Record<Protection, readonly ShownFact[]>> = {
  marked: ['name', 'number', 'municipality', 'earlier-stays'],
  protected: ['name', 'number', 'earlier-stays'],
  fictitious: ['name', 'number'],
};

/** How a case whose patient's identity is protected is shown to one reader. */
export interface Shield {
  readonly grade: Protection;
  /** The reader is one of those whom her controller has named. */
  readonly isNamed: boolean;
  /** The case is handled outside the tool. */
  readonly isOutside: boolean;
  readonly contacts: readonly ShieldContact[];
}

/** @returns null when the patient's identity is not protected, or the case is about no patient */
export function shieldOf(
  { person, shield }: Pick<CaseViewRows, 'person' | 'shield'>,
  { controller, staff }: Reader,
): Shield | null {
  if (person === null || person.protection === null) return null;
  const { contacts = [], outside = false } = shield ?? {};
  const own = contacts.find((each) => each.controller === controller);
  return {
    grade: person.protection,
    isNamed: own?.staff.includes(staff) === true,
    isOutside: outside,
    contacts,
  };
}

/** Whether a fact of the patient may be shown through the shield; without one all may. */
export function shows(shield: Shield | null, fact: ShownFact): boolean {
  return shield === null || (seesWords(shield) && SHOWN[shield.grade].includes(fact));
}

/** Whether what has been written of her may be shown: to the named, while the case keeps any of it. */
export function seesWords({ isNamed, isOutside }: Shield): boolean {
  return isNamed && !isOutside;
}

/** Whether her facts are handed out without her address. */
export function isProtected({ protection }: Pick<PersonRow, 'protection'>): boolean {
  return protection !== null;
}
