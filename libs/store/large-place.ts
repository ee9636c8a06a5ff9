import type { LocalDate } from '@hemgang/kernel';
import { LARGE, SHARE_OF_PARTS, WHOLE } from './sql/cases-behind';
import type { Queryable } from './statement';

/** Some measures of a place. */
export interface Span {
  readonly place: string;
  readonly measures: readonly string[];
  /** The first and the last day, both among them. */
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Whether much, but not all, of what there is on some days belongs to a place. */
export async function isLargePlace(
  session: Queryable,
  { place, measures, from, to }: Span,
): Promise<boolean> {
  if (place === WHOLE) return false;
  const [of] = await session.run(SHARE_OF_PARTS, [place, measures, from, to, WHOLE]);
  return (of?.share ?? 0) >= LARGE;
}
