import { placesOn, type Directory, type UnitCapacity } from '@hemgang/directory';
import { localDate, type Instant, type LocalDate } from '@hemgang/kernel';
import type { ExpectedHomecoming } from '@hemgang/store';
import { countsOf } from './count';
import { unitsWithCapacity } from './municipal-units';

/** What a municipal unit can receive, to the ward before it sets a day. Numbers and a code alone. */
export interface CapacityAdviceView {
  readonly unit: { readonly id: string; readonly name: string };
  /** Before this local date it begins with nobody. */
  readonly start: UnitCapacity['start'];
  /** Of the fourteen days from today those of which it has said something. */
  readonly days: readonly {
    readonly day: LocalDate;
    /** Who is expected there that day already. */
    readonly expected: number;
    readonly places: number;
  }[];
}

/** Whom units expect, without anybody's name. */
export type Expected = (units: readonly string[]) => Promise<readonly ExpectedHomecoming[]>;

/** What the units of the same municipalities as these have said, as far as it is not over. */
export async function capacityAdvice(
  { rows }: Directory,
  units: readonly string[],
  expectedAt: Expected,
  now: Instant,
): Promise<readonly CapacityAdviceView[]> {
  const today = localDate(now);
  const municipalities = new Set(
    rows.units.flatMap(({ id, municipality }) => (units.includes(id) ? (municipality ?? []) : [])),
  );
  const saying = unitsWithCapacity(rows).flatMap(({ id, name, municipality, sensitive }) => {
    if (sensitive) return [];
    const said = rows.cover.capacities.find(({ unit }) => unit === id);
    if (said === undefined || municipality === null || !municipalities.has(municipality)) return [];
    return [{ unit: { id, name }, said }];
  });
  if (saying.length === 0) return [];
  const expected = await expectedAt(saying.map(({ unit }) => unit.id));
  return saying
    .map(({ unit, said }) => ({
      unit,
      start: said.start !== null && said.start.day > today ? said.start : null,
      days: countsOf(
        expected.filter((each) => each.unit === unit.id),
        now,
      ).days.flatMap(({ day, expected: count }) => {
        const places = placesOn(said, day);
        return places === null ? [] : [{ day, expected: count, places }];
      }),
    }))
    .filter(({ start, days }) => start !== null || days.length > 0);
}
