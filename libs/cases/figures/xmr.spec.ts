import fc from 'fast-check';
import { controlLimits } from './xmr';

describe('the limits of an XmR chart', () => {
  it('are the mean, and 2.66 mean moving ranges on either side', () => {
    // Ranges 2, 2, 2, 2, 2, 2, 2: mean 2, reach 5.32.
    expect(controlLimits([9, 11, 9, 11, 9, 11, 9, 11])).toEqual({
      ...{ centre: 10, lower: expect.closeTo(4.68, 10) as number },
      upper: expect.closeTo(15.32, 10) as number,
    });
  });

  it('are none of fewer than eight values, and never below nothing', () => {
    expect(controlLimits([1, 2, 3, 4, 5, 6, 7])).toBeNull();
    expect(controlLimits([0, 9, 0, 9, 0, 9, 0, 9])).toMatchObject({ centre: 4.5, lower: 0 });
  });

  it('hold the mean between them, and are the same for the same values the other way round', () => {
    const values = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 8, maxLength: 60 });
    fc.assert(
      fc.property(values, (some) => {
        const limits = controlLimits(some);
        if (limits === null) throw new Error('no limits');
        expect(limits.lower).toBeLessThanOrEqual(limits.centre);
        expect(limits.upper).toBeGreaterThanOrEqual(limits.centre);
        const back = controlLimits([...some].reverse());
        expect(back?.upper).toBeCloseTo(limits.upper, 8);
      }),
    );
  });
});
