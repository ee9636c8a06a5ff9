import { addDays, localDate } from '@hemgang/kernel';
import type { Ledger, LedgerPeriod } from './ledger';
import { paysByDay, type PaymentPolicy, type Threshold } from './policy';
import { oreOn } from './rates';

/** What one stay that has ended adds to the figures of its month. */
export interface StayDays {
  /** Days from notice to end, over all its periods or the last one (I-7). */
  readonly delayDays: number;
  readonly paidDays: number;
  /** Null when an amount is missing, or none is shown. */
  readonly ore: number | null;
}

/** What a municipality's stays of one month come to. Averages are not rounded. */
export interface MonthFigures {
  /** `YYYY-MM`: the month in which the stays ended. */
  readonly month: string;
  readonly n: number;
  readonly sumDays: number;
  /** Over all stays, also those of no day: what payment is reckoned from. Null without stays. */
  readonly averageDays: number | null;
  /** Over stays of a day or more: the national figure (SKR). Null without such stays. */
  readonly skrAverageDays: number | null;
  /** Null: none, or not known. */
  readonly threshold: number | null;
  /** Days that are paid for, or above the threshold; null when that cannot be said. */
  readonly excessDays: number | null;
  /** Null when an amount is missing, or none is shown under this policy. */
  readonly totalOre: number | null;
}

/** A month's stays and their days: what an average over several months is made of. */
export type MonthDays = Pick<MonthFigures, 'month' | 'n' | 'sumDays'>;

/** What follows from several months together; of a policy that looks at one alone, nothing. */
export interface Verdict {
  /** The average over the months that the policy looks at together. */
  readonly combined?: Combined;
  /** Whether the threshold has set off what the policy says; null: the threshold is not known. */
  readonly triggered?: boolean | null;
}

/** The months of a municipality, and what follows from several of them together. */
export interface Settled extends Verdict {
  readonly months: readonly MonthFigures[];
}

export interface Combined {
  readonly months: readonly string[];
  readonly n: number;
  readonly sumDays: number;
  readonly averageDays: number | null;
}

/** A month and its stays. */
export interface MonthOfStays {
  readonly month: string;
  readonly stays: readonly StayDays[];
}

/** What the stays of a month come to together: all that its figures need of them. */
export interface MonthSums {
  readonly month: string;
  readonly n: number;
  /** Stays of a day or more. */
  readonly ofADay: number;
  readonly delayDays: number;
  readonly paidDays: number;
  /** Null when the amount of one of them is not known. */
  readonly ore: number | null;
}

/** A month before its first stay. */
export function emptyMonth(month: string): MonthSums {
  return { month, n: 0, ofADay: 0, delayDays: 0, paidDays: 0, ore: 0 };
}

/** The month with one stay more. */
export function withStay(sums: MonthSums, { delayDays, paidDays, ore }: StayDays): MonthSums {
  return {
    month: sums.month,
    n: sums.n + 1,
    ofADay: sums.ofADay + (delayDays > 0 ? 1 : 0),
    delayDays: sums.delayDays + delayDays,
    paidDays: sums.paidDays + paidDays,
    ore: sums.ore === null || ore === null ? null : sums.ore + ore,
  };
}

/**
 * The periods of a stay that count in its month. An average is one of days that somebody may have to
 * pay for: of a period that lacks a condition it knows nothing.
 */
export function countedPeriods(
  { periods }: Pick<Ledger, 'periods'>,
  { model, interpretation }: PaymentPolicy,
): readonly LedgerPeriod[] {
  const counted = isAverage({ model })
    ? periods.filter(({ blockedBy }) => blockedBy.length === 0)
    : periods;
  return interpretation.periodsInAverage === 'last' ? counted.slice(-1) : counted;
}

/** What a stay adds, from its ledger. */
export function stayDays(answer: Ledger, policy: PaymentPolicy): StayDays {
  const delayDays = countedPeriods(answer, policy).reduce((sum, { rows }) => sum + rows.length, 0);
  return { delayDays, paidDays: answer.totalDays, ore: answer.totalOre };
}

/** @param months in order */
export function settle(months: readonly MonthOfStays[], policy: PaymentPolicy): Settled {
  const sums = months.map(({ month, stays }) => stays.reduce(withStay, emptyMonth(month)));
  return settleSums(sums, policy);
}

