import { addDays } from '@hemgang/kernel';
import fc from 'fast-check';
import { areRare, betweenLimits, daysBetweenOf } from './days-between';

const START = '2025-01-01';

describe('days between unwanted events', () => {
  it('are from each to the next, and those since the last one are none of them', () => {
    const events = ['2025-01-01', '2025-01-11', '2025-01-11', '2025-02-01'];
    expect(daysBetweenOf(events, '2025-03-01')).toEqual({
      intervals: [
        { on: '2025-01-11', days: 10 },
        { on: '2025-01-11', days: 0 },
        { on: '2025-02-01', days: 21 },
      ],
      limits: null,
      open: { since: '2025-02-01', to: '2025-03-01', days: 28 },
    });
    expect(daysBetweenOf([], '2025-03-01')).toBeNull();
  });

  it('together are the days from the first event to the last day', () => {
    const steps = fc.array(fc.nat({ max: 90 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(steps, fc.nat({ max: 400 }), (some, rest) => {
        const sums = some.map((_, index) => some.slice(0, index + 1).reduce((a, b) => a + b));
        const events = [START, ...sums.map((sum) => addDays(START, sum))];
        const found = daysBetweenOf(events, addDays(events.at(-1) ?? START, rest));
        expect(found?.intervals.map(({ days }) => days)).toEqual(some);
        expect(found?.open.days).toBe(rest);
        expect(found?.limits === null).toBe(some.length < 8);
        // However long the last one has lasted, it moves no limit.
        expect(found?.limits).toEqual(betweenLimits(some));
      }),
    );
  });

  it("have Nelson's limits: those of the 3.6th root, raised again", () => {
    // The roots are 1 and 2 in turn: mean 1.5, reach 2.66.
    const twos = 2 ** 3.6;
    const limits = betweenLimits([1, twos, 1, twos, 1, twos, 1, twos]);
    expect(limits?.centre).toBeCloseTo(1.5 ** 3.6, 8);
    expect(limits?.lower).toBe(0);
    expect(limits?.upper).toBeCloseTo(4.16 ** 3.6, 8);
    expect(betweenLimits([1, 2, 3, 4, 5, 6, 7])).toBeNull();
    expect(betweenLimits([0, 0, 0, 0, 0, 0, 0, 0])).toEqual({ centre: 0, lower: 0, upper: 0 });
  });

  it('in another unit of time have the same limits in that unit, and the centre between them', () => {
    const days = fc.array(fc.nat({ max: 300 }), { minLength: 8, maxLength: 60 });
    fc.assert(
      fc.property(days, fc.integer({ min: 2, max: 24 }), (some, times) => {
        const limits = betweenLimits(some);
        const other = betweenLimits(some.map((each) => each * times));
        if (limits === null || other === null) throw new Error('no limits');
        expect(limits.lower).toBeLessThanOrEqual(limits.centre);
        expect(limits.centre).toBeLessThanOrEqual(limits.upper);
        expect(other.upper / times).toBeCloseTo(limits.upper, 6);
        expect(other.lower / times).toBeCloseTo(limits.lower, 6);
      }),
    );
  });

  it('are told of what comes once a week at the most', () => {
    expect(areRare(104, 730)).toBe(true);
    expect(areRare(105, 730)).toBe(false);
  });
});
