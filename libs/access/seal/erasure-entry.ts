import { createHash } from 'node:crypto';
import { canonicalJson } from '@hemgang/kernel';
import type { ErasureRow, LineRanges } from '@hemgang/store';

/** How the action of the sealed line of an erasure begins. */
const ACTION = 'erasure:';

/** An erasure without its digest. */
export type ErasureSaid = Omit<ErasureRow, 'digest'>;

/** The erasure with the digest of all that it says. */
export function erasureOf(said: ErasureSaid): ErasureRow {
  return { ...said, digest: erasureDigest(said) };
}

export function erasureDigest(said: ErasureSaid): string {
  const { id, at, controller, rule, decision, before, counts, lines } = said;
  const text = canonicalJson({ id, at, controller, rule, decision, before, counts, lines });
  return createHash('sha256').update(text).digest('hex');
}

/** What the access log, which is sealed, says of it: the rule, how much, and the digest of the rest. */
export function erasureAction({ rule, counts, digest }: ErasureRow): string {
  const sums = Object.entries(counts).map(([name, count]) => `${name}=${count}`);
  return `${ACTION}${rule.replace(/ /g, '_')}:${sums.join(',')}:${digest}`;
}

/** The digest in the line of an erasure; null when the line is another. */
export function digestIn(action: string): string | null {
  return action.startsWith(ACTION) ? (action.split(':').at(-1) ?? null) : null;
}

/** Numbers as ranges, both ends included. @param numbers ascending */
export function rangesOf(numbers: readonly number[]): LineRanges {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] + 1 === number) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}

/** Whether a range holds the number. @param ranges ascending and apart */
export function covers(ranges: LineRanges, number: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = ranges[middle] as readonly [number, number];
    if (number < from) high = middle - 1;
    else if (number > to) low = middle + 1;
    else return true;
  }
  return false;
}
