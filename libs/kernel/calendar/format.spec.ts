import { formatAge, formatDate, formatInstant } from './format';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('times for people', () => {
  it.each([
    ['2026-11-26T12:00:00.000Z', 'tor 26/11 13:00', 'Thu 26/11 13:00'],
    ['2026-03-02T09:15:00.000Z', 'mån 2/3 10:15', 'Mon 2/3 10:15'],
    ['2026-06-20T22:05:00.000Z', 'sön 21/6 00:05', 'Sun 21/6 00:05'],
    ['2026-12-31T23:30:00.000Z', 'fre 1/1 00:30', 'Fri 1/1 00:30'],
  ])('%s is "%s" and "%s"', (at, sv, en) => {
    expect(formatInstant(at, 'sv')).toBe(sv);
    expect(formatInstant(at, 'en')).toBe(en);
  });

  it.each([
    ['2026-03-07', 'lör 7/3', 'Sat 7/3'],
    ['2026-03-03', 'tis 3/3', 'Tue 3/3'],
    ['2026-03-04', 'ons 4/3', 'Wed 4/3'],
  ])('the day %s is "%s" and "%s"', (date, sv, en) => {
    expect(formatDate(date, 'sv')).toBe(sv);
    expect(formatDate(date, 'en')).toBe(en);
  });
});

describe('ages for people', () => {
  it.each([
    [0, '0 min', '0 min'],
    [-5_000, '0 min', '0 min'],
    [59_999, '0 min', '0 min'],
    [14 * MINUTE, '14 min', '14 min'],
    [HOUR - 1, '59 min', '59 min'],
    [2 * HOUR, '2 h', '2 h'],
    [2 * HOUR + 14 * MINUTE, '2 h 14 min', '2 h 14 min'],
    [DAY - 1, '23 h 59 min', '23 h 59 min'],
    [DAY, '1 dag', '1 day'],
    [DAY + 3 * HOUR + 59 * MINUTE, '1 dag 3 h', '1 day 3 h'],
    [2 * DAY + HOUR, '2 dagar 1 h', '2 days 1 h'],
    [3 * DAY + 5 * HOUR, '3 dagar', '3 days'],
    [40 * DAY, '40 dagar', '40 days'],
  ])('%i ms is "%s" and "%s"', (ageMs, sv, en) => {
    expect(formatAge(ageMs, 'sv')).toBe(sv);
    expect(formatAge(ageMs, 'en')).toBe(en);
  });
});
