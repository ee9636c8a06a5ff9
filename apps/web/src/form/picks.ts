import { isFoundBy } from '../search';

/** Something that can be picked. */
export interface Pick {
  readonly value: string;
  readonly label: string;
  /** What tells two of the same name apart. */
  readonly detail: string;
  /** What one should know before sending, shown once it is picked. */
  readonly note?: string;
  /** Why it is proposed, shown once it is picked. */
  readonly because?: readonly string[];
  /** What speaks against it, and what happens if one goes on; shown once it is picked. */
  readonly warnings?: readonly { readonly text: string; readonly then: string }[];
}

/** What is offered for each picking field, by the field's name; for one of several times, by its path. */
export type Picks = Readonly<Record<string, readonly Pick[]>>;

/** From here on a list is searched rather than read. */
export const SEARCH_FROM_ITEMS = 12;

/**
 * Picks that match every word, and those that are chosen already, which must never vanish from sight.
 */
export function matching(
  picks: readonly Pick[],
  words: string,
  chosen: readonly string[],
): readonly Pick[] {
  return picks.filter(
    ({ value, label, detail }) => chosen.includes(value) || isFoundBy(words, `${label} ${detail}`),
  );
}
