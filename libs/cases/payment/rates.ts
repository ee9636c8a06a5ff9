import type { Directory } from '@hemgang/directory';
import { localDate, type Clock, type Instant } from '@hemgang/kernel';
import type { RateRow, RateStore } from '@hemgang/store';
import { daysOfYear, NATIONAL_RATES, type EnteredRate } from '@workflows/payment';
import { isRegionAdministrator, nameOfAssigned } from '../region-administrator';

/** An amount that is to be entered. */
export interface NewRate {
  readonly year: number;
  /** Whole kronor of one day of care. */
  readonly kronor: number;
  /** Where it stands: `HSLF-FS 2025:74`. */
  readonly source: string;
  /** The assignment of an administrator of the region. */
  readonly by: string;
}

/** Why an amount is not taken. */
export type NotEntered = 'not-an-administrator' | 'has-an-amount';

/** An amount as it was entered, and whether it still counts. */
export interface EnteredRateView {
  readonly year: number;
  readonly orePerDay: number;
  readonly source: string;
  readonly enteredAt: Instant;
  readonly enteredBy: { readonly assignment: string; readonly name: string };
  /** False: a later one of the same year has taken its place. */
  readonly inForce: boolean;
}

interface RateResources {
  readonly rates: RateStore;
  readonly clock: Clock;
  directory(): Directory;
}

/**
 * The amounts of the years that the program has none of (2017:612 5:6): one a year, whatever the
 * kind of care. What was entered stays readable; the latest of a year counts.
 */
export class PaymentRates {
  constructor(private readonly on: RateResources) {}

  /**
   * A year that the program has an amount of is refused: policies are versioned with their amounts.
   * @throws DatabaseUnavailable
   */
  async enter({ year, kronor, source, by }: NewRate): Promise<'entered' | NotEntered> {
    const { from, to } = daysOfYear(year);
    if (NATIONAL_RATES.some((rate) => rate.from <= to && from <= rate.to)) return 'has-an-amount';
    if (!isRegionAdministrator(this.on.directory(), by)) return 'not-an-administrator';
    const enteredAt = this.on.clock.now();
    await this.on.rates.add({ year, orePerDay: kronor * 100, source, enteredAt, enteredBy: by });
    return 'entered';
  }

  /** Everything that was entered, the latest last. @throws DatabaseUnavailable */
  async history(): Promise<readonly EnteredRateView[]> {
    const rows = await this.on.rates.all();
    const latest = new Set(latestOf(rows));
    const directory = this.on.directory();
    return rows.map((row) => ({
      ...row,
      enteredBy: { assignment: row.enteredBy, name: nameOfAssigned(directory, row.enteredBy) },
      inForce: latest.has(row),
    }));
  }

  /** What days are reckoned with. @throws DatabaseUnavailable */
  async inForce(): Promise<readonly EnteredRate[]> {
    return latestOf(await this.on.rates.all()).map(({ year, orePerDay, source, enteredAt }) => ({
      ...daysOfYear(year),
      ...{ orePerDay, source, confidence: 'read' as const, enteredOn: localDate(enteredAt) },
    }));
  }
}

/** The latest row of each year. */
function latestOf(rows: readonly RateRow[]): readonly RateRow[] {
  return [...new Map(rows.map((row) => [row.year, row])).values()];
}
