import type { FigureSum } from '@hemgang/store';
import type { Measure } from './measures';

/** How much of how much; null: made of too few cases to be shown. */
export interface FigureValue {
  readonly count: number | null;
  readonly whole: number | null;
  /** Per cent, a mean, or a number by day; null: not shown, or there is nothing to reckon it of. */
  readonly value: number | null;
  /** Made of so few cases that somebody might be recognised. */
  readonly isHidden: boolean;
}

export const WITHHELD: FigureValue = { count: null, whole: null, value: null, isHidden: true };

/**
 * What a sum says. Pure.
 * @param sum undefined: nothing was counted
 * @param days of which the sum is
 */
export function valueOf(
  { kind }: Pick<Measure, 'kind'>,
  sum: Pick<FigureSum, 'count' | 'whole'> | undefined,
  days: number,
): FigureValue & { readonly count: number; readonly whole: number } {
  const count = sum?.count ?? 0;
  const whole = kind === 'by-day' ? days : (sum?.whole ?? 0);
  const value = whole === 0 ? null : (kind === 'share' ? 100 * count : count) / whole;
  return { count, whole, value, isHidden: false };
}
