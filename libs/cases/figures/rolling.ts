import { daysBetween, type LocalDate } from '@hemgang/kernel';
import type { FigureSum } from '@hemgang/store';
import type { Measure } from './measures';
import { firstDayOf, lastDayOf, monthsBefore, type Period } from './stretches';
import { valueOf } from './values';

/** Twelve whole months. */
export interface RollingYear {
  /** The last day of the last of them. */
  readonly to: LocalDate;
  readonly count: number;
  readonly whole: number;
  /** Null: there is nothing to reckon it of. */
  readonly value: number | null;
}

/** The first and the last day of twelve months. */
interface Year {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const YEAR_MONTHS = 12;

/**
 * The twelve whole months that end with each month of a period. None before a whole year has been counted,
 * and none of a month that is not over. Pure.
 * @param first the first day of which anything is counted; null: nothing is
 */
export function rollingYears(
  { from, to }: Pick<Period, 'from' | 'to'>,
  first: LocalDate | null,
  today: LocalDate,
): readonly Year[] {
  const years: Year[] = [];
  let month = firstDayOf(from, 'month');
  for (let last = lastDayOf(month); last <= to && last < today; last = lastDayOf(month)) {
    const begins = monthsBefore(month, YEAR_MONTHS - 1);
    if (first !== null && first <= begins) years.push({ from: begins, to: last });
    month = monthsBefore(month, -1);
  }
  return years;
}

/**
 * A figure by rolling years. A year is the sum of its months, not their mean. Two that follow each other
 * share eleven months: limits of ordinary variation, which are of values that do not depend on each other,
 * are not reckoned of them. Pure.
 * @param months sums of the figure by month
 */
export function rollingOf(
  measure: Pick<Measure, 'kind'>,
  years: readonly Year[],
  months: readonly FigureSum[],
): readonly RollingYear[] {
  return years.map(({ from, to }) => {
    const its = months.filter((month) => from <= month.from && month.from <= to);
    const sum = its.reduce(
      (all, { count, whole }) => ({ count: all.count + count, whole: all.whole + whole }),
      { count: 0, whole: 0 },
    );
    const { count, whole, value } = valueOf(measure, sum, daysBetween(from, to) + 1);
    return { to, count, whole, value };
  });
}
