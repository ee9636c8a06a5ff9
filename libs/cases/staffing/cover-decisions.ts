import { holderAt, type Assignment, type KeptWatch, type WeekHours } from '@hemgang/directory';
import { localDate, type Refusal } from '@hemgang/kernel';
import type { AbsenceWish, HoursWish, WatchWish } from './cover-wishes';
import {
  ADMINISTRATOR,
  invalid,
  isStale,
  NOT_FOUND,
  ownAssignments,
  ownPerson,
  ownUnit,
  type Decided,
  type Ground,
} from './ground';

const STALE: Refusal = { code: 'VERSION_STALE' };

const NOT_YOURS: Refusal = {
  code: 'COMMAND_NOT_POSSIBLE',
  detail: {
    sv: 'Jouren lämnas över av den som har den, eller av en administratör.',
    en: 'A watch is handed over by whoever has it, or by an administrator.',
  },
};

/**
 * What is decided about who reads at a controller's units. Pure: each takes the directory as it is and
 * gives what is to change, or a refusal. What belongs to another controller is not found.
 */

/** Hours of a unit from today or a later day on, in the place of the county's. */
export function setHours(ground: Ground, id: string, wish: HoursWish): Decided | Refusal {
  const unit = ownUnit(ground, id);
  if (unit === null) return NOT_FOUND;
  if (isStale(ground, unit)) return STALE;
  if (wish.from < localDate(ground.now)) return invalid('/from', 'out_of_range');
  const fault = hoursFault(wish.week);
  if (fault !== null) return invalid(fault, 'out_of_range');
  const { name, phone } = unit;
  const facts = { id, name, phone, version: (unit.version ?? 1) + 1 };
  const hours = { unit: id, from: wish.from, week: wish.week };
  return { subjects: [id], change: { units: [facts], cover: { kind: 'hours', hours } } };
}

/** A new watch over units of the controller. */
export function addWatch(ground: Ground, wish: WatchWish, id: string): Decided | Refusal {
  const { controller } = ground.reader;
  return watchOf(ground, wish, { id: `w-${id}`, controller, version: 1 });
}

/** Other units, another name or other turns for a watch; turns that are over stay. */
export function changeWatch(ground: Ground, id: string, wish: WatchWish): Decided | Refusal {
  const found = ownWatch(ground, id);
  if (found === null) return NOT_FOUND;
  if (isStale(ground, found)) return STALE;
  const { controller, version = 1 } = found;
  return watchOf(ground, wish, { id, controller, version: version + 1 });
}

/** No such watch any more: managers read when its units are closed. */
export function endWatch(ground: Ground, id: string): Decided | Refusal {
  const found = ownWatch(ground, id);
  if (found === null) return NOT_FOUND;
  if (isStale(ground, found)) return STALE;
  return { subjects: [id], change: { cover: { kind: 'watch-ended', watch: id } } };
}

/** The watch to somebody else, from now until its turn is over. */
export function handOverWatch(ground: Ground, id: string, to: string): Decided | Refusal {
  const { living, now } = ground;
  const found = ownWatch(ground, id);
  if (found === null || !isSeen(ground, found)) return NOT_FOUND;
  const holder = holderAt(living.rows.cover, id, now);
  if (holder === null || !(holder === ground.reader.staff || administers(ground))) return NOT_YOURS;
  if (to === holder) return invalid('/to', 'taken');
  if (!worksAtAll(present(ground), to, found.units)) return invalid('/to', 'not_at_this_unit');
  const handOver = { watch: id, to, at: now };
  return { subjects: [id, to], change: { cover: { kind: 'hand-over', handOver } } };
}

/** Somebody is away: she herself says so, or an administrator of her controller. */
export function addAbsence(ground: Ground, wish: AbsenceWish, id: string): Decided | Refusal {
  const { reader, now } = ground;
  const staff = wish.staff ?? reader.staff;
  if (staff !== reader.staff && !administers(ground)) return invalid('/staff', 'unknown');
  if (ownPerson(ground, staff) === null) return invalid('/staff', 'unknown');
  const { from, until } = wish;
  if (until <= from || until <= now) return invalid('/until', 'out_of_range');
  const absence = { id: `f-${id}`, staff, from, until };
  return { subjects: [absence.id, staff], change: { cover: { kind: 'absence', absence } } };
}

