import { localDate, type Instant } from '@hemgang/kernel';
import type { Directory } from '../directory';
import type { DirectoryRows, Unit } from '../rows';
import { COUNTY_HOURS } from './county-hours';
import { readsAt, type CoveredUnit, type CoverRows, type Reads } from './cover-at';
import { hoursOf, openStateAt, type HoursOn, type OpenState } from './opening-hours';
import { readersAt, type NoticeAudience, type Readers } from './readers-at';

/** Who heads a unit: those who are told when neither unit nor watch reads. */
const MANAGERS = ['open-care-manager', 'administrator'] as const;

/** Whether a unit is open, by whose word, and who reads. */
export interface UnitOpening extends OpenState {
  /** By hours of its own; else by the county's for its kind. */
  readonly isOwn: boolean;
  readonly reads: Reads;
  /** Who reads from `until` on; null: it is always open. */
  readonly then: Reads | null;
}

/** How it stands with a unit at that time. */
export function openingOf(directory: Directory, unit: Unit, at: Instant): UnitOpening {
  const rows = coverRows(directory);
  const covered = coveredUnit(directory, unit);
  const own = rows.hours.filter((each) => each.unit === unit.id);
  const state = openStateAt(hoursOf(own, COUNTY_HOURS[unit.kind]), at);
  return {
    ...state,
    isOwn: own.some(({ from }) => from <= localDate(at)),
    reads: readsAt(rows, covered, at),
    then: state.until === null ? null : readsAt(rows, covered, state.until),
  };
}

/** The hours of a unit, its own or the county's for its kind; null: it is not in the directory. */
export function hoursOfUnit(directory: Directory, unit: string): HoursOn | null {
  const found = directory.unit(unit);
  if (found === undefined) return null;
  const own = coverRows(directory).hours.filter((each) => each.unit === unit);
  return hoursOf(own, COUNTY_HOURS[found.kind]);
}

/** Whom a notice to the unit reaches at that time; null: the unit is not in the directory. */
export function readersOf(
  directory: Directory,
  unit: string,
  audience: NoticeAudience,
  at: Instant,
): Readers | null {
  const found = directory.unit(unit);
  if (found === undefined) return null;
  return readersAt(coverRows(directory), coveredUnit(directory, found), audience, at);
}

/** By the directory that they were made of, which never changes: a county has hundreds of units. */
const ROWS = new WeakMap<DirectoryRows, CoverRows>();

/** What is said of somebody who has left a unit of the watch counts no more: she cannot open it. */
function coverRows(directory: Directory): CoverRows {
  const known = ROWS.get(directory.rows);
  if (known !== undefined) return known;
  const { watches, turns, handOvers, ...rest } = directory.rows.cover;
  const unitsOf = new Map(watches.map(({ id, units }) => [id, units]));
  const holds = (watch: string, staff: string): boolean =>
    (unitsOf.get(watch) ?? []).every((unit) => directory.worksAt(unit, staff));
  const rows = {
    ...rest,
    watches,
    turns: turns.filter(({ watch, staff }) => holds(watch, staff)),
    handOvers: handOvers.filter(({ watch, to }) => holds(watch, to)),
    county: COUNTY_HOURS,
  };
  ROWS.set(directory.rows, rows);
  return rows;
}

function coveredUnit(directory: Directory, { id, kind }: Unit): CoveredUnit {
  const people = directory.peopleOf(id).map(({ staff, roles }) => ({
    staff,
    isManager: MANAGERS.some((role) => roles.includes(role)),
  }));
  return { id, kind, people };
}
