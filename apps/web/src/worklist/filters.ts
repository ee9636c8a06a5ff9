import type { DutyLine } from '../api/types';
import { formatDay } from '../time';

export const SHOWN = ['all', 'late', 'today', 'unseen', 'mine', 'free'] as const;
export type Shown = (typeof SHOWN)[number];

/** What the address says of the list. Words that somebody searches for never stand there. */
export interface Filters {
  readonly visa: Shown;
  readonly ordna: 'uppgifter' | 'patienter';
}

/** What stands in an address, whoever wrote it; what is not understood is left out. */
export function filtersOf(search: Readonly<Record<string, unknown>>): Filters {
  return {
    visa: SHOWN.find((each) => each === search['visa']) ?? 'all',
    ordna: search['ordna'] === 'patienter' ? 'patienter' : 'uppgifter',
  };
}

/** The shortest address that says the same. */
export function searchOf({ visa, ordna }: Filters): Record<string, string> {
  return {
    ...(visa === 'all' ? {} : { visa }),
    ...(ordna === 'uppgifter' ? {} : { ordna }),
  };
}

/**
 * Whether a duty is among those that are shown.
 * @param now the server's time in milliseconds; a day is a Swedish one
 * @param reader id of the person who reads
 */
export function isShown(duty: DutyLine, shown: Shown, now: number, reader: string): boolean {
  switch (shown) {
    case 'all':
      return true;
    case 'late':
      return duty.dueAt !== null && Date.parse(duty.dueAt) < now;
    case 'today':
      return duty.dueAt !== null && formatDay(duty.dueAt) <= formatDay(now);
    case 'unseen':
      return duty.seen === null;
    case 'mine':
      return duty.owner.person?.id === reader;
    case 'free':
      return duty.owner.person === null;
  }
}
