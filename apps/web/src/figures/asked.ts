import { formatDay } from '../time';
import type { Figures } from '../api/types';
import { lastDayOf } from './stretch';

/** Periods that go with time, as an address says them. */
export const PERIODS = ['tolv-manader', 'i-ar'] as const;
type Period = (typeof PERIODS)[number];

export const STEPS = ['week', 'month', 'year'] as const;

/** Which figures are asked for: of a place, in whole days, both ends among them. */
export interface Asked {
  readonly place: string;
  /** Only those who belong there too; null: all. */
  readonly and: string | null;
  readonly from: string;
  readonly to: string;
  readonly by: Figures['by'];
  /** The period that gives the days; null: they are chosen. */
  readonly period: Period | null;
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
  const {
    plats,
    och,
    fran,
    till,
    steg,
    period: span,
  }: Readonly<Record<string, unknown>> = { ...search };
  const isDay = (said: unknown): said is string => typeof said === 'string' && DAY.test(said);
  const isPlace = (said: unknown): said is string => typeof said === 'string' && PLACE.test(said);
  const period = PERIODS.find((each) => each === span) ?? null;
  return {
    period,
    place: isPlace(plats) ? plats : 'county',
    and: isPlace(och) ? och : null,
    from: isDay(fran) ? fran : `${Number(today.slice(0, 4)) - 1}${today.slice(4, 7)}-01`,
    to: isDay(till) ? till : today,
    by: STEPS.find((step) => step === steg) ?? 'month',
    ...(period === null ? {} : daysOf(period, now)),
  };
}

/** The same in an address: a figure that is spoken of can be sent as a link. */
export function searchOf({ place, and, from, to, by, period }: Asked): Record<string, string> {
  return {
    plats: place,
    ...(and === null ? {} : { och: and }),
    ...(period === null ? { fran: from, till: to } : { period }),
    steg: by,
  };
}

/** The days of a period as it is now: the last twelve whole months, or this year so far. */
export function daysOf(period: Period, now: number): Pick<Asked, 'from' | 'to'> {
  const today = formatDay(now);
  const year = Number(today.slice(0, 4));
  if (period === 'i-ar') return { from: `${year}-01-01`, to: today };
  const first = `${today.slice(0, 8)}01`;
  return { from: `${year - 1}${first.slice(4)}`, to: lastDayOf(first, today) };
}
