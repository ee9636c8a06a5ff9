import type { CasesBehind, FigureMonth } from '@hemgang/store';
import fc from 'fast-check';
import { courseOf, type KnownCourses } from './courses';
import { rollingOf, rollingYears } from './rolling';
import { monthsBefore } from './stretches';

const FIRST = '2024-01-01';
const PERIOD = { from: '2025-01-01', to: '2025-12-31', by: 'month' } as const;
const TODAY = '2026-02-10';
const MONTHS = Array.from({ length: 24 }, (_, index) => monthsBefore(FIRST, -index));

const monthOf = (from: string, parts: number): FigureMonth => ({
  ...{ measure: 'withdrawn', from, parts, count: 1, whole: parts, unwanted: { [from]: 1 } },
});
const behindOf = ({ measure, from, parts }: FigureMonth): CasesBehind => ({
  ...{ measure, from, cases: parts },
});

/** Of twenty judgements a month, one withdrawn. */
const known = (given: Partial<KnownCourses> = {}): KnownCourses => {
  const months = MONTHS.map((from) => monthOf(from, 20));
  const period = given.period ?? PERIOD;
  const years = rollingYears(period, FIRST, TODAY);
  const behind = months.map(behindOf);
  return { period, isOwn: false, today: TODAY, first: FIRST, years, months, behind, ...given };
};
const shown = { count: 12, whole: 240, value: 5, isHidden: false };
const hidden = { count: null, whole: null, value: null, isHidden: true };
const figure = { measure: 'withdrawn', all: shown, series: [shown] } as const;

describe('rolling years', () => {
  it('are the twelve whole months that end then, once a whole year has been counted', () => {
    const years = rollingYears({ from: '2025-01-15', to: '2025-04-20' }, '2024-02-01', TODAY);
    expect(years).toEqual([
      { from: '2024-02-01', to: '2025-01-31' },
      { from: '2024-03-01', to: '2025-02-28' },
      { from: '2024-04-01', to: '2025-03-31' },
    ]);
    expect(rollingYears(PERIOD, '2024-02-02', TODAY)).toHaveLength(11);
    expect(rollingYears(PERIOD, null, TODAY)).toEqual([]);
  });

  it('end with no month that is not over', () => {
    const to = (today: string) => rollingYears(PERIOD, FIRST, today).at(-1)?.to;
    expect(to('2025-06-30')).toBe('2025-05-31');
    expect(to('2025-07-01')).toBe('2025-06-30');
  });

  it('are sums of their months, whatever these are', () => {
    const months = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(months, (some) => {
        const sums = some.map(([count, more], index) => ({
          ...{ measure: 'withdrawn', from: MONTHS[index] ?? '', parts: 1 },
          ...{ count, whole: count + more },
        }));
        const rolling = rollingOf({ kind: 'share' }, rollingYears(PERIOD, FIRST, TODAY), sums);
        expect(rolling).toHaveLength(12);
        rolling.forEach(({ count, whole, value }, index) => {
          const its = some.slice(index + 1, index + 13);
          expect(count).toBe(its.reduce((sum, [each]) => sum + each, 0));
          expect(whole).toBe(its.reduce((sum, [each, more]) => sum + each + more, 0));
          expect(value).toBe(whole === 0 ? null : (100 * count) / whole);
        });
      }),
    );
  });
});

describe('the courses of a figure', () => {
  it('of others are rolling years when every month is of five and more, and no days between', () => {
    const course = courseOf(figure, known());
    expect(course).toMatchObject({ noRolling: null, between: null, noBetween: 'own-only' });
    expect(course.rolling?.at(0)).toEqual({ to: '2025-01-31', count: 12, whole: 240, value: 5 });
  });

  it('of others are none when a month is of few: before the period, or in it', () => {
    const months = MONTHS.map((from, index) => monthOf(from, index === 5 ? 4 : 20));
    const few = { months, behind: months.map(behindOf) };
    const none = { rolling: null, noRolling: 'few-cases' };
    expect(courseOf(figure, known(few))).toMatchObject(none);
    // Many parts, of four cases.
    const behind = few.months.map(behindOf);
    expect(courseOf(figure, known({ behind }))).toMatchObject(none);
    expect(courseOf({ ...figure, series: [shown, hidden] }, known())).toMatchObject(none);
    expect(courseOf(figure, known({ ...few, isOwn: true })).rolling).toHaveLength(12);
  });

  it('of others are none by other stretches than whole months, whose rests a year would tell', () => {
    const none = { rolling: null, noRolling: 'whole-months-only' };
    for (const period of [
      { ...PERIOD, by: 'week' as const },
      { ...PERIOD, by: 'year' as const },
      { ...PERIOD, from: '2025-01-02' },
    ]) {
      expect(courseOf(figure, known({ period }))).toMatchObject(none);
      expect(courseOf(figure, known({ period, isOwn: true })).noRolling).toBeNull();
    }
    const years = rollingYears(PERIOD, '2025-01-01', TODAY).slice(1);
    expect(courseOf(figure, known({ years }))).toMatchObject({ noRolling: 'too-short' });
  });

  it("of one's own are the days between too, of what is rare", () => {
    const own = known({ isOwn: true });
    const { between } = courseOf(figure, own);
    // Two years back from the last day, so from the second month on.
    expect(between?.intervals).toHaveLength(22);
    expect(between?.intervals[0]).toEqual({ on: '2024-03-01', days: 29 });
    expect(between?.open).toEqual({ since: '2025-12-01', to: '2025-12-31', days: 30 });
    const never = MONTHS.map((from) => ({ ...monthOf(from, 20), unwanted: null }));
    expect(courseOf(figure, known({ isOwn: true, months: never })).noBetween).toBe('no-event');
    const often = MONTHS.map((from) => ({ ...monthOf(from, 20), unwanted: { [from]: 20 } }));
    expect(courseOf(figure, known({ isOwn: true, months: often })).noBetween).toBe('too-often');
    expect(courseOf({ ...figure, measure: 'beds' }, own).noBetween).toBe('not-of-events');
  });

  it('come first when the stretches hold fewer than five on average', () => {
    const of = (whole: number | null) =>
      courseOf({ ...figure, all: { ...shown, whole } }, known()).isFew;
    expect([of(59), of(60), of(null)]).toEqual([true, false, false]);
    // Of months before anything was counted there is no average.
    const later = known({ first: '2025-07-01' });
    expect(courseOf({ ...figure, all: { ...shown, whole: 30 } }, later).isFew).toBe(false);
    expect(courseOf({ ...figure, all: { ...shown, whole: 29 } }, later).isFew).toBe(true);
  });
});
