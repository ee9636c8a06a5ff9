import fc from 'fast-check';
import { addDays, daysBetween, daysFrom, isoWeek, weekday } from './local-date';

const anyDay = fc
  .integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2099, 11, 31) })
  .map((ms) => new Date(ms).toISOString().slice(0, 10));
const anyDistance = fc.integer({ min: -20_000, max: 20_000 });

describe('days of the calendar', () => {
  it('in a row are each the day after the one before', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3, max: 400 }), (first, count) => {
        const expected = Array.from({ length: Math.max(0, count) }, (_, n) => addDays(first, n));
        expect(daysFrom(first, count)).toEqual(expected);
      }),
    );
    expect(() => daysFrom('2026-02-30', 1)).toThrow(RangeError);
  });

  it.each([
    ['2026-03-28', 1, '2026-03-29'], // the night the clock is moved forward
    ['2026-10-24', 2, '2026-10-26'], // across the night it is moved back
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 365, '2025-02-28'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2028-02-28', 2, '2028-03-01'],
    ['2032-03-01', -1, '2032-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2026-03-02', 0, '2026-03-02'],
    ['1969-12-31', 1, '1970-01-01'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
    expect(daysBetween(date, expected)).toBe(days);
  });

  it('adding days and taking them away again leads back, for any day', () => {
    fc.assert(
      fc.property(anyDay, anyDistance, (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-3-2',
    '20260302',
    '',
    '2026-03-02T00:00',
    '2026-3-002',
    '02/03/2026',
    '2026 03 02',
    'Mar 2 2026',
    '2026-06-31',
  ])('refuses "%s", which is no day', (text) => {
    expect(() => addDays(text, 1)).toThrow(RangeError);
    expect(() => weekday(text)).toThrow(RangeError);
  });

  it('refuses half a day and days that cannot be spelt', () => {
    expect(() => addDays('2026-03-02', 0.5)).toThrow(RangeError);
    expect(() => addDays('2026-03-02', Number.NaN)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });

  it.each([
    ['2026-03-02', 1],
    ['2026-03-06', 5],
    ['2026-03-07', 6],
    ['2026-03-08', 7],
    ['1969-12-31', 3],
    ['1900-01-01', 1],
  ])('%s is weekday %i', (date, expected) => {
    expect(weekday(date)).toBe(expected);
  });

  // From printed Swedish calendars: the weeks around New Year, and years with a week 53.
  it.each([
    ['2024-12-30', 2025, 1],
    ['2026-01-01', 2026, 1],
    ['2026-11-26', 2026, 48],
    ['2026-12-31', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2028-01-01', 2027, 52],
    ['2032-12-31', 2032, 53],
    ['2033-01-02', 2032, 53],
  ])('%s lies in %i week %i', (date, year, week) => {
    expect(isoWeek(date)).toEqual({ year, week });
  });

  it('all seven days of a week have the same week number', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const monday = addDays(date, 1 - weekday(date));
        expect(isoWeek(monday)).toEqual(isoWeek(date));
        expect(isoWeek(addDays(monday, -1))).not.toEqual(isoWeek(date));
      }),
    );
  });
});
