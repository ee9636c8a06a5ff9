import type { Instant } from '@hemgang/kernel';
import type { Silence } from '@workflows/agreement';
import { averageOre, together, type Verdict } from '@workflows/payment';
import type { Basis, DisputedRow, Figures, RowStanding, SettlementContext, Sum } from './context';

const BY_SILENCE: Readonly<Record<Silence, RowStanding>> = {
  'row-falls': 'removed',
  'row-stands': 'counts',
  'joint-group': 'joint-group',
};

/**
 * Where a disputed row stands at a moment. That the time to answer is out changes no state: what
 * silence means is read from the deadline and the agreement.
 */
export function standingAt(
  { stands, answerBy }: Pick<DisputedRow, 'stands' | 'answerBy'>,
  silence: Silence,
  asOf: Instant,
): RowStanding {
  return stands === 'asked' && asOf > answerBy ? BY_SILENCE[silence] : stands;
}

/** The figures of a settlement as its disputes stand at a moment. */
export function sumAt(
  { basis, disputes, terms }: Pick<SettlementContext, 'basis' | 'disputes' | 'terms'>,
  asOf: Instant,
): Sum {
  const standing = (row: DisputedRow) => standingAt(row, terms.silence, asOf);
  const removed = disputes.filter((row) => standing(row) === 'removed');
  const open = disputes.filter((row) => ['asked', 'joint-group'].includes(standing(row)));
  const withDisputed = figuresWithout(basis, removed);
  const undisputed = figuresWithout(basis, [...removed, ...open]);
  const disputedOre =
    withDisputed.totalOre === null || undisputed.totalOre === null
      ? null
      : withDisputed.totalOre - undisputed.totalOre;
  return { withDisputed, undisputed, disputedDays: open.length, disputedOre };
}

/**
 * The figures when some rows do not count. In the individual model each row is a day with its
 * price; in an average the days are fewer, and with them what exceeds the threshold.
 */
function figuresWithout(basis: Basis, rows: readonly DisputedRow[]): Figures {
  const { totals, model, threshold, orePerDay } = basis;
  const days = totals.days - rows.length;
  const paidDays = totals.paidDays - rows.filter(({ paid }) => paid).length;
  const averageDays = totals.stays === 0 ? null : days / totals.stays;
  const above = threshold === null ? null : Math.max(0, days - threshold * totals.stays);
  const excessDays = model === 'individual' ? paidDays : above;
  const verdict = verdictWithout(basis, rows.length);
  const { triggered } = verdict;
  const totalOre =
    model === 'individual'
      ? pricedWithout(totals.totalOre, rows)
      : averageOre({ excessDays, orePerDay, triggered }, basis);
  return { days, paidDays, averageDays, excessDays, totalOre, ...verdict };
}

function pricedWithout(totalOre: number | null, rows: readonly DisputedRow[]): number | null {
  const less = rows.reduce((sum, { ore }) => sum + (ore ?? 0), 0);
  return totalOre === null ? null : totalOre - less;
}

/** What the months together say when some days of the settled one do not count. */
function verdictWithout({ together: several, threshold }: Basis, daysLess: number): Verdict {
  const settled = several?.months.at(-1);
  if (several === undefined || settled === undefined) return {};
  const { average, inARow } = several;
  const months = [
    ...several.months.slice(0, -1),
    { ...settled, sumDays: settled.sumDays - daysLess },
  ];
  return together(months, { days: threshold, months: average, inARow });
}

/**
 * What is still to be invoiced (more than nothing) or credited (less), once locked. Disputes decided
 * after the lock add to it: the locked figures themselves stay.
 */
export function outstandingOre(context: SettlementContext): number {
  const { locked, signed, invoices } = context;
  if (locked === null) return 0;
  const due = sumAt(context, signed?.at ?? locked.at).undisputed.totalOre;
  const invoiced = invoices.reduce((sum, { ore }) => sum + ore, 0);
  return due === null ? 0 : due - invoiced;
}
