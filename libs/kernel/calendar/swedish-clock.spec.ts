import fc from 'fast-check';
import { HOUR_MS, instant, MINUTE_MS, plusMs } from '../instant';
import { addDays } from './local-date';
import { endOfLocalDay, instantAt, localDate, localTime, startOfLocalDay } from './local-time';

/** The Sundays on which the clock changes, from the almanac: written down by hand, not computed. */
const clockChanges = [
  { spring: '2024-03-31', autumn: '2024-10-27' },
  { spring: '2025-03-30', autumn: '2025-10-26' },
  { spring: '2026-03-29', autumn: '2026-10-25' },
  { spring: '2027-03-28', autumn: '2027-10-31' },
  { spring: '2028-03-26', autumn: '2028-10-29' },
  { spring: '2029-03-25', autumn: '2029-10-28' },
  { spring: '2030-03-31', autumn: '2030-10-27' },
  { spring: '2031-03-30', autumn: '2031-10-26' },
  { spring: '2032-03-28', autumn: '2032-10-31' },
  { spring: '2033-03-27', autumn: '2033-10-30' },
  { spring: '2034-03-26', autumn: '2034-10-29' },
  { spring: '2035-03-25', autumn: '2035-10-28' },
];

/** The judge: ICU's own time zone data, read without any of our code or the polyfill. */
const icu = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
});

function expectSameClock(ms: number): void {
  const at = instant(ms);
  expect(`${localDate(at)} ${localTime(at)}`).toBe(icu.format(ms));
}

const anyInstantMs = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2035, 11, 31, 23, 59) });

describe('the Swedish clock', () => {
  it.each(clockChanges)('shows what ICU shows around $spring and $autumn', (year) => {
    for (const change of [year.spring, year.autumn]) {
      const noonMs = Date.parse(`${change}T12:00:00.000Z`);
      for (let ms = noonMs - 60 * HOUR_MS; ms <= noonMs + 60 * HOUR_MS; ms += 15 * MINUTE_MS) {
        expectSameClock(ms);
      }
    }
  });

  it('shows what ICU shows at any instant of 2024-2035', () => {
    fc.assert(fc.property(anyInstantMs, expectSameClock), { numRuns: 2_000 });
  });

  it('shows what ICU shows in years when Sweden had other rules', () => {
    for (const text of ['1979-07-01', '1980-04-06', '1980-09-28', '1995-09-24', '1996-10-27']) {
      const midnightMs = Date.parse(`${text}T00:00:00.000Z`);
      for (let hour = 0; hour < 24; hour += 1) expectSameClock(midnightMs + hour * HOUR_MS);
    }
  });

  it.each(clockChanges)('is moved on $spring and on $autumn', (year) => {
    const lastOfWinter = `${year.spring}T00:59:59.999Z`;
    expect(localTime(lastOfWinter)).toBe('01:59');
    expect(localTime(plusMs(lastOfWinter, 1))).toBe('03:00');
    const lastOfSummer = `${year.autumn}T00:59:59.999Z`;
    expect(localTime(lastOfSummer)).toBe('02:59');
    expect(localTime(plusMs(lastOfSummer, 1))).toBe('02:00');
  });

  it('shows 02:30 twice in the autumn and never in the spring', () => {
    expect(localTime('2026-10-25T00:30:00.000Z')).toBe('02:30');
    expect(localTime('2026-10-25T01:30:00.000Z')).toBe('02:30');
    const shown = Array.from({ length: 24 }, (_, hour) =>
      localTime(plusMs('2026-03-28T23:30:00.000Z', hour * HOUR_MS)),
    );
    expect(shown).not.toContain('02:30');
    expect(shown.slice(0, 4)).toEqual(['00:30', '01:30', '03:30', '04:30']);
  });

  it.each([
    ['2026-03-01', '2026-02-28T23:00:00.000Z'],
    ['2026-07-01', '2026-06-30T22:00:00.000Z'],
    ['2024-02-29', '2024-02-28T23:00:00.000Z'],
    ['2027-01-01', '2026-12-31T23:00:00.000Z'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ])('%s begins at %s', (date, expected) => {
    expect(startOfLocalDay(date)).toBe(expected);
  });

  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-03-02', 24],
  ])('%s has %i hours', (date, hours) => {
    const lengthMs = Date.parse(endOfLocalDay(date)) - Date.parse(startOfLocalDay(date));
    expect(lengthMs).toBe(hours * HOUR_MS);
  });

  it('puts every instant inside its own day, whose end belongs to the next', () => {
    fc.assert(
      fc.property(anyInstantMs, (ms) => {
        const at = instant(ms);
        const date = localDate(at);
        expect(startOfLocalDay(date) <= at && at < endOfLocalDay(date)).toBe(true);
        expect(localDate(endOfLocalDay(date))).toBe(addDays(date, 1));
      }),
    );
  });

  it.each([
    ['2026-03-02', '12:00', '2026-03-02T11:00:00.000Z'],
    ['2026-07-02', '12:00', '2026-07-02T10:00:00.000Z'],
    ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'], // missing: the clock says 03:30
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29', '12:00', '2026-03-29T10:00:00.000Z'],
    ['2026-10-25', '01:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'], // the first of two
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-10-25', '12:00', '2026-10-25T11:00:00.000Z'],
  ])('finds the instant of %s %s', (date, time, expected) => {
    expect(instantAt(date, time)).toBe(expected);
  });

  it('finds every minute again that the clock shows once', () => {
    fc.assert(
      fc.property(anyInstantMs, (ms) => {
        const at = instant(ms - (ms % MINUTE_MS));
        const found = instantAt(localDate(at), localTime(at));
        const isSecondShowing = Date.parse(at) - Date.parse(found) === HOUR_MS;
        expect(found === at || isSecondShowing).toBe(true);
        expect(localTime(found)).toBe(localTime(at));
      }),
    );
  });

  it('refuses what is no time', () => {
    expect(() => localDate('yesterday')).toThrow(RangeError);
    expect(() => localDate('+010000-01-01T00:00:00.000Z')).toThrow(RangeError);
    expect(() => instantAt('2026-03-02', '24:00')).toThrow(RangeError);
    expect(() => instantAt('2026-02-30', '12:00')).toThrow(RangeError);
  });
});

describe('hours across a clock change', () => {
  // 24 elapsed hours after admission, lag (2017:612) 2:3.
  it.each([
    ['an ordinary day', '2026-03-03', '16:40', '2026-03-04', '16:40'],
    ['the night the clock is moved forward', '2026-03-28', '13:00', '2026-03-29', '14:00'],
    ['the night the clock is moved back', '2026-10-24', '13:00', '2026-10-25', '12:00'],
  ])('%s: admitted %s %s, due %s %s', (_, date, time, dueDate, dueTime) => {
    const due = plusMs(instantAt(date, time), 24 * HOUR_MS);
    expect([localDate(due), localTime(due)]).toEqual([dueDate, dueTime]);
  });
});
