import type { LocalDate } from '@hemgang/kernel';
import { ratesOn, type Rate } from '@workflows/payment';

/** What a day of care costs in a time, and where that stands. */
export interface AmountView {
  readonly from: LocalDate;
  /** Its last day. */
  readonly to: LocalDate;
  readonly orePerDay: number;
  readonly source: string;
  /** `read`, `secondary` or `derived`. */
  readonly confidence: string;
  /** When the customer entered it; null: it is one of the program's own. */
  readonly enteredOn: LocalDate | null;
}

/** The amounts that priced days rest on, the earliest first. */
export function amountsOn(dates: Iterable<LocalDate>, rates: readonly Rate[]): AmountView[] {
  return ratesOn(dates, rates).map(
    ({ from, to, orePerDay, source, confidence, enteredOn = null }) => ({
      ...{ from, to, orePerDay, source, confidence, enteredOn },
    }),
  );
}
