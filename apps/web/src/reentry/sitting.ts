import type { CaseEvent } from '../api/types';
import { fromLocalInput } from '../time';

export const REENTRY = '/efter-avbrott';

/** In place of a stay's id: somebody who is to be admitted. */
export const NEW_PATIENT = 'ny';

/**
 * Somebody who enters papers after an outage. It stands in the address and nowhere else: times, and
 * ids of stays. Times are as their fields hold them, Swedish time.
 */
export interface Sitting {
  readonly from: string;
  readonly until: string;
  /** The actual time of the paper in hand, or of the last one. */
  readonly at: string;
  /** The stay of the paper in hand; null: none is. */
  readonly paper: string | null;
  /** Stays whose papers have been taken in hand. */
  readonly stays: readonly string[];
}

/** What an address says; null while it does not say when the service was away. */
export function sittingIn(search: string): Sitting | null {
  const said = new URLSearchParams(search);
  const time = (name: string) => {
    const text = said.get(name) ?? '';
    return fromLocalInput(text) === null ? null : text;
  };
  const [from, until] = [time('fran'), time('till')];
  if (from === null || until === null) return null;
  return {
    ...{ from, until, at: time('tid') ?? from },
    ...{ paper: said.get('papper'), stays: [...new Set(said.getAll('arende'))] },
  };
}

export function addressOf({ from, until, at, paper, stays }: Sitting): string {
  const said = new URLSearchParams({ fran: from, till: until, tid: at });
  if (paper !== null) said.set('papper', paper);
  stays.forEach((stay) => said.append('arende', stay));
  return `${REENTRY}?${said}`;
}

/** With a paper of the stay in hand. */
export function takenUp(sitting: Sitting, paper: string, at: string): Sitting {
  const isKnown = paper === NEW_PATIENT || sitting.stays.includes(paper);
  return { ...sitting, paper, at, stays: isKnown ? sitting.stays : [...sitting.stays, paper] };
}

/** What somebody has registered after the outage of that which happened in it, as it happened. */
export function enteredBy(
  person: string,
  events: readonly CaseEvent[],
  { from, until }: Pick<Sitting, 'from' | 'until'>,
): readonly CaseEvent[] {
  const [began, ended] = [from, until].map((local) => Date.parse(fromLocalInput(local) ?? ''));
  if (began === undefined || ended === undefined) return [];
  return events
    .filter(({ actor }) => actor.person?.id === person)
    .filter(({ occurredAt }) => within(Date.parse(occurredAt), began, ended))
    .filter(({ recordedAt }) => Date.parse(recordedAt) >= ended)
    .sort((one, other) => Date.parse(one.occurredAt) - Date.parse(other.occurredAt));
}

function within(at: number, from: number, until: number): boolean {
  return at >= from && at <= until;
}
