import type { Citation, LocalDate } from '@hemgang/kernel';
import {
  countedPeriods,
  emptyMonth,
  isSameDay,
  ledger,
  monthOf,
  paysByDay,
  settleSums,
  stayDays,
  withStay,
  type DayReason,
  type HindranceCode,
  type Ledger,
  type LedgerRow,
  type MonthFigures,
  type MonthSums,
  type PaymentPolicy,
} from '@workflows/payment';
import { amountsOn, type AmountView } from './amounts';
import type { EndedStay } from './stays-of-months';

/** What a municipality's stays come to under one policy. */
export interface PolicyFigures {
  readonly policy: string;
  /** Stays that count. */
  readonly n: number;
  /** Days as utskrivningsklar of those stays. */
  readonly delayDays: number;
  /** Days to pay for, or above the threshold of each month; null when that cannot be said. */
  readonly days: number | null;
  /** Null when an amount is missing, or none is shown under this policy. */
  readonly totalOre: number | null;
  /** Stays that are hindered, by what hinders them; a stay may be hindered by several things. */
  readonly hindered: readonly { readonly code: HindranceCode; readonly stays: number }[];
}

/** What a day is under a policy; null: it is none of its days. */
export interface DayUnder {
  readonly reason: DayReason | null;
  readonly rule: Citation | null;
}

/** How many days are one thing under the first policy and another under the second. */
export interface DifferingDays {
  readonly a: DayUnder;
  readonly b: DayUnder;
  readonly days: number;
}

export interface ComparedMunicipality {
  /** SCB code. */
  readonly municipality: string;
  readonly a: PolicyFigures;
  readonly b: PolicyFigures;
  /** The commonest first. */
  readonly reasons: readonly DifferingDays[];
}

/** Two policies on the same recorded stays. */
export interface PaymentComparison {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly policies: readonly [string, string];
  readonly municipalities: readonly ComparedMunicipality[];
  /** The amounts that the sums of both rest on. */
  readonly amounts: readonly AmountView[];
}

/** Adds stays up; holds sums and counts, never a stay. */
export class Comparison {
  private readonly sides = new Map<string, readonly [Side, Side]>();
  private readonly reasons = new Map<string, Map<string, DifferingDays>>();

  constructor(private readonly policies: readonly [PaymentPolicy, PaymentPolicy]) {}

  add({ municipality, facts, endedAt }: EndedStay): void {
    const [a, b] = this.sides.get(municipality) ?? this.begin(municipality);
    const month = monthOf(endedAt);
    const [answerA, answerB] = [a.add(month, facts), b.add(month, facts)];
    const differing = this.reasons.get(municipality);
    if (differing !== undefined) countDifferences(answerA, answerB, differing);
  }

  /** Municipalities by SCB code. */
  result(): Pick<PaymentComparison, 'municipalities' | 'amounts'> {
    const sides = [...this.sides].sort(([one], [other]) => (one < other ? -1 : 1));
    const municipalities = sides.map(([municipality, [a, b]]) => ({
      municipality,
      a: a.figures(),
      b: b.figures(),
      reasons: [...(this.reasons.get(municipality)?.values() ?? [])].sort(
        (one, other) => other.days - one.days,
      ),
    }));
    const priced = sides.flatMap(([, both]) => both.flatMap((side) => side.pricedYears()));
    const rates = this.policies.flatMap((policy) => policy.rates);
    const days = [...new Set(priced)].map((year) => `${year}-01-01`);
    return { municipalities, amounts: amountsOn(days, [...new Set(rates)]) };
  }

  private begin(municipality: string): readonly [Side, Side] {
    const sides = [new Side(this.policies[0]), new Side(this.policies[1])] as const;
    this.sides.set(municipality, sides);
    this.reasons.set(municipality, new Map());
    return sides;
  }
}

/** A municipality under one policy. */
class Side {
  private readonly months = new Map<string, MonthSums>();
  private readonly hindered = new Map<HindranceCode, number>();
  private readonly chargedYears = new Set<string>();

  constructor(private readonly policy: PaymentPolicy) {}

  add(month: string, facts: EndedStay['facts']): Ledger {
    const answer = ledger(facts, this.policy);
    const codes = answer.periods.flatMap(({ blockedBy }) => blockedBy.map(({ code }) => code));
    for (const code of new Set(codes)) {
      this.hindered.set(code, (this.hindered.get(code) ?? 0) + 1);
    }
    const charged = rowsOf(answer).filter(({ chargeable }) => chargeable);
    for (const { date } of charged) this.chargedYears.add(date.slice(0, 4));
    if (countedPeriods(answer, this.policy).length > 0) {
      const sums = this.months.get(month) ?? emptyMonth(month);
      this.months.set(month, withStay(sums, stayDays(answer, this.policy)));
    }
    return answer;
  }

  /** Years whose amount its sums rest on. */
  pricedYears(): readonly string[] {
    const paid = this.settled().filter(({ totalOre }) => totalOre !== null && totalOre > 0);
    const byAverage = paysByDay(this.policy) ? [] : paid.map(({ month }) => month.slice(0, 4));
    return [...this.chargedYears, ...byAverage];
  }

  figures(): PolicyFigures {
    const sums = [...this.months.values()];
    const months = this.settled();
    return {
      policy: this.policy.id,
      n: sums.reduce((sum, { n }) => sum + n, 0),
      delayDays: sums.reduce((sum, { delayDays }) => sum + delayDays, 0),
      days: sumOf(months.map(({ excessDays }) => excessDays)),
      totalOre: sumOf(months.map(({ totalOre }) => totalOre)),
      hindered: [...this.hindered].sort().map(([code, stays]) => ({ code, stays })),
    };
  }

  private settled(): readonly MonthFigures[] {
    const sums = [...this.months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
    return settleSums(sums, this.policy).months;
  }
}

function sumOf(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce<number | null>(
    (sum, each) => (sum === null || each === null ? null : sum + each),
    0,
  );
}

function countDifferences(a: Ledger, b: Ledger, counts: Map<string, DifferingDays>): void {
  const rowsB = new Map(rowsOf(b).map((row) => [row.date, row]));
  const pairs = rowsOf(a).map((row) => [row, rowsB.get(row.date) ?? null] as const);
  const onlyB = rowsOf(b)
    .filter(({ date }) => pairs.every(([row]) => row.date !== date))
    .map((row) => [null, row] as const);
  for (const [rowA, rowB] of [...pairs, ...onlyB]) {
    if (isSameDay(rowA, rowB)) continue;
    const [underA, underB] = [underOf(rowA), underOf(rowB)];
    const key = `${underA.reason} ${underA.rule} ${underB.reason} ${underB.rule}`;
    const days = (counts.get(key)?.days ?? 0) + 1;
    counts.set(key, { a: underA, b: underB, days });
  }
}

function underOf(row: LedgerRow | null): DayUnder {
  return { reason: row?.reason ?? null, rule: row?.rule ?? null };
}

function rowsOf({ periods }: Ledger): readonly LedgerRow[] {
  return periods.flatMap(({ rows }) => rows);
}
