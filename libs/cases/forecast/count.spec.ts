import fc from 'fast-check';
import { placesOn, type UnitCapacity } from '@hemgang/directory';
import { addDays, endOfLocalDay, localDate, startOfLocalDay, weekday } from '@hemgang/kernel';
import { countsOf, FORECAST_DAYS, onceEach, placesTogether } from './count';

/** Any local day of the decade, those on which the clock changes as often as the others together. */
const day = fc.oneof(
  fc.integer({ min: 0, max: 3650 }).map((n) => addDays('2025-01-01', n)),
  fc.constantFrom('2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'),
);
const inAnHour = 3_600_000;
const at = (ms: number) => new Date(ms).toISOString();
const places = fc.option(fc.integer({ min: 0, max: 99 }), { nil: null });
const capacity: fc.Arbitrary<UnitCapacity> = fc.record({
  unit: fc.constant('a'),
  week: fc.array(places, { minLength: 7, maxLength: 7 }),
  days: fc.constant([]),
  start: fc.constant(null),
});

describe('expected homecomings by local day', () => {
  it('are counted from the day’s first instant to its last, 23 hours, 24 or 25', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: FORECAST_DAYS - 1 }), (today, ahead) => {
        const then = addDays(today, ahead);
        const first = startOfLocalDay(then);
        const last = at(Date.parse(endOfLocalDay(then)) - 1);
        const { late, days } = countsOf([{ at: first }, { at: last }], startOfLocalDay(today));
        expect(late).toBe(0);
        expect(days.filter(({ expected }) => expected > 0)).toEqual([{ day: then, expected: 2 }]);
      }),
    );
  });

  it('lose nobody: late, on one of the days, or further ahead', () => {
    const instants = fc.array(fc.integer({ min: -600, max: 600 }), { maxLength: 30 });
    fc.assert(
      fc.property(day, instants, (today, hours) => {
        const now = startOfLocalDay(today);
        const expected = hours.map((n) => ({ at: at(Date.parse(now) + n * inAnHour) }));
        const { late, days } = countsOf(expected, now);
        const ahead = addDays(today, FORECAST_DAYS);
        const further = expected.filter((each) => localDate(each.at) >= ahead).length;
        const sum = days.reduce((all, each) => all + each.expected, 0);
        expect(late + sum + further).toBe(expected.length);
        expect(late).toBe(hours.filter((n) => n < 0).length);
        expect(days).toHaveLength(FORECAST_DAYS);
      }),
    );
  });

  it('have each patient once, on the first day on which a unit expects her', () => {
    const of = (unit: string, on: string) => ({ case: 'c', unit, at: startOfLocalDay(on) });
    const [early, late] = [of('a', '2026-12-01'), of('b', '2026-12-03')];
    expect(onceEach([late, early])).toEqual([early]);
    expect(onceEach([early, { ...late, case: 'd' }])).toHaveLength(2);
  });
});

describe('what a unit can receive on a day', () => {
  it('is the weekday’s number, whatever the week', () => {
    fc.assert(
      fc.property(capacity, day, (said, on) => {
        expect(placesOn(said, on)).toBe(said.week[weekday(on) - 1]);
      }),
    );
  });

  it('is the number of that date before the weekday’s, and none before the earliest start', () => {
    fc.assert(
      fc.property(capacity, day, (said, on) => {
        const days = [{ day: on, places: 5 }];
        expect(placesOn({ ...said, days }, on)).toBe(5);
        expect(placesOn({ ...said, days }, addDays(on, 7))).toBe(said.week[weekday(on) - 1]);
        const start = (first: string) => ({ day: first, reason: 'staffing' }) as const;
        expect(placesOn({ ...said, days, start: start(addDays(on, 1)) }, on)).toBe(0);
        expect(placesOn({ ...said, days, start: start(on) }, on)).toBe(5);
      }),
    );
  });

  it('is together what those have said who have said anything', () => {
    const said = (n: number | null): UnitCapacity => ({
      ...{ unit: 'a', week: Array<number | null>(7).fill(n), days: [], start: null },
    });
    expect(placesTogether([said(2), said(null), said(3)], '2026-12-01')).toBe(5);
    expect(placesTogether([said(null)], '2026-12-01')).toBeNull();
    expect(placesTogether([], '2026-12-01')).toBeNull();
  });
});
