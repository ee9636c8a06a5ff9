import type { Directory } from '@hemgang/directory';
import { addDays, type LocalDate, type Text } from '@hemgang/kernel';
import type { WaitingCase } from '@hemgang/store';
import {
  causeListOn,
  delaySlices,
  delayStretches,
  dischargeContext,
  UNKNOWN_CAUSE,
  UNKNOWN_CAUSE_TEXT,
} from '@workflows/discharge';
import type { CountedCause } from '../figures/causes';
import { directoryFor } from '../names';

/** At most so many are discussed. */
const CASES_MAX = 20;

/** A stay to discuss, without a name. */
export interface PackCase {
  readonly case: string;
  /** Neutral where its name would tell something. */
  readonly ward: Text;
  /** As utskrivningsklar until the last day of the pack, at this place or another. */
  readonly days: number;
  /** Those that belong to the month and the place. */
  readonly daysOfMonth: number;
  readonly unknownDays: number;
  /** Of the days of the month, the most first. */
  readonly causes: readonly { readonly text: Text; readonly days: number }[];
}

/** One case's days of the month, each with its cause. */
interface Waited {
  readonly case: string;
  readonly ward: string;
  readonly days: number;
  readonly ofMonth: readonly { readonly day: LocalDate; readonly cause: CountedCause }[];
}

/**
 * What cases waited for on their days. Pure. A day that is no day of the delay any more since the sums
 * were written has no cause.
 * @param to the last day that counts
 */
export function waitsOf(cases: readonly WaitingCase[], to: LocalDate): readonly Waited[] {
  return cases.map(({ id, state, days }) => {
    const context = dischargeContext(state);
    const slices = delaySlices(delayStretches(context, addDays(to, 1)), context.delayCauses ?? []);
    const causeOn = (day: LocalDate): CountedCause =>
      slices.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)?.set?.cause ??
      UNKNOWN_CAUSE;
    return {
      ...{ case: id, ward: context.unit },
      days: slices.reduce((sum, slice) => sum + slice.days, 0),
      ofMonth: days.map((day) => ({ day, cause: causeOn(day) })),
    };
  });
}

/** The days of a case by cause, the most first: together all of them. */
function caseCauses({ ofMonth }: Waited): PackCase['causes'] {
  const byCause = new Map<CountedCause, { days: number; day: LocalDate }>();
  for (const { day, cause } of ofMonth) {
    byCause.set(cause, { days: (byCause.get(cause)?.days ?? 0) + 1, day });
  }
  return [...byCause]
    .sort(([a, one], [b, other]) => other.days - one.days || compare(a, b))
    .map(([cause, { days, day }]) => ({ text: textOf(cause, day), days }));
}

/** The longest waits that had a day in the month, without names. */
export function packCases(waits: readonly Waited[], directory: Directory): readonly PackCase[] {
  return [...waits]
    .sort((a, b) => b.days - a.days || compare(a.case, b.case))
    .slice(0, CASES_MAX)
    .map((wait) => {
      return {
        ...{ case: wait.case, ward: wardName(directory, wait.ward), days: wait.days },
        daysOfMonth: wait.ofMonth.length,
        unknownDays: wait.ofMonth.filter(({ cause }) => cause === UNKNOWN_CAUSE).length,
        causes: caseCauses(wait),
      };
    });
}

/** As everybody may know it: whoever reads the pack. */
function wardName(directory: Directory, ward: string): Text {
  const seenIn = (language: keyof Text) =>
    directoryFor(directory, { controller: '', language }).unit(ward)?.name ?? ward;
  return { sv: seenIn('sv'), en: seenIn('en') };
}

function textOf(cause: CountedCause, day: LocalDate): Text {
  if (cause === UNKNOWN_CAUSE) return UNKNOWN_CAUSE_TEXT;
  return causeListOn(day)?.codes[cause]?.text ?? { sv: cause, en: cause };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
