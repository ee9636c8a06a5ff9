import type { Confidence, Instant, LocalDate } from '@hemgang/kernel';
import type { UnitView } from '../case-view';

/** What is late at a unit. */
export interface LateView {
  readonly unit: UnitView;
  readonly count: number;
  /** The earliest due time that has passed. */
  readonly worstDueAt: Instant;
}

/** What of a unit's open stays is to be asked about. */
interface QualityView {
  readonly unit: UnitView;
  readonly silent: number;
  readonly reserve: number;
}

/** What an administrator is shown of her own controller, in numbers: no patient is among it. */
export interface OverviewView {
  readonly late: readonly LateView[];
  /** At others' units, in cases that one of the own units is a party of. */
  readonly lateOfOthers: readonly LateView[];
  readonly quality: { readonly silentDays: number; readonly units: readonly QualityView[] };
  readonly agreement: {
    /** What binds the county's municipalities today, in the reader's language. */
    readonly payment: {
      readonly title: string;
      readonly validFrom: LocalDate;
      /** Its last day; null: until further notice. */
      readonly validTo: LocalDate | null;
      readonly source: string;
      readonly confidence: Confidence;
    };
    /** By which a case's time limits are set; assumed until the county confirms it. */
    readonly limits: string;
    /** This year and the next; null: no amount has been entered. */
    readonly rates: readonly { readonly year: number; readonly orePerDay: number | null }[];
  };
  readonly staff: { readonly lapsing: number; readonly lapsingDays: number };
}
