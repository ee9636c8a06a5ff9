import fc from 'fast-check';
import { isInOrder, REHAB_STEPS, rehabDays, type RehabStep } from './rehab';

const day = fc.integer({ min: 1, max: 28 }).map((of) => `2026-03-${String(of).padStart(2, '0')}`);

describe('days of rehabilitation', () => {
  it('are of each step the latest that was said', () => {
    const said = (step: RehabStep, on: string) => ({ step, on });
    const facts = [said('referral', '2026-03-02'), said('assessment', '2026-03-05')];
    expect(rehabDays([...facts, said('referral', '2026-03-03')])).toEqual({
      ...{ referral: '2026-03-03', assessment: '2026-03-05' },
      'first-measure': null,
    });
    expect(rehabDays([])).toEqual({ referral: null, assessment: null, 'first-measure': null });
  });

  it('are in order when no step lies before the referral or before the step it follows', () => {
    const maybe = fc.option(day, { nil: null });
    fc.assert(
      fc.property(maybe, maybe, maybe, (referral, assessment, measure) => {
        const known = [referral, assessment, measure].filter((each) => each !== null);
        const isSorted = known.join() === [...known].sort().join();
        const begins = known.length === 0 || referral !== null;
        const facts = [referral, assessment, measure].flatMap((on, index) =>
          on === null ? [] : [{ step: REHAB_STEPS[index]!, on }],
        );
        expect(isInOrder(rehabDays(facts))).toBe(isSorted && begins);
      }),
    );
  });
});
