import type { CaseSummary, DutyLine } from '../api/types';
import { isFoundBy } from '../search';

/** A patient, or what else a case is about, with what the unit must do for her. */
export interface CaseLine {
  readonly caseId: string;
  readonly caseType: string;
  /** The most pressing first; none when the case waits for others. */
  readonly duties: readonly DutyLine[];
  /** Null for a case that the list of stays does not hold. */
  readonly stay: CaseSummary | null;
}

/** The duties in which every word that was searched for begins a word. */
export function found(
  duties: readonly DutyLine[],
  words: string,
  nameOf: (duty: DutyLine) => string,
): readonly DutyLine[] {
  if (words.trim() === '') return duties;
  return duties.filter((duty) =>
    isFoundBy(words, `${nameOf(duty)} ${duty.title} ${duty.text ?? ''}`),
  );
}

/**
 * One line for each case: those in which something is to be done, the most pressing first, then the
 * open stays that wait for others.
 * @param duties soonest due first
 * @param others open stays of the unit, also those without a duty among `duties`
 */
export function caseLines(
  duties: readonly DutyLine[],
  others: readonly CaseSummary[],
): readonly CaseLine[] {
  const stays = new Map(others.map((stay) => [stay.id, stay]));
  const owing = [...grouped(duties, ({ caseId }) => caseId)].map(([caseId, own]) => ({
    caseId,
    caseType: own[0]?.caseType ?? '',
    duties: own,
    stay: stays.get(caseId) ?? null,
  }));
  const isOwing = new Set(owing.map(({ caseId }) => caseId));
  const waiting = others
    .filter(({ id }) => !isOwing.has(id))
    .map((stay) => ({ caseId: stay.id, caseType: stay.type, duties: [], stay }));
  return [...owing, ...waiting];
}

/** Each fast vårdkontakt that any of the stays has at the reader's unit, once, by name. */
export function contactsOf(
  stays: readonly CaseSummary[],
): readonly NonNullable<CaseSummary['fastVardkontakt']>[] {
  const all = stays.flatMap(({ fastVardkontakt }) => fastVardkontakt ?? []);
  return [...new Map(all.map((each) => [each.id, each])).values()].sort((a, b) =>
    a.name.localeCompare(b.name, 'sv'),
  );
}

/** The lines of each fast vårdkontakt by name, those without one last; one group when nobody has any. */
export function byContact(
  lines: readonly CaseLine[],
): readonly { readonly contact: string | null; readonly lines: readonly CaseLine[] }[] {
  const groups = grouped(lines, ({ stay }) => stay?.fastVardkontakt?.name ?? null);
  return [...groups]
    .map(([contact, own]) => ({ contact, lines: own }))
    .sort((a, b) => (a.contact ?? '\uffff').localeCompare(b.contact ?? '\uffff', 'sv'));
}

/** In the order in which the first of each comes. */
function grouped<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
