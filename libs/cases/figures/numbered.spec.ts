import type { CountyNumber } from '@hemgang/store';
import type { FigureView } from './figures';
import type { FigureValue } from './values';
import { numberedViews } from './numbered';
import type { PlaceLevel } from './places';

const shown = (count: number, whole: number): FigureValue => ({
  ...{ count, whole, value: count / whole, isHidden: false },
});
const HIDDEN: FigureValue = { count: null, whole: null, value: null, isHidden: true };
const UNCOUNTED: FigureValue = { count: 0, whole: 0, value: null, isHidden: false };

const beds = (all: FigureValue, january: FigureValue, february: FigureValue): FigureView => ({
  ...{ measure: 'beds', kind: 'by-day', title: '', unit: '', numerator: '', denominator: '' },
  ...{ dated: '', rule: '', isAssumed: false, all, limits: null, spread: null },
  series: [
    { from: '2026-01-01', ...january },
    { from: '2026-02-01', ...february },
  ],
});

const number = (kind: CountyNumber['kind'], from: string, value: number): CountyNumber => ({
  ...{ kind, place: 'county', from, value, source: `say ${value}` },
});

const of = (figure: FigureView, numbers: readonly CountyNumber[], level: PlaceLevel = 'county') => {
  const period = { from: '2026-01-22', to: '2026-02-10' };
  return numberedViews({ ...period, level, beds: figure, numbers }, 'sv');
};

const TWO_MONTHS = beds(shown(80, 20), shown(50, 10), shown(30, 10));

describe('figures that are set against numbers of the customer', () => {
  it('take for each day the number that holds on it, also when it changes within a stretch', () => {
    const [days, per100] = of(TWO_MONTHS, [
      number('available-beds', '2020-01-01', 900),
      number('available-beds', '2026-01-01', 100),
      number('available-beds', '2026-02-06', 150),
      number('residents-65', '2026-01-01', 1_000),
      number('residents-65', '2026-02-06', 2_000),
    ]);
    const value = (count: number, whole: number, factor: number) => ({
      ...{ count, whole, value: (factor * count) / whole, isHidden: false, isMissing: false },
    });
    // Ten days of January; five and five of February.
    expect(per100?.series).toEqual([
      { from: '2026-01-01', ...value(50, 1_000, 100) },
      { from: '2026-02-01', ...value(30, 1_250, 100) },
    ]);
    expect(per100?.all).toEqual(value(80, 2_250, 100));
    expect(per100?.numbers.map(({ source }) => source)).toEqual(['say 100', 'say 150']);
    expect(days?.series.map(({ whole }) => whole)).toEqual([1_000, 1_500]);
    expect(days?.all).toEqual(value(80, 1_250, 1_000));
  });

  it('say that a number is missing where none holds for some day, and put nothing in its place', () => {
    const [days, per100] = of(TWO_MONTHS, [number('residents-65', '2026-01-23', 1_000)]);
    expect(days?.series).toMatchObject([
      { count: 50, whole: null, value: null, isMissing: true },
      { count: 30, whole: 1_000, value: 30, isMissing: false },
    ]);
    expect(days?.all).toMatchObject({ value: null, isMissing: true });
    expect(per100).toMatchObject({ all: { value: null, isMissing: true }, numbers: [] });
  });

  it('are nothing before anything is counted: no number is missing there', () => {
    const [days] = of(beds(shown(30, 10), UNCOUNTED, shown(30, 10)), [
      number('residents-65', '2026-02-01', 1_000),
    ]);
    expect(days?.series[0]).toMatchObject({ whole: 0, value: null, isMissing: false });
    expect(days?.all).toMatchObject({ value: 30, isMissing: false });
  });

  it('are hidden where the days that they count are', () => {
    const [days] = of(beds(shown(80, 20), HIDDEN, HIDDEN), [
      number('residents-65', '2026-01-01', 1_000),
    ]);
    expect(days?.series).toMatchObject([HIDDEN, HIDDEN]);
    expect(of(beds(HIDDEN, HIDDEN, HIDDEN), [])[0]?.all).toMatchObject(HIDDEN);
  });

  it('are there where such a number is kept alone', () => {
    const named = (level: PlaceLevel) => of(TWO_MONTHS, [], level).map(({ measure }) => measure);
    expect(named('county')).toEqual(['days-per-1000-65', 'beds-per-100']);
    expect(named('municipality')).toEqual(['days-per-1000-65']);
    expect(named('ward')).toEqual([]);
  });
});
