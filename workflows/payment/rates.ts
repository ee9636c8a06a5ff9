import type { Confidence, LocalDate } from '@hemgang/kernel';

/** What a day of care costs while it is in force (2017:612 5:6). */
export interface Rate {
  readonly from: LocalDate;
  /** Its last day. */
  readonly to: LocalDate;
  readonly orePerDay: number;
  readonly source: string;
  readonly confidence: Confidence;
  /** When the customer entered it; absent: it is one of the program's own. */
  readonly enteredOn?: LocalDate;
}

/** An amount that the customer has entered: it says where it stands and when it was put there. */
export interface EnteredRate extends Rate {
  readonly enteredOn: LocalDate;
}

/** A year without an amount, and what is known of it all the same; never reckoned with. */
export interface MissingRate {
  readonly year: string;
  readonly note: string;
}

/** The days of a year, as an amount covers them. */
export function daysOfYear(year: number): Pick<Rate, 'from' | 'to'> {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

function yearly(year: number, kronor: number, source: string, confidence: Confidence): Rate {
  return { ...daysOfYear(year), orePerDay: kronor * 100, source, confidence };
}

/** Socialstyrelsen's amounts as far as they could be read or derived. */
export const NATIONAL_RATES: readonly Rate[] = [
  yearly(2019, 7_800, 'HSLF-FS 2018:67', 'read'),
  yearly(2020, 8_200, 'Region Stockholms regler 2020', 'secondary'),
  yearly(2022, 9_300, 'Vårdsamverkan Skåne', 'secondary'),
  yearly(2023, 10_500, 'HSLF-FS 2022:60, enligt uppgift och Region Dalarnas fakturor', 'secondary'),
  yearly(2024, 11_600, 'Uträknat ur Region Dalarnas fakturor', 'derived'),
];

/** Years that have none until the customer enters it. */
export const MISSING_RATES: readonly MissingRate[] = [
  { year: '2018', note: 'HSLF-FS 2017:72; omkring 7 100 kr enligt minnet' },
  { year: '2021', note: 'Inte funnet' },
  { year: '2025', note: 'Omkring 12 000 kr enligt nyhetsuppgift, kan vara avrundat' },
  { year: '2026', note: 'HSLF-FS 2025:74; beloppet inte funnet' },
];

/**
 * The amount of a day, in öre.
 * @returns null for a day that no rate covers
 */
export function oreOn(date: LocalDate, rates: readonly Rate[]): number | null {
  return rates.find(({ from, to }) => from <= date && date <= to)?.orePerDay ?? null;
}

/** The amounts that some days rest on, the earliest first. A day without one adds none. */
export function ratesOn(dates: Iterable<LocalDate>, rates: readonly Rate[]): readonly Rate[] {
  const days = [...dates];
  return rates
    .filter(({ from, to }) => days.some((date) => from <= date && date <= to))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
