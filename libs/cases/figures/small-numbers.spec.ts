import fc from 'fast-check';
import { CASES_MIN, hiddenOf, type Countable } from './small-numbers';

const of = (...cases: number[]): Countable[] =>
  cases.map((each) => ({ cases: each, isOwn: false }));

describe('small numbers', () => {
  it('are hidden below five, and the next smallest when one alone would be', () => {
    expect(hiddenOf(of(0, 5, 40))).toEqual([false, false, false]);
    expect(hiddenOf(of(4, 9, 40))).toEqual([true, true, false]);
    expect(hiddenOf(of(4, 1, 40))).toEqual([true, true, false]);
    expect(hiddenOf(of(0, 3, 0))).toEqual([false, true, false]);
  });

  it("of one's own organisation are shown", () => {
    expect(hiddenOf([{ cases: 2, isOwn: true }])).toEqual([false]);
  });

  it('cannot be told by subtraction: never is one alone hidden beside others that are shown', () => {
    const figure = fc.record({ cases: fc.integer({ min: 0, max: 12 }), isOwn: fc.constant(false) });
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 14 }), (figures) => {
        const hidden = hiddenOf(figures);
        figures.forEach(({ cases }, index) => {
          if (cases > 0 && cases < CASES_MIN) expect(hidden[index]).toBe(true);
          if (cases === 0) expect(hidden[index]).toBe(false);
        });
        const left = figures.filter(({ cases }, index) => cases > 0 && hidden[index] === false);
        if (hidden.filter(Boolean).length === 1) expect(left).toEqual([]);
      }),
    );
  });
});
