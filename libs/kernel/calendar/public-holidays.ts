import type { LocalDate } from '../instant';
import { addDays, weekday } from './local-date';
import type { Weekday } from './local-date';

const FRIDAY: Weekday = 5;
const SATURDAY: Weekday = 6;
const SUNDAY: Weekday = 7;

interface YearOfHolidays {
  readonly holidays: ReadonlySet<LocalDate>;
  /** Midsommarafton, julafton and nyårsafton: no holidays, but days on which offices are closed. */
  readonly eves: ReadonlySet<LocalDate>;
}

/** Remembered because due times ask for the same few years over and over; at most 10 000 years. */
const years = new Map<string, YearOfHolidays>();

/**
 * Whether a day is an allmän helgdag. By lag (1989:253) every Sunday is one.
 * Right from 2005-04-01, when nationaldagen replaced annandag pingst.
 */
export function isPublicHoliday(date: LocalDate): boolean {
  return weekday(date) === SUNDAY || yearOf(date).holidays.has(date);
}

/**
 * Whether a day is one on which lag (1930:173) 2 § lets an action wait: a Saturday, a Sunday,
 * another public holiday, midsommarafton, julafton or nyårsafton.
 */
export function isNonWorkingDay(date: LocalDate): boolean {
  const day = weekday(date);
  return day === SATURDAY || day === SUNDAY || isRedDay(date);
}

/**
 * Whether a day is a röd dag with a name, or midsommarafton, julafton or nyårsafton: what opening hours
 * make an exception for. An ordinary Saturday or Sunday is none.
 */
export function isRedDay(date: LocalDate): boolean {
  const { holidays, eves } = yearOf(date);
  return holidays.has(date) || eves.has(date);
}

/** The first working day after `date`. */
export function nextWorkingDay(date: LocalDate): LocalDate {
  let next = addDays(date, 1);
  while (isNonWorkingDay(next)) next = addDays(next, 1);
  return next;
}

/**
 * The last day on which an action may be taken when the law's own last day is `date`
 * (söndagsregeln, lag (1930:173) 2 §): `date` itself, or the next working day.
 * It moves days for actions, never the start of a liability and never a number of hours.
 */
export function sundayRule(date: LocalDate): LocalDate {
  return isNonWorkingDay(date) ? nextWorkingDay(date) : date;
}

function yearOf(date: LocalDate): YearOfHolidays {
  const year = date.slice(0, 4);
  const known = years.get(year);
  if (known) return known;
  const eves = [addDays(midsummerDay(year), -1), `${year}-12-24`, `${year}-12-31`];
  const computed = { holidays: new Set(holidaysIn(year)), eves: new Set(eves) };
  years.set(year, computed);
  return computed;
}

/** Lag (1989:253) 2 §; the Sundays without a name are left to the weekday. */
function holidaysIn(year: string): LocalDate[] {
  const easter = easterSunday(Number(year));
  return [
    `${year}-01-01`, // nyårsdagen
    `${year}-01-06`, // trettondedag jul
    addDays(easter, -2), // långfredagen
    easter,
    addDays(easter, 1), // annandag påsk
    `${year}-05-01`, // första maj
    addDays(easter, 39), // Kristi himmelsfärdsdag, the sixth Thursday after
    addDays(easter, 49), // pingstdagen, the seventh Sunday after
    `${year}-06-06`, // nationaldagen
    midsummerDay(year),
    saturdayFrom(`${year}-10-31`), // alla helgons dag
    `${year}-12-25`, // juldagen
    `${year}-12-26`, // annandag jul
  ];
}

/** Midsommardagen, the Saturday of 20-26 June; the eve is the Friday before. */
function midsummerDay(year: string): LocalDate {
  return saturdayFrom(`${year}-06-20`);
}

function saturdayFrom(date: LocalDate): LocalDate {
  const day = weekday(date);
  return day === SUNDAY ? addDays(date, FRIDAY + 1) : addDays(date, SATURDAY - day);
}

/**
 * Easter Sunday of the Gregorian calendar by the method published in Nature 1876 (Meeus, Butcher):
 * golden number, century corrections, the paschal full moon and the Sunday after it.
 */
function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const daysAfter22March = epact + toSunday - 7 * late;
  return addDays(`${String(year).padStart(4, '0')}-03-22`, daysAfter22March);
}
