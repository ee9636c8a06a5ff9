import type { UnitCapacity } from '@hemgang/directory';
import { localDate, type LocalDate } from '@hemgang/kernel';
import type { ExpectedHomecoming } from '@hemgang/store';
import type { Ground } from '../staffing/ground';
import { countsOf, onceEach, placesTogether } from './count';
import { unitsOfMunicipality } from './municipal-units';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Expected homecomings against what can be received. Numbers alone. */
export interface ForecastLineView {
  /** Still in hospital though the day on which they were expected has passed. */
  readonly late: number;
  /** Fourteen local days, today first. */
  readonly days: readonly {
    readonly day: LocalDate;
    readonly expected: number;
    /** How many can be received; null: nobody has said. */
    readonly places: number | null;
  }[];
}

export interface UnitForecastView extends ForecastLineView {
  readonly unit: Named;
  /** Counts the changes of the unit. */
  readonly version: number;
  /** What it has said, without what is over; null: nothing. */
  readonly capacity: Omit<UnitCapacity, 'unit'> | null;
}

/** A patient whom the reader's own unit waits for, and may open. */
export interface ExpectedStayView {
  readonly case: string;
  /** The local day on which she is expected; a day that has passed: she is late. */
  readonly day: LocalDate;
  /** Null: not named in lists to the reader. */
  readonly patient: { readonly name: string } | null;
}

/** What comes home to a municipality within two weeks. */
export interface ForecastView {
  readonly municipality: Named;
  readonly today: LocalDate;
  /** Each patient once, on the first day on which one of the units expects her. */
  readonly together: ForecastLineView;
  readonly units: readonly UnitForecastView[];
  /** Those of the reader's own unit, the first expected first. */
  readonly stays: readonly ExpectedStayView[];
}

/** The numbers of a municipality. */
export function forecastLines(
  ground: Ground,
  expected: readonly ExpectedHomecoming[],
): Pick<ForecastView, 'together' | 'units'> {
  const units = unitsOfMunicipality(ground);
  const ids = new Set(units.map(({ id }) => id));
  const said = ground.living.rows.cover.capacities.filter(({ unit }) => ids.has(unit));
  const lineOf = (
    whom: readonly ExpectedHomecoming[],
    capacities: readonly UnitCapacity[],
  ): ForecastLineView => {
    const { late, days } = countsOf(whom, ground.now);
    return {
      late,
      days: days.map((each) => ({ ...each, places: placesTogether(capacities, each.day) })),
    };
  };
  return {
    together: lineOf(onceEach(expected), said),
    units: units.map(({ id, name, version = 1 }) => {
      const own = said.filter(({ unit }) => unit === id);
      const whom = expected.filter(({ unit }) => unit === id);
      const [capacity] = own;
      return {
        ...{ unit: { id, name }, version, ...lineOf(whom, own) },
        capacity: capacity === undefined ? null : stillSaid(capacity, localDate(ground.now)),
      };
    }),
  };
}

function stillSaid({ week, days, start }: UnitCapacity, today: LocalDate) {
  return {
    week,
    days: days.filter(({ day }) => day >= today),
    start: start !== null && start.day > today ? start : null,
  };
}
