import { formatDay } from '../time';
import type { Figures } from '../api/types';

export const STEPS = ['week', 'month', 'year'] as const;

/** Which figures are asked for: of a place, in whole days, both ends among them. */
export interface Asked {
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly by: Figures['by'];
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const PLACE = /^[a-z-]+(:[a-z0-9-]+)?$/;

/**
 * What stands in an address, whoever wrote it. What is not understood or not said is as on the first
 * visit: the county, the whole months of a year and this one as far as it has come.
 * @param now the server's time in milliseconds
 */
export function askedOf(search: object, now: number): Asked {
  const today = formatDay(now);
  const { plats, fran, till, steg }: Readonly<Record<string, unknown>> = { ...search };
  const isDay = (said: unknown): said is string => typeof said === 'string' && DAY.test(said);
  return {
    place: typeof plats === 'string' && PLACE.test(plats) ? plats : 'county',
    from: isDay(fran) ? fran : `${Number(today.slice(0, 4)) - 1}${today.slice(4, 7)}-01`,
    to: isDay(till) ? till : today,
    by: STEPS.find((step) => step === steg) ?? 'month',
  };
}

/** The same in an address: a figure that is spoken of can be sent as a link. */
export function searchOf({ place, from, to, by }: Asked): Record<string, string> {
  return { plats: place, fran: from, till: to, steg: by };
}
