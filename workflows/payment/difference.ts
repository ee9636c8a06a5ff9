import type { LocalDate } from '@hemgang/kernel';
import type { Ledger, LedgerRow } from './ledger';

/** A day of which two ledgers say different things; null: the ledger has no row for it. */
export interface ChangedDay {
  readonly date: LocalDate;
  readonly before: LedgerRow | null;
  readonly after: LedgerRow | null;
}

/** What a correction has changed. */
export interface LedgerDifference {
  readonly days: readonly ChangedDay[];
  readonly delayDays: number;
  readonly totalDays: number;
  /** Null when one of the sums is not known. */
  readonly totalOre: number | null;
}

/**
 * What the new ledger of the same stay says otherwise than the old one. That a day rests on other
 * events is no difference as long as it is the same to the one who pays.
 */
export function ledgerDifference(before: Ledger, after: Ledger): LedgerDifference {
  const old = rowsByDate(before);
  const now = rowsByDate(after);
  const dates = [...new Set([...old.keys(), ...now.keys()])].sort();
  const days = dates.flatMap((date): ChangedDay[] => {
    const [was, is] = [old.get(date) ?? null, now.get(date) ?? null];
    return isSameDay(was, is) ? [] : [{ date, before: was, after: is }];
  });
  return {
    days,
    delayDays: after.delayDays - before.delayDays,
    totalDays: after.totalDays - before.totalDays,
    totalOre:
      before.totalOre === null || after.totalOre === null ? null : after.totalOre - before.totalOre,
  };
}

/** Whether a day is the same to the one who pays, whatever it rests on. */
export function isSameDay(one: LedgerRow | null, other: LedgerRow | null): boolean {
  return (
    one?.reason === other?.reason &&
    one?.rule === other?.rule &&
    one?.amountOre === other?.amountOre
  );
}

function rowsByDate({ periods }: Ledger): ReadonlyMap<LocalDate, LedgerRow> {
  return new Map(periods.flatMap(({ rows }) => rows.map((row) => [row.date, row] as const)));
}