/** The same from sums, for whoever does not hold all stays at once. @param months in order */
export function settleSums(months: readonly MonthSums[], policy: PaymentPolicy): Settled {
  const days = months.map(({ month, n, delayDays: sumDays }): MonthDays => ({ month, n, sumDays }));
  const figures = months.map((month, index) => {
    const { triggered } = together(days.slice(0, index + 1), policy.threshold);
    return figuresOf(month, policy, triggered);
  });
  return { months: figures, ...together(days, policy.threshold) };
}

function figuresOf(
  sums: MonthSums,
  policy: PaymentPolicy,
  triggered: Verdict['triggered'],
): MonthFigures {
  const { month, n, delayDays: sumDays, ofADay } = sums;
  const threshold = policy.threshold?.days ?? null;
  const excessDays = excessOf(sums, policy);
  return {
    ...{ month, n, sumDays, threshold, excessDays },
    averageDays: average(sumDays, n),
    skrAverageDays: average(sumDays, ofADay),
    totalOre: paysByDay(policy)
      ? sums.ore
      : averageOre({ excessDays, orePerDay: orePerDayOf(month, policy), triggered }, policy),
  };
}

function excessOf({ n, delayDays, paidDays }: MonthSums, policy: PaymentPolicy): number | null {
  if (paysByDay(policy)) return paidDays;
  const days = policy.threshold?.days ?? null;
  return days === null ? null : Math.max(0, delayDays - days * n);
}

/** The amount of a day above an average's threshold; null where there is none. */
export function orePerDayOf(month: string, policy: PaymentPolicy): number | null {
  return isAverage(policy) ? oreOn(`${month}-01`, policy.rates) : null;
}

/**
 * What the days above the threshold cost. Where several months together decide, nothing as long as
 * they do not exceed it, and null when that cannot be said.
 */
export function averageOre(
  {
    excessDays,
    orePerDay,
    triggered,
  }: Pick<MonthFigures, 'excessDays'> & {
    readonly orePerDay: number | null;
    readonly triggered: Verdict['triggered'];
  },
  policy: Pick<PaymentPolicy, 'model'>,
): number | null {
  if (!isAverage(policy) || excessDays === null || triggered === null) return null;
  if (triggered === false || excessDays === 0) return 0;
  return orePerDay === null ? null : Math.round(excessDays * orePerDay);
}

function isAverage({ model }: Pick<PaymentPolicy, 'model'>): boolean {
  return model === 'average' || model === 'averageGated';
}

/** How many months a policy looks at together, the settled one included. */
export function monthsTogether({ threshold }: PaymentPolicy): number {
  return threshold === null ? 1 : Math.max(threshold.months, threshold.inARow);
}

/** @param months in order, the settled one last */
export function together(months: readonly MonthDays[], threshold: Threshold | null): Verdict {
  if (threshold === null || (threshold.months === 1 && threshold.inARow === 1)) return {};
  if (threshold.months === 1) {
    return { triggered: longestRun(months, threshold.days) >= threshold.inARow };
  }
  const combined = combine(months.slice(-threshold.months));
  const triggered =
    threshold.days === null || combined.averageDays === null
      ? null
      : combined.averageDays > threshold.days;
  return { combined, triggered };
}

/** The months' days over the months' stays: not the mean of their means. */
function combine(all: readonly MonthDays[]): Combined {
  const n = sumOf(all.map((month) => month.n));
  const sumDays = sumOf(all.map((month) => month.sumDays));
  return { months: all.map(({ month }) => month), n, sumDays, averageDays: average(sumDays, n) };
}

/** How many calendar months in a row have exceeded the threshold, at most. */
function longestRun(months: readonly MonthDays[], days: number | null): number {
  let longest = 0;
  let run = 0;
  let before = '';
  for (const { month, n, sumDays } of months) {
    const averageDays = average(sumDays, n);
    const exceeds = days !== null && averageDays !== null && averageDays > days;
    run = exceeds ? (month === monthAfter(before) ? run : 0) + 1 : 0;
    longest = Math.max(longest, run);
    before = month;
  }
  return longest;
}

/** @param month `YYYY-MM`, or nothing yet */
function monthAfter(month: string): string {
  return month === '' ? '' : addDays(`${month}-28`, 4).slice(0, 7);
}

function average(sum: number, n: number): number | null {
  return n === 0 ? null : sum / n;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** The month in which something happened, by the Swedish calendar. */
export function monthOf(at: string): string {
  return localDate(at).slice(0, 7);
}
