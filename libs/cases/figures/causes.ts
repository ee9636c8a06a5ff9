import type { Language, LocalDate } from '@hemgang/kernel';
import type { CasesBehind, FigureSum } from '@hemgang/store';
import {
  CAUSE_OWNERS,
  DELAY_CAUSE_LISTS,
  DELAY_CAUSES,
  UNKNOWN_CAUSE,
  UNKNOWN_CAUSE_TEXT,
  type CauseEntry,
  type DelayCause,
} from '@workflows/discharge';
import { hiddenOf } from './small-numbers';

/** A cause of a day waited; unknown is one of them. */
export type CountedCause = DelayCause | typeof UNKNOWN_CAUSE;

/** Each cause is a measure of its own: days that patients waited for it, each day by itself. */
export type CauseMeasure = `cause:${CountedCause}`;

export const causeMeasure = (cause: CountedCause): CauseMeasure => `cause:${cause}`;

/** Every cause that any version of the list has had, the unknown last. */
export const COUNTED_CAUSES: readonly CountedCause[] = [...DELAY_CAUSES, UNKNOWN_CAUSE];

export const CAUSE_MEASURES: readonly CauseMeasure[] = COUNTED_CAUSES.map(causeMeasure);

/**
 * Those by which cases may be listed. What a municipality has to give is none of them: measures of social
 * services are no search key where patient records are kept (PDL 2:8).
 */
export const SEARCHED_CAUSES: readonly CauseMeasure[] = COUNTED_CAUSES.filter(
  (cause) =>
    cause === UNKNOWN_CAUSE ||
    !DELAY_CAUSE_LISTS.some(({ codes }) => codes[cause]?.owners.includes('kommun')),
).map(causeMeasure);

/** How many days were waited for one cause. */
export interface CauseView {
  readonly cause: CountedCause;
  readonly title: string;
  /** Whose it is to shorten the waiting; none for unknown. */
  readonly owners: readonly string[];
  /** Null: made of too few cases to be shown. */
  readonly days: number | null;
  /** Per cent of all days waited; null as `days` is. */
  readonly share: number | null;
  readonly isHidden: boolean;
  /** What its cases can be asked for by; null: they can not. */
  readonly searchedBy: CauseMeasure | null;
}

/** Why patients of a place waited in a period (record 35): each day of a delay has one cause. */
export interface CausesView {
  /** All days waited; null: every cause is made of too few cases. */
  readonly days: number | null;
  /** Most days first, those not shown after the others, unknown last; causes of no day are left out. */
  readonly causes: readonly CauseView[];
  /** Where the list in force on the last day comes from; null before the first. */
  readonly list: { readonly version: number; readonly source: string } | null;
}

/** What is known of the causes over a whole period. */
interface KnownCauses {
  readonly sums: readonly FigureSum[];
  readonly behind: readonly CasesBehind[];
  readonly isOwn: boolean;
  /** The last day: the words are those of the list in force then. */
  readonly to: LocalDate;
}

/**
 * The causes in Pareto order. Pure.
 * @param known one sum a cause
 */
export function causesView(known: KnownCauses, language: Language): CausesView {
  const { sums, behind, isOwn, to } = known;
  const counted = COUNTED_CAUSES.flatMap((cause) => {
    const measure = causeMeasure(cause);
    const days = sums.find((sum) => sum.measure === measure)?.count ?? 0;
    const cases = behind.find((each) => each.measure === measure)?.cases ?? 0;
    return days === 0 ? [] : [{ cause, days, cases, isOwn }];
  });
  const total = counted.reduce((sum, { days }) => sum + days, 0);
  const hidden = hiddenOf(counted);
  const causes = counted.map(({ cause, days }, index): CauseView => {
    const isHidden = hidden[index] === true;
    const shown = isHidden ? null : days;
    const share = isHidden ? null : (100 * days) / total;
    const searchedBy = SEARCHED_CAUSES.find((each) => each === causeMeasure(cause)) ?? null;
    return { cause, ...wordsOf(cause, to, language), days: shown, share, isHidden, searchedBy };
  });
  const list = DELAY_CAUSE_LISTS.findLast(({ validFrom }) => validFrom <= to);
  return {
    days: causes.length > 0 && causes.every(({ isHidden }) => isHidden) ? null : total,
    causes: causes.sort(
      (a, b) =>
        Number(a.cause === UNKNOWN_CAUSE) - Number(b.cause === UNKNOWN_CAUSE) ||
        (b.days ?? 0) - (a.days ?? 0),
    ),
    list: list === undefined ? null : { version: list.version, source: list.source[language] },
  };
}

/** A code that the list in force has no longer goes by the last one that had it. */
function wordsOf(
  cause: CountedCause,
  to: LocalDate,
  language: Language,
): Pick<CauseView, 'title' | 'owners'> {
  if (cause === UNKNOWN_CAUSE) return { title: UNKNOWN_CAUSE_TEXT[language], owners: [] };
  const entries = DELAY_CAUSE_LISTS.flatMap(({ validFrom, codes }) => {
    const entry: CauseEntry | undefined = codes[cause];
    return entry === undefined ? [] : [{ validFrom, entry }];
  });
  const inForce = entries.findLast(({ validFrom }) => validFrom <= to) ?? entries[0];
  return {
    title: inForce?.entry.text[language] ?? cause,
    owners: (inForce?.entry.owners ?? []).map((owner) => CAUSE_OWNERS[owner][language]),
  };
}
