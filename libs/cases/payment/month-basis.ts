import { createHmac } from 'node:crypto';
import { addDays, canonicalJson, type LocalDate } from '@hemgang/kernel';
import {
  countedPeriods,
  emptyMonth,
  ledger,
  monthOf,
  orePerDayOf,
  paysByDay,
  settleSums,
  statute,
  stayDays,
  withRates,
  withStay,
  type EnteredRate,
  type Ledger,
  type LedgerPeriod,
  type MonthSums,
  type PaymentPolicy,
} from '@workflows/payment';
import { sha256 } from '../contents';
import type { MonthBasis, MonthRow } from '../settlement/basis-source';
import { amountsOn, type AmountView } from './amounts';
import type { EndedStay } from './stays-of-months';

/** Twelve hexadecimal digits: enough that no two stays of a month are alike. */
const PSEUDONYM_DIGITS = 12;

/** The last day of a month. */
export function lastDayOf(month: string): LocalDate {
  const next = addDays(`${month}-28`, 4).slice(0, 7);
  return addDays(`${next}-01`, -1);
}

/** So many months in order, the last one given. */
export function monthsUntil(month: string, count: number): readonly string[] {
  if (count <= 1) return [month];
  return [...monthsUntil(addDays(`${month}-01`, -1).slice(0, 7), count - 1), month];
}

/** What is reckoned, and under what. */
export interface AskedMonth {
  /** SCB code. */
  readonly municipality: string;
  /** Those that the policy looks at together, in order; the last one is settled. */
  readonly months: readonly string[];
  /** With what the customer has entered. */
  readonly policy: PaymentPolicy;
  /** The amounts that the customer has entered, for the simulation. */
  readonly rates: readonly EnteredRate[];
  /** Of the pseudonyms: without it nobody can tell which case one stands for. */
  readonly key: Buffer;
}

/** A stay that counts in its month. */
interface Counted {
  readonly stay: EndedStay;
  readonly answer: Ledger;
  readonly periods: readonly LedgerPeriod[];
}

/**
 * Reckons a month. Pure.
 * @param stays that the municipality pays for and that ended in the months
 */
export function monthBasis(asked: AskedMonth, stays: readonly EndedStay[]): MonthBasis {
  const { municipality, months, policy, rates, key } = asked;
  const month = months.at(-1) ?? '';
  const ofMonth = (name: string) => stays.filter(({ endedAt }) => monthOf(endedAt) === name);
  const settled = ofMonth(month);
  const counted = countedOf(settled, policy);
  const sums = months.map((name) => sumsOf(name, countedOf(ofMonth(name), policy), policy));
  const figures = settleSums(sums, policy).months.at(-1);
  const pseudonymOf = (id: string) => pseudonym(key, municipality, month, id);
  const rows = rowsOf(counted, pseudonymOf);
  const simulation = simulated(settled, policy, rates);
  const orePerDay = orePerDayOf(month, policy);
  const charged = rows.filter(({ chargeable }) => chargeable).map(({ date }) => date);
  const priced = [...charged, ...(orePerDay === null ? [] : [`${month}-01`])];
  const amounts = amountsOn([...priced, ...simulation.priced], withRates(statute, rates).rates);
  return {
    ...{ municipality, month, orePerDay, rows, amounts },
    policy: { id: policy.id, version: policy.version },
    model: policy.model,
    threshold: policy.threshold?.days ?? null,
    ...togetherOf(sums, policy),
    linked: linkedOf(rows, pseudonymOf),
    inputHash: hashOf({ municipality, month, stays, amounts }),
    totals: {
      stays: figures?.n ?? 0,
      days: figures?.sumDays ?? 0,
      averageDays: figures?.averageDays ?? null,
      skrAverageDays: figures?.skrAverageDays ?? null,
      totalOre: figures?.totalOre ?? null,
      simulatedOre: simulation.ore,
    },
  };
}

