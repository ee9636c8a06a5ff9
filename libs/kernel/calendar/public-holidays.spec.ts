import fc from 'fast-check';
import { addDays } from './local-date';
import {
  isNonWorkingDay,
  isPublicHoliday,
  isRedDay,
  nextWorkingDay,
  sundayRule,
} from './public-holidays';

const DAY_MS = 86_400_000;
const FIXED_HOLIDAYS = ['01-01', '01-06', '05-01', '06-06', '12-25', '12-26'];
const FIXED_EVES = ['12-24', '12-31'];

/** Movable days of the Swedish almanac, written down by hand and not computed. */
const almanac = [
  { year: '2024', easter: '2024-03-31', midsummerEve: '2024-06-21', allSaints: '2024-11-02' },
  { year: '2025', easter: '2025-04-20', midsummerEve: '2025-06-20', allSaints: '2025-11-01' },
  { year: '2026', easter: '2026-04-05', midsummerEve: '2026-06-19', allSaints: '2026-10-31' },
  { year: '2027', easter: '2027-03-28', midsummerEve: '2027-06-25', allSaints: '2027-11-06' },
  { year: '2028', easter: '2028-04-16', midsummerEve: '2028-06-23', allSaints: '2028-11-04' },
  { year: '2029', easter: '2029-04-01', midsummerEve: '2029-06-22', allSaints: '2029-11-03' },
  { year: '2030', easter: '2030-04-21', midsummerEve: '2030-06-21', allSaints: '2030-11-02' },
  { year: '2031', easter: '2031-04-13', midsummerEve: '2031-06-20', allSaints: '2031-11-01' },
  { year: '2032', easter: '2032-03-28', midsummerEve: '2032-06-25', allSaints: '2032-11-06' },
  { year: '2033', easter: '2033-04-17', midsummerEve: '2033-06-24', allSaints: '2033-11-05' },
  { year: '2034', easter: '2034-04-09', midsummerEve: '2034-06-23', allSaints: '2034-11-04' },
  { year: '2035', easter: '2035-03-25', midsummerEve: '2035-06-22', allSaints: '2035-11-03' },
];

/** The day some days from a day of the almanac, reckoned here and not by the code under test. */
function shifted(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

function daysOf(year: string): string[] {
  const length = Number(year) % 4 === 0 ? 366 : 365;
  return Array.from({ length }, (_, index) => shifted(`${year}-01-01`, index));
}

/** 0 is Sunday, 6 is Saturday, as JavaScript counts. */
function utcWeekday(date: string): number {
  return new Date(date).getUTCDay();
}

describe.each(almanac)('the almanac of $year', ({ year, easter, midsummerEve, allSaints }) => {
  const movable = [-2, 0, 1, 39, 49].map((days) => shifted(easter, days));
  const holidays = new Set([
    ...FIXED_HOLIDAYS.map((day) => `${year}-${day}`),
    ...movable,
    shifted(midsummerEve, 1),
    allSaints,
  ]);

  it('has exactly the public holidays of lag (1989:253), all Sundays among them', () => {
    const expected = daysOf(year).filter((day) => holidays.has(day) || utcWeekday(day) === 0);
    expect(daysOf(year).filter(isPublicHoliday)).toEqual(expected);
  });

  it('has exactly the non-working days of lag (1930:173) 2 §', () => {
    const eves = new Set([...FIXED_EVES.map((day) => `${year}-${day}`), midsummerEve]);
    const expected = daysOf(year).filter(
      (day) => holidays.has(day) || eves.has(day) || utcWeekday(day) % 6 === 0,
    );
    expect(daysOf(year).filter(isNonWorkingDay)).toEqual(expected);
  });
});

describe('Good Friday', () => {
  // 1954, 1981, 2049 and 2076 are the years in which the simple reckoning would be a week late.
  it.each(['1954-04-16', '1981-04-17', '2000-04-21', '2038-04-23', '2049-04-16', '2076-04-17'])(
    'is on %s and on no neighbouring Friday',
    (date) => {
      expect(isPublicHoliday(date)).toBe(true);
      expect(isPublicHoliday(shifted(date, 7))).toBe(false);
      expect(isPublicHoliday(shifted(date, -7))).toBe(false);
    },
  );
});

describe('the next working day', () => {
  it.each([
    ['Thursday before Easter 2026', '2026-04-02', '2026-04-07'],
    ['the day before midsommarafton 2026', '2026-06-18', '2026-06-22'],
    ['23 December 2026', '2026-12-23', '2026-12-28'],
    ['30 December 2026', '2026-12-30', '2027-01-04'],
    ['an ordinary Monday', '2026-03-02', '2026-03-03'],
    ['a Friday', '2026-03-06', '2026-03-09'],
    ['27 December 2024, a Friday', '2024-12-27', '2024-12-30'],
    ['28 February in a leap year', '2028-02-28', '2028-02-29'],
  ])('after %s', (_, date, expected) => {
    expect(nextWorkingDay(date)).toBe(expected);
  });
});

describe('the Sunday rule', () => {
  // A kallelse whose three days end on Saturday 7 March 2026 may wait until Monday the 9th.
  it.each([
    ['2026-03-07', '2026-03-09'],
    ['2026-03-08', '2026-03-09'],
    ['2026-03-09', '2026-03-09'],
    ['2026-05-14', '2026-05-15'], // Kristi himmelsfärdsdag
    ['2026-06-19', '2026-06-22'], // midsommarafton
    ['2026-12-24', '2026-12-28'], // julafton, before a weekend
    ['2025-12-31', '2026-01-02'], // nyårsafton
    ['2029-06-06', '2029-06-07'], // nationaldagen
  ])('moves a last day on %s to %s', (date, expected) => {
    expect(sundayRule(date)).toBe(expected);
  });

  it('never moves a working day, never moves back, and stops at the first working day', () => {
    const day = fc.integer({ min: 0, max: 4_382 }).map((days) => addDays('2024-01-01', days));
    fc.assert(
      fc.property(day, (date) => {
        const moved = sundayRule(date);
        expect(isNonWorkingDay(moved)).toBe(false);
        for (let passed = date; passed < moved; passed = addDays(passed, 1)) {
          expect(isNonWorkingDay(passed)).toBe(true);
        }
        expect(moved >= date).toBe(true);
      }),
    );
  });
});

describe('a red day', () => {
  it('has a name or is one of three eves, and is no ordinary Saturday or Sunday', () => {
    const red = ['2026-01-06', '2026-04-05', '2026-06-19', '2026-12-24', '2026-12-26'];
    expect(red.filter(isRedDay)).toEqual(red);
    expect(['2026-12-23', '2026-12-27', '2026-03-07', '2026-03-08'].filter(isRedDay)).toEqual([]);
  });
});
