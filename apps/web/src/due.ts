import type { Language, Texts } from './language';
import { fill } from './language';
import { formatAge } from './time';

/** Under this there is no time to let it lie until after lunch. */
const SOON_MS = 4 * 3_600_000;

/** How pressing an open duty is; red is for what is late already, and for nothing else. */
export type Urgency = 'late' | 'soon' | 'calm';

/** The time that is left, first in words: `2 h 14 min kvar`, `Försenad 3 h`. */
export function timeLeft(
  dueAt: string,
  now: number,
  language: Language,
  t: Texts,
): { readonly urgency: Urgency; readonly text: string } {
  const leftMs = Date.parse(dueAt) - now;
  if (leftMs < 0) {
    return { urgency: 'late', text: fill(t.overdue, { age: formatAge(-leftMs, language) }) };
  }
  return {
    urgency: leftMs < SOON_MS ? 'soon' : 'calm',
    text: fill(t.left, { age: formatAge(leftMs, language) }),
  };
}
