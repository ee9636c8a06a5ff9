import type { AskedBasis } from '@hemgang/engine';
import type { Citation, LocalDate } from '@hemgang/kernel';
import type { DayReason } from '@workflows/payment';
import type { Basis, BasisGiven, RowWeight } from '@workflows/settlement';
import type { AmountView } from '../payment/amounts';
import type { MonthBasis, MonthRow } from './basis-source';
import type { EvidenceLine } from './evidence';

/** A row as both sides hold it: nothing in it says whose it is. */
export interface UnderlagRow {
  /** Stays the same from one computation to the next: `<pseudonym>.<date>`. */
  readonly id: string;
  readonly pseudonym: string;
  readonly date: LocalDate;
  readonly chargeable: boolean;
  readonly reason: DayReason;
  readonly rule: Citation;
  /** Events that it rests on: `3` of the stay's log, `sip-5c1f0a9b77de.2` of a SIP's. */
  readonly events: readonly string[];
  readonly amountOre: number | null;
}

/** The rows of one computation, as content keeps them. */
export interface Underlag {
  readonly rows: readonly UnderlagRow[];
  /** What both sides owed in the stays, and when they did it. */
  readonly evidence: readonly EvidenceLine[];
  /** What the amounts are and where they stand; absent in what was computed before they were kept. */
  readonly amounts?: readonly AmountView[];
}

/** What one computation gives: sums for the event, rows for both sides, stays for the region. */
export interface Computed {
  readonly given: BasisGiven;
  readonly content: {
    readonly underlag: Underlag;
    /** Which case a pseudonym stands for; the region's own. */
    readonly cases: Readonly<Record<string, string>>;
  };
}

/**
 * Turns a computed month into what the event, the municipality and the region get of it.
 * @param payer the municipality's unit for settlements, when it has one
 */
export function computed(
  month: MonthBasis,
  evidence: readonly EvidenceLine[],
  asked: AskedBasis,
  payer: string | undefined,
): Computed {
  const rows = month.rows.map((row) => underlagRow(row, month.linked));
  const weights = new Map(rows.map((row) => [row.id, weightOf(row)]));
  const disputed = asked.rows.flatMap((id): [string, RowWeight][] => {
    const weight = weights.get(id);
    return weight === undefined ? [] : [[id, weight]];
  });
  return {
    given: {
      ...basisOf(month),
      ...(payer === undefined ? {} : { payer }),
      disputed: Object.fromEntries(disputed),
    },
    content: {
      underlag: { rows, evidence, amounts: month.amounts },
      cases: Object.fromEntries([
        ...month.rows.map((row) => [row.pseudonym, row.case] as const),
        ...Object.entries(month.linked).map(([id, pseudonym]) => [pseudonym, id] as const),
      ]),
    },
  };
}

/** What a row adds to the sums. */
export function weightOf({ chargeable, amountOre }: UnderlagRow): RowWeight {
  return { paid: chargeable, ore: chargeable ? amountOre : 0 };
}

function basisOf(month: MonthBasis): Basis {
  const { inputHash, policy, model, threshold, orePerDay, together, totals, rows } = month;
  return {
    ...{ inputHash, policy, model, threshold, orePerDay },
    ...(together === undefined ? {} : { together }),
    totals: { ...totals, paidDays: rows.filter(({ chargeable }) => chargeable).length },
    rows: rows.length,
  };
}

function underlagRow(row: MonthRow, linked: MonthBasis['linked']): UnderlagRow {
  const { pseudonym, date, chargeable, reason, rule, events, amountOre } = row;
  const id = `${pseudonym}.${date}`;
  const named = events.map((event) => eventName(event, row.case, linked));
  return { id, pseudonym, date, chargeable, reason, rule, events: named, amountOre };
}

/** A case's id would say whose it is: what stands for it is named instead. */
function eventName(event: string, stay: string, linked: MonthBasis['linked']): string {
  const at = event.lastIndexOf('.');
  const [id, number] = [event.slice(0, at), event.slice(at + 1)];
  return id === stay ? number : `${linked[id]}.${number}`;
}

/** What one computation says otherwise than the one before it. */
export interface UnderlagDifference {
  readonly added: readonly UnderlagRow[];
  readonly removed: readonly UnderlagRow[];
  readonly changed: readonly { readonly before: UnderlagRow; readonly after: UnderlagRow }[];
}

/** That a day rests on other events is no difference as long as it is the same to who pays. */
export function difference(before: Underlag, after: Underlag): UnderlagDifference {
  const old = new Map(before.rows.map((row) => [row.id, row]));
  const now = new Map(after.rows.map((row) => [row.id, row]));
  return {
    added: after.rows.filter(({ id }) => !old.has(id)),
    removed: before.rows.filter(({ id }) => !now.has(id)),
    changed: after.rows.flatMap((row) => {
      const was = old.get(row.id);
      return was === undefined || isSame(was, row) ? [] : [{ before: was, after: row }];
    }),
  };
}

function isSame(one: UnderlagRow, other: UnderlagRow): boolean {
  return (
    one.reason === other.reason && one.rule === other.rule && one.amountOre === other.amountOre
  );
}
