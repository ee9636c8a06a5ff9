import {
  COUNTY_HOURS,
  holderAt,
  hoursOf,
  type KeptWatch,
  type Unit,
  type WatchTurn,
  type WeekHours,
} from '@hemgang/directory';
import { localDate, type Instant, type LocalDate } from '@hemgang/kernel';
import { administers, isSeen, present } from './cover-decisions';
import { ownPerson, type Ground } from './ground';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** When a unit is open, and by whose word. */
export interface UnitHoursView {
  readonly unit: Named;
  /** Counts the changes of the unit. */
  readonly version: number;
  readonly hours: WeekHours;
  /** `county`: assumed for its kind, the unit has said nothing else. */
  readonly source: 'unit' | 'county';
  /** Other hours that begin later, the next first. */
  readonly coming: readonly { readonly from: LocalDate; readonly hours: WeekHours }[];
}

export interface TurnView {
  readonly person: Named;
  readonly from: Instant;
  readonly until: Instant;
}

export interface WatchView {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly units: readonly Named[];
  /** Whether who has it may decide for the units, or only receives and passes on. */
  readonly mayDecide: boolean;
  /** Who has it now; null: nobody. */
  readonly holder: Named | null;
  /** The reader may hand it over now. */
  readonly mayHandOver: boolean;
  /** Who can have it: whoever works at each of its units. */
  readonly candidates: readonly Named[];
  /** Those that are not over. */
  readonly turns: readonly TurnView[];
}

export interface AbsenceView extends TurnView {
  readonly id: string;
}

/** Who reads at the reader's unit, or for administrators at all units of the controller. */
export interface CoverView {
  readonly units: readonly UnitHoursView[];
  readonly watches: readonly WatchView[];
  /** Administrators see everybody's, others their own; those that are not over. */
  readonly absences: readonly AbsenceView[];
  /** For administrators: who can have a turn, by the units where she works; else empty. */
  readonly people: readonly (Named & { readonly units: readonly string[] })[];
}

export function coverView(ground: Ground): CoverView {
  const { living, now, reader } = ground;
  const { units, cover } = living.rows;
  const own = units.filter(
    ({ controller, external, closedInto }) =>
      controller === reader.controller && external === null && closedInto === null,
  );
  const seesAll = administers(ground);
  const isNear = (id: string): boolean => seesAll || id === reader.unit;
  const people = peopleOf(ground);
  return {
    units: own.filter(({ id }) => isNear(id)).map((unit) => unitHoursView(ground, unit)),
    watches: cover.watches
      .filter((watch) => isSeen(ground, watch))
      .map((watch) => watchView(ground, watch, people)),
    absences: cover.absences
      .filter(({ staff, until }) => {
        const isShown = staff === reader.staff || (seesAll && ownPerson(ground, staff) !== null);
        return until > now && isShown;
      })
      .map((each) => ({ id: each.id, ...turnView(ground, each) })),
    people: seesAll ? people : [],
  };
}

function peopleOf(ground: Ground): CoverView['people'] {
  const units = new Map<string, string[]>();
  for (const { staff, unit } of present(ground)) {
    units.set(staff, [...(units.get(staff) ?? []), unit]);
  }
  return [...units]
    .map(([staff, at]) => ({ ...personOf(ground, staff), units: at }))
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}

function unitHoursView({ living, now }: Ground, unit: Unit): UnitHoursView {
  const today = localDate(now);
  const said = living.rows.cover.hours.filter((each) => each.unit === unit.id);
  return {
    unit: { id: unit.id, name: unit.name },
    version: unit.version ?? 1,
    hours: hoursOf(said, COUNTY_HOURS[unit.kind])(today),
    source: said.some(({ from }) => from <= today) ? 'unit' : 'county',
    coming: said
      .filter(({ from }) => from > today)
      .map(({ from, week }) => ({ from, hours: week })),
  };
}

function watchView(ground: Ground, watch: KeptWatch, people: CoverView['people']): WatchView {
  const { living, now, reader } = ground;
  const { id, name, version = 1, units, mayDecide } = watch;
  const candidates = people
    .filter((person) => units.every((unit) => person.units.includes(unit)))
    .map((person) => ({ id: person.id, name: person.name }));
  const had = holderAt(living.rows.cover, id, now);
  // Who has left one of the units has it no longer: she is told nothing.
  const holder = candidates.find((person) => person.id === had) ?? null;
  return {
    ...{ id, name, version, mayDecide },
    units: units.map((unit) => ({
      id: unit,
      name: living.rows.units.find((row) => row.id === unit)?.name ?? unit,
    })),
    holder,
    mayHandOver: holder !== null && (holder.id === reader.staff || administers(ground)),
    candidates,
    turns: living.rows.cover.turns
      .filter((turn) => turn.watch === id && turn.until > now)
      .map((turn) => turnView(ground, turn))
      .sort((a, b) => a.from.localeCompare(b.from)),
  };
}

function turnView(ground: Ground, { staff, from, until }: Omit<WatchTurn, 'watch'>): TurnView {
  return { person: personOf(ground, staff), from, until };
}

function personOf({ living }: Ground, id: string): Named {
  return { id, name: living.rows.staff.find((row) => row.id === id)?.name ?? id };
}