function countedOf(stays: readonly EndedStay[], policy: PaymentPolicy): readonly Counted[] {
  return stays.flatMap((stay) => {
    const answer = ledger(stay.facts, policy);
    const periods = countedPeriods(answer, policy);
    return periods.length === 0 ? [] : [{ stay, answer, periods }];
  });
}

function sumsOf(month: string, counted: readonly Counted[], policy: PaymentPolicy): MonthSums {
  return counted.map(({ answer }) => stayDays(answer, policy)).reduce(withStay, emptyMonth(month));
}

function rowsOf(
  counted: readonly Counted[],
  pseudonymOf: (id: string) => string,
): readonly MonthRow[] {
  return counted
    .flatMap(({ stay, periods }) =>
      periods.flatMap((period) =>
        period.rows.map(({ events, ...row }) => ({
          ...{ pseudonym: pseudonymOf(stay.case), case: stay.case, ...row },
          events: [...new Set(events.flatMap((id) => stay.sources.get(id) ?? []))],
        })),
      ),
    )
    .sort((a, b) => (`${a.pseudonym} ${a.date}` < `${b.pseudonym} ${b.date}` ? -1 : 1))
    .map((row, index): MonthRow => ({ id: `r${index + 1}`, ...row }));
}

function pseudonym(key: Buffer, municipality: string, month: string, id: string): string {
  return createHmac('sha256', key)
    .update(`settlement ${municipality} ${month} ${id}`)
    .digest('hex')
    .slice(0, PSEUDONYM_DIGITS);
}

/** Cases other than the stay itself are SIPs. */
function linkedOf(
  rows: readonly MonthRow[],
  pseudonymOf: (id: string) => string,
): Readonly<Record<string, string>> {
  const others = rows.flatMap(({ case: stay, events }) =>
    events.map((event) => event.slice(0, event.lastIndexOf('.'))).filter((id) => id !== stay),
  );
  return Object.fromEntries([...new Set(others)].map((id) => [id, `sip-${pseudonymOf(id)}`]));
}

function togetherOf(
  sums: readonly MonthSums[],
  { threshold }: PaymentPolicy,
): Pick<MonthBasis, 'together'> {
  if (threshold === null || sums.length < 2) return {};
  const months = sums.map(({ month, n, delayDays: sumDays }) => ({ month, n, sumDays }));
  return { together: { average: threshold.months, inARow: threshold.inARow, months } };
}

/**
 * By the statute, stay by stay; null where the policy itself shows money, or an amount is missing.
 * @returns also the days that it prices
 */
function simulated(
  stays: readonly EndedStay[],
  policy: PaymentPolicy,
  rates: readonly EnteredRate[],
): { readonly ore: number | null; readonly priced: readonly LocalDate[] } {
  if (paysByDay(policy) || policy.model === 'average') return { ore: null, priced: [] };
  const model = withRates(statute, rates);
  const answers = stays.map(({ facts }) => ledger(facts, model));
  const rows = answers.flatMap(({ periods }) => periods.flatMap((period) => period.rows));
  return {
    ore: answers
      .map(({ totalOre }) => totalOre)
      .reduce<number | null>((sum, ore) => (sum === null || ore === null ? null : sum + ore), 0),
    priced: rows.filter(({ chargeable }) => chargeable).map(({ date }) => date),
  };
}

/**
 * The moment at which they are looked at is no fact of the stays. An amount of the program comes with
 * the policy's version; one that was entered is a fact.
 */
function hashOf({
  municipality,
  month,
  stays,
  amounts,
}: Pick<MonthBasis, 'municipality' | 'month'> & {
  readonly stays: readonly EndedStay[];
  readonly amounts: readonly AmountView[];
}): string {
  const facts = [...stays]
    .sort((a, b) => (a.case < b.case ? -1 : 1))
    .map(({ case: id, facts: { asOf: _, ...rest } }) => ({ case: id, ...rest }));
  const entered = amounts.filter(({ enteredOn }) => enteredOn !== null);
  const rates = entered.length === 0 ? {} : { entered };
  return sha256(canonicalJson({ municipality, month, facts, ...rates }));
}
