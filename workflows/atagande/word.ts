import type { MachineState } from '@hemgang/engine';
import type { Text } from '@hemgang/kernel';

/** How a commitment stands, in the order of its life. */
export const ATAGANDE_WORDS = {
  proposed: { sv: 'Föreslaget, väntar på svar', en: 'Proposed, awaits an answer' },
  owned: { sv: 'Åtaget', en: 'Committed to' },
  fulfilled: { sv: 'Klart', en: 'Done' },
  declined: { sv: 'Avböjt', en: 'Declined' },
  withdrawn: { sv: 'Återkallat', en: 'Withdrawn' },
  lapsed: { sv: 'Inte längre aktuellt', en: 'No longer needed' },
} as const satisfies Record<string, Text>;

export type AtagandeWord = keyof typeof ATAGANDE_WORDS;

/** The state of a commitment at rest is its word. */
export function atagandeWord({ value }: MachineState): AtagandeWord {
  return value as AtagandeWord;
}
