import { HOUR_MS, plusMs, type Instant } from '@hemgang/kernel';
import type { UnitKind } from '../unit-kind';
import {
  DAYS_AHEAD,
  hoursOf,
  isOpenAt,
  openingTurns,
  type UnitHours,
  type WeekHours,
} from './opening-hours';
import { holderAt, isAway, type Absence, type Watch, type WatchRows } from './watches';

/** Everything that decides who reads; handed in, so that the answer is the same each time. */
export interface CoverRows extends WatchRows {
  /** The hours of units that have said their own. */
  readonly hours: readonly UnitHours[];
  readonly county: Readonly<Record<UnitKind, WeekHours>>;
  readonly absences: readonly Absence[];
}

/** A unit and who works there, in the order in which lists show them. */
export interface CoveredUnit {
  readonly id: string;
  readonly kind: UnitKind;
  readonly people: readonly { readonly staff: string; readonly isManager: boolean }[];
}

/** Why the unit itself does not read. */
export type NotTheUnit = 'closed' | 'all-away';

/** Who reads what comes to a unit. */
export type Reads =
  | { readonly by: 'unit'; readonly staff: readonly string[] }
  | {
      readonly by: 'watch';
      readonly because: NotTheUnit;
      readonly staff: readonly [string];
      readonly watch: string;
      readonly name: string;
      readonly mayDecide: boolean;
    }
  | { readonly by: 'manager'; readonly because: NotTheUnit; readonly staff: readonly string[] }
  /** Nobody: the unit is closed, no watch stands and its manager is away or there is none. */
  | { readonly by: 'nobody'; readonly because: NotTheUnit; readonly staff: readonly [] };

/** Who reads now, until when, and who comes next. */
export interface CoverAnswer {
  readonly now: Reads;
  /** Just before this somebody else reads; null: nobody else does within `DAYS_AHEAD`. */
  readonly until: Instant | null;
  readonly next: Reads | null;
}

/**
 * Who reads what comes to a unit at that time: the unit in its opening hours, else who has the watch
 * (of several, one that may decide), else the unit's managers. Whoever is away is left out. Pure.
 */
export function coverAt(rows: CoverRows, unit: CoveredUnit, at: Instant): CoverAnswer {
  const now = readsAt(rows, unit, at);
  for (const turn of turnsAfter(rows, unit, at)) {
    const next = readsAt(rows, unit, turn);
    if (!isSame(now, next)) return { now, until: turn, next };
  }
  return { now, until: null, next: null };
}

/** The first half of the answer of `coverAt`, for who need not know what comes next. */
export function readsAt(rows: CoverRows, unit: CoveredUnit, at: Instant): Reads {
  if (!isOpenAt(hoursIn(rows, unit), at)) return insteadOfUnit(rows, unit, at, 'closed');
  const staff = presentAt(rows, unit, at);
  return staff.length > 0 ? { by: 'unit', staff } : insteadOfUnit(rows, unit, at, 'all-away');
}

/** Who works at the unit and is not away, each once. */
export function presentAt(
  { absences }: CoverRows,
  { people }: Pick<CoveredUnit, 'people'>,
  at: Instant,
): readonly string[] {
  const staff = new Set(people.map((person) => person.staff));
  return [...staff].filter((each) => !isAway(absences, each, at));
}

/** Who reads when the unit itself does not: the watch, else its managers. */
export function insteadOfUnit(
  rows: CoverRows,
  unit: CoveredUnit,
  at: Instant,
  because: NotTheUnit,
): Reads {
  const held = watchesOf(rows, unit).flatMap(({ id, name, mayDecide }) => {
    const holder = holderAt(rows, id, at);
    if (holder === null || isAway(rows.absences, holder, at)) return [];
    return [{ by: 'watch', because, staff: [holder], watch: id, name, mayDecide } as const];
  });
  const watch = held.find(({ mayDecide }) => mayDecide) ?? held[0];
  if (watch !== undefined) return watch;
  const managers = unit.people.filter(({ isManager }) => isManager);
  const staff = presentAt(rows, { people: managers }, at);
  return staff.length > 0
    ? { by: 'manager', because, staff }
    : { by: 'nobody', because, staff: [] };
}

/** Every time within `DAYS_AHEAD` at which the answer may be another, in order. */
function turnsAfter(rows: CoverRows, unit: CoveredUnit, at: Instant): readonly Instant[] {
  const openings = openingTurns(hoursIn(rows, unit), at, DAYS_AHEAD);
  const watches = new Set(watchesOf(rows, unit).map(({ id }) => id));
  const turns = rows.turns.filter(({ watch }) => watches.has(watch));
  const handOvers = rows.handOvers.filter(({ watch }) => watches.has(watch));
  const ours = new Set([
    ...unit.people.map(({ staff }) => staff),
    ...turns.map(({ staff }) => staff),
    ...handOvers.map(({ to }) => to),
  ]);
  const absences = rows.absences.filter(({ staff }) => ours.has(staff));
  const edges = [...turns, ...absences].flatMap(({ from, until }) => [from, until]);
  const all = [...openings, ...edges, ...handOvers.map((each) => each.at)];
  const end = plusMs(at, DAYS_AHEAD * 24 * HOUR_MS);
  return [...new Set(all)].filter((turn) => at < turn && turn < end).sort();
}

function hoursIn(
  { hours, county }: CoverRows,
  { id, kind }: CoveredUnit,
): ReturnType<typeof hoursOf> {
  return hoursOf(
    hours.filter((each) => each.unit === id),
    county[kind],
  );
}

function watchesOf({ watches }: CoverRows, { id }: CoveredUnit): readonly Watch[] {
  return watches.filter(({ units }) => units.includes(id));
}

/** Whether the same people read by the same right; who of a unit is present plays no part. */
function isSame(a: Reads, b: Reads): boolean {
  if (a.by === 'unit' || b.by === 'unit') return a.by === b.by;
  if (a.by !== b.by) return false;
  if (a.by === 'watch' && b.by === 'watch' && a.watch !== b.watch) return false;
  return a.staff.join('\n') === b.staff.join('\n');
}
