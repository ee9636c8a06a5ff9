import { groupBy, type Instant, type Text } from '@hemgang/kernel';
import type { ClaimedDelivery } from '@hemgang/store';
import type { AllowedWords } from './message';

/** What is told of a delivery. */
export type ToldPart = Pick<ClaimedDelivery, 'caseId' | 'kind' | 'due' | 'acute'>;

/**
 * What one message may say of all that is in it: how much of each kind, the soonest first, and how many saved
 * views there are to read. Pure.
 * @param meetings how many files for a calendar lie beside it
 */
export function allowedWords(
  parts: readonly ToldPart[],
  link: string,
  titleOf: (kind: string) => Text | null,
  meetings = 0,
): AllowedWords {
  const ofCases = parts.filter(({ caseId }) => caseId !== null);
  const kinds = [...groupBy(ofCases, ({ kind }) => kind ?? '').values()].map((same) => ({
    title: same[0].kind === null ? null : titleOf(same[0].kind),
    cases: casesIn(same),
    due: soonest(same),
  }));
  return {
    acute: parts.some(({ acute }) => acute === true),
    cases: casesIn(ofCases),
    kinds: kinds.sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1)),
    views: parts.length - ofCases.length,
    link,
    meetings,
  };
}

function casesIn(parts: readonly ToldPart[]): number {
  return new Set(parts.map(({ caseId }) => caseId)).size;
}

function soonest(parts: readonly ToldPart[]): Instant | null {
  return (
    parts
      .flatMap(({ due }) => due ?? [])
      .sort()
      .at(0) ?? null
  );
}
