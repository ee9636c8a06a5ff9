import type { UnitCapacity } from '@hemgang/directory';
import { localDate, type Refusal } from '@hemgang/kernel';
import { invalid, isStale, NOT_FOUND, type Decided, type Ground } from '../staffing/ground';
import { unitsOfMunicipality } from './municipal-units';

/** What a unit is said to be able to receive. The edge has checked the form of each field. */
export type CapacityWish = Omit<UnitCapacity, 'unit'>;

const STALE: Refusal = { code: 'VERSION_STALE' };

/**
 * What a unit can receive from now on, in the place of what was said before. Pure. Nothing is said of a
 * day that has passed, and what was said of such a day falls.
 * @returns NOT_FOUND for a unit of another municipality and one that receives nobody at home
 */
export function setCapacity(ground: Ground, id: string, wish: CapacityWish): Decided | Refusal {
  const unit = unitsOfMunicipality(ground).find((each) => each.id === id);
  if (unit === undefined) return NOT_FOUND;
  if (isStale(ground, unit)) return STALE;
  const fault = pastDay(wish, localDate(ground.now)) ?? repeatedDay(wish);
  if (fault !== null) return fault;
  const { name, phone } = unit;
  const facts = { id, name, phone, version: (unit.version ?? 1) + 1 };
  const capacity = { unit: id, ...wish };
  return { subjects: [id], change: { units: [facts], cover: { kind: 'capacity', capacity } } };
}

function pastDay({ days, start }: CapacityWish, today: string): Refusal | null {
  const wrong = days.findIndex(({ day }) => day < today);
  if (wrong >= 0) return invalid(`/days/${wrong}/day`, 'out_of_range');
  return start !== null && start.day < today ? invalid('/start/day', 'out_of_range') : null;
}

function repeatedDay({ days }: CapacityWish): Refusal | null {
  const isRepeated = new Set(days.map(({ day }) => day)).size < days.length;
  return isRepeated ? invalid('/days', 'repeated') : null;
}
