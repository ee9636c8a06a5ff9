import { localDate, type Instant, type LocalDate } from '@hemgang/kernel';
import type { DelayCause } from './codes';
import { isDayAfter, type DayRange } from './slices';

/**
 * Which open duty suggests which cause, by the machine of who owes it; the first that was open on a
 * day is suggested for it. ASSUMPTION, as the list of causes is. What is due only when the patient
 * leaves explains no waiting and is not here.
 */
export const SUGGESTED_BY: readonly {
  readonly duty: string;
  /** Kind of the machine; absent: any. */
  readonly machine?: string;
  readonly cause: DelayCause;
}[] = [
  { duty: 'svar', machine: 'handover-municipal-social', cause: 'beslut-ej-klart' },
  { duty: 'planering', machine: 'handover-municipal-social', cause: 'beslut-ej-klart' },
  { duty: 'beredskap', machine: 'handover-municipal-social', cause: 'hemtjanst-bemanning' },
  { duty: 'beredskap', machine: 'handover-municipal-health', cause: 'hemsjukvard-bemanning' },
  { duty: 'oppenvard-klarlagd', cause: 'oppenvard-ej-klarlagd' },
  { duty: 'fast-vardkontakt', cause: 'kallelse-sip-sen' },
];

/** A duty of the stay, open or ended. */
export interface KnownDuty {
  readonly id: string;
  readonly key: string;
  /** Kind of the machine that owes it. */
  readonly kind: string;
  readonly openedAt: Instant;
  /** Null: it is still open. */
  readonly closedAt: Instant | null;
}

/** What days in a row may have been waited for. */
export interface Suggestion extends DayRange {
  readonly days: number;
  readonly cause: DelayCause;
  /** Id of the duty that was open on each of the days. */
  readonly duty: string;
}

/**
 * What was owed on days without a cause, as a proposal: a person says whether it was so.
 * @param days in their order; of a day on which nothing was owed that explains a waiting nothing is said
 */
export function suggestedCauses(
  days: readonly LocalDate[],
  duties: readonly KnownDuty[],
): readonly Suggestion[] {
  const all: Suggestion[] = [];
  for (const day of days) {
    const found = suggestedOn(day, duties);
    if (found === undefined) continue;
    const { cause, duty } = found;
    const last = all.at(-1);
    if (last?.duty === duty && last.cause === cause && isDayAfter(day, last.lastDay)) {
      all[all.length - 1] = { ...last, lastDay: day, days: last.days + 1 };
    } else {
      all.push({ firstDay: day, lastDay: day, days: 1, cause, duty });
    }
  }
  return all;
}

function suggestedOn(
  day: LocalDate,
  duties: readonly KnownDuty[],
): Pick<Suggestion, 'cause' | 'duty'> | undefined {
  const open = duties.filter(
    ({ openedAt, closedAt }) =>
      localDate(openedAt) <= day && (closedAt === null || day < localDate(closedAt)),
  );
  for (const { duty, machine, cause } of SUGGESTED_BY) {
    const owed = open.find(({ key, kind }) => key === duty && (machine ?? kind) === kind);
    if (owed !== undefined) return { cause, duty: owed.id };
  }
  return undefined;
}