/** Back sooner, or not away after all. */
export function endAbsence(ground: Ground, id: string): Decided | Refusal {
  const { living, now, reader } = ground;
  const found = living.rows.cover.absences.find((each) => each.id === id);
  if (found === undefined || found.until <= now) return NOT_FOUND;
  const isOwn = found.staff === reader.staff;
  if (!isOwn && !(administers(ground) && ownPerson(ground, found.staff) !== null)) return NOT_FOUND;
  const cover =
    found.from < now
      ? ({ kind: 'absence', absence: { ...found, until: now } } as const)
      : ({ kind: 'no-absence', absence: id } as const);
  return { subjects: [id, found.staff], change: { cover } };
}

/** A watch that is the controller's; null for everybody else's, which look like none. */
function ownWatch({ reader, living }: Ground, id: string): KeptWatch | null {
  const found = living.rows.cover.watches.find((each) => each.id === id);
  return found?.controller === reader.controller ? found : null;
}

/** Whether the reader is told of the watch: it stands for her unit, or she has it or will have it. */
export function isSeen(ground: Ground, watch: KeptWatch): boolean {
  const { living, reader } = ground;
  if (watch.controller !== reader.controller) return false;
  if (administers(ground) || watch.units.includes(reader.unit)) return true;
  const { turns, handOvers } = living.rows.cover;
  const holders = [
    ...turns.map(({ watch: of, staff }) => ({ of, staff })),
    ...handOvers.map(({ watch: of, to }) => ({ of, staff: to })),
  ];
  return holders.some(({ of, staff }) => of === watch.id && staff === reader.staff);
}

/** Who may administer the controller; what else she does there plays no part. */
export function administers({ reader }: Ground): boolean {
  return reader.roles.some((role) => role === ADMINISTRATOR);
}

/** Who works at units of the controller now. */
export function present(ground: Ground): ReturnType<typeof ownAssignments> {
  const { living, now } = ground;
  const inForce = new Set(living.at(now).rows.assignments.map(({ id }) => id));
  return ownAssignments(ground).filter(({ id }) => inForce.has(id));
}

/** Whether somebody works at every one of the units: only then she can open what she is told of. */
function worksAtAll(
  assignments: readonly Assignment[],
  staff: string,
  units: readonly string[],
): boolean {
  const hers = assignments.filter((each) => each.staff === staff);
  return units.every((unit) => hers.some((each) => each.unit === unit));
}

function watchOf(
  ground: Ground,
  { name, units, mayDecide, turns }: WatchWish,
  who: Pick<KeptWatch, 'id' | 'controller' | 'version'>,
): Decided | Refusal {
  const fault = unitsFault(ground, units) ?? turnsFault(ground, units, turns);
  if (fault !== null) return fault;
  const watch = { ...who, name, units, mayDecide };
  return { subjects: [who.id], change: { cover: { kind: 'watch', watch, turns } } };
}

function unitsFault(ground: Ground, units: readonly string[]): Refusal | null {
  const wrong = units.findIndex((unit) => {
    const found = ownUnit(ground, unit);
    return found === null || found.closedInto !== null;
  });
  if (wrong >= 0) return invalid(`/units/${wrong}`, 'unknown');
  return new Set(units).size === units.length ? null : invalid('/units', 'repeated');
}

function turnsFault(
  ground: Ground,
  units: readonly string[],
  turns: WatchWish['turns'],
): Refusal | null {
  const assignments = ownAssignments(ground);
  for (const [index, { staff, from, until }] of turns.entries()) {
    if (until <= from || until <= ground.now) {
      return invalid(`/turns/${index}/until`, 'out_of_range');
    }
    const then = assignments.filter(({ term }) => {
      const hasBegun = term?.from === undefined || term.from <= from;
      return hasBegun && (term?.until === undefined || term.until > from);
    });
    if (!worksAtAll(then, staff, units)) {
      return invalid(`/turns/${index}/staff`, 'not_at_this_unit');
    }
  }
  return null;
}

/** Where the hours are none: a day that ends before it begins. Null: they can be kept. */
function hoursFault({ days, red }: WeekHours): string | null {
  const isWrong = (span: WeekHours['red']): boolean => span !== null && span.to <= span.from;
  const wrong = days.findIndex(isWrong);
  if (wrong >= 0) return `/days/${wrong}`;
  return isWrong(red) ? '/red' : null;
}
