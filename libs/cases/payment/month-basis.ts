import { createHmac } from 'node:crypto';
import { addDays, canonicalJson, type LocalDate } from '@hemgang/kernel';
import {
  countedPeriods,
  emptyMonth,
  ledger,
  paysByDay,
  settleSums,
  statute,
  stayDays,
  withStay,
  type PaymentPolicy,
} from '@workflows/payment';
import { sha256 } from '../contents';
import type { MonthBasis, MonthRow } from '../settlement/basis-source';
import type { EndedStay } from './stays-of-months';

/** Twelve hexadecimal digits: enough that no two stays of a month are alike. */
const PSEUDONYM_DIGITS = 12;

/** The last day of a month. */
export function lastDayOf(month: string): LocalDate {
  const next = addDays(`${month}-28`, 4).slice(0, 7);
  return addDays(`${next}-01`, -1);
}

/**
 * Reckons a month. Pure.
 * @param stays that the municipality pays for and that ended in the month
 * @param key of the pseudonyms; without it nobody can tell which stay one stands for
 */
export function monthBasis(
  { municipality, month }: Pick<MonthBasis, 'municipality' | 'month'>,
  stays: readonly EndedStay[],
  policy: PaymentPolicy,
  key: Buffer,
): MonthBasis {
  const counted = stays.flatMap((stay) => {
    const answer = ledger(stay.facts, policy);
    const periods = countedPeriods(answer, policy);
    return periods.length === 0 ? [] : [{ stay, answer, periods }];
  });
  const sums = counted
    .map(({ answer }) => stayDays(answer, policy))
    .reduce(withStay, emptyMonth(month));
  const [figures] = settleSums([sums], policy).months;
  const rows = counted
    .flatMap(({ stay, periods }) => {
      const pseudonym = createHmac('sha256', key)
        .update(`settlement ${municipality} ${month} ${stay.case}`)
        .digest('hex')
        .slice(0, PSEUDONYM_DIGITS);
      return periods.flatMap((period) =>
        period.rows.map(({ events, ...row }) => ({
          ...{ pseudonym, case: stay.case, ...row },
          events: [...new Set(events.flatMap((id) => stay.sources.get(id) ?? []))],
        })),
      );
    })
    .sort((a, b) => (`${a.pseudonym} ${a.date}` < `${b.pseudonym} ${b.date}` ? -1 : 1))
    .map((row, index): MonthRow => ({ id: `r${index + 1}`, ...row }));
  return {
    municipality,
    month,
    policy: { id: policy.id, version: policy.version },
    inputHash: hashOf(municipality, month, stays),
    rows,
    totals: {
      stays: sums.n,
      days: sums.delayDays,
      averageDays: figures?.averageDays ?? null,
      skrAverageDays: figures?.skrAverageDays ?? null,
      totalOre: figures?.totalOre ?? null,
      simulatedOre: simulated(stays, policy),
    },
  };
}

/** By the statute, stay by stay; null where the policy itself shows money, or an amount is missing. */
function simulated(stays: readonly EndedStay[], policy: PaymentPolicy): number | null {
  if (paysByDay(policy) || policy.model === 'average') return null;
  return stays
    .map(({ facts }) => ledger(facts, statute).totalOre)
    .reduce<number | null>((sum, ore) => (sum === null || ore === null ? null : sum + ore), 0);
}

/** The moment at which they are looked at is no fact of the stays. */
function hashOf(municipality: string, month: string, stays: readonly EndedStay[]): string {
  const facts = [...stays]
    .sort((a, b) => (a.case < b.case ? -1 : 1))
    .map(({ case: id, facts: { asOf: _, ...rest } }) => ({ case: id, ...rest }));
  return sha256(canonicalJson({ municipality, month, facts }));
}
