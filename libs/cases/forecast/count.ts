import type { UnitCapacity } from '@hemgang/directory';
import { placesOn } from '@hemgang/directory';
import { daysFrom, localDate, type Instant, type LocalDate } from '@hemgang/kernel';
import type { ExpectedHomecoming } from '@hemgang/store';

/** How far ahead homecomings are foretold: today and thirteen more. */
export const FORECAST_DAYS = 14;

/** How many come on each day, and how many should have come already. */
export interface HomecomingCounts {
  /** Still in hospital though their day has passed. */
  readonly late: number;
  /** The days ahead, today first. */
  readonly days: readonly { readonly day: LocalDate; readonly expected: number }[];
}

/** The local day on which somebody is expected; a day that has passed is told as it is. */
export function dayOf({ at }: Pick<ExpectedHomecoming, 'at'>): LocalDate {
  return localDate(at);
}

/** Counts by local day (Europe/Stockholm). Whoever is expected later than the days ahead is in none. */
export function countsOf(
  expected: readonly Pick<ExpectedHomecoming, 'at'>[],
  now: Instant,
): HomecomingCounts {
  const today = localDate(now);
  const days = expected.map(dayOf);
  return {
    late: days.filter((day) => day < today).length,
    days: daysFrom(today, FORECAST_DAYS).map((day) => ({
      day,
      expected: days.filter((each) => each === day).length,
    })),
  };
}

/** The same homecomings with each patient once: on the first day on which one of the units expects her. */
export function onceEach(expected: readonly ExpectedHomecoming[]): readonly ExpectedHomecoming[] {
  const first = new Map<string, ExpectedHomecoming>();
  for (const each of expected) {
    const known = first.get(each.case);
    if (known === undefined || each.at < known.at) first.set(each.case, each);
  }
  return [...first.values()];
}

/** How many the units together can receive on a day; null: none of them has said. */
export function placesTogether(capacities: readonly UnitCapacity[], day: LocalDate): number | null {
  const said = capacities.flatMap((each) => placesOn(each, day) ?? []);
  return said.length === 0 ? null : said.reduce((sum, places) => sum + places, 0);
}
