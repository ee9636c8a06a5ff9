import { DELAY_CAUSES } from '@workflows/discharge';
import { causeMeasure, causesView, type CountedCause } from './causes';

const TO = '2026-11-30';

interface Row {
  readonly days: number;
  readonly cases: number;
}

const viewOf = (rows: Partial<Record<CountedCause, Row>>, isOwn = false, to = TO) => {
  const entries = Object.entries(rows).map(([cause, row]) => ({
    ...{ measure: causeMeasure(cause as CountedCause), from: '2001-01-01' },
    ...row,
  }));
  const sums = entries.map((each) => ({ ...each, parts: each.days, count: each.days, whole: 0 }));
  return causesView({ sums, behind: entries, isOwn, to }, 'en');
};
const shown = (view: ReturnType<typeof viewOf>) =>
  view.causes.map(({ cause, days, share }) => [cause, days, share]);

describe('why patients of a place waited', () => {
  it('is told most days first and unknown last, with shares of all days and owners', () => {
    const view = viewOf({
      okand: { days: 50, cases: 9 },
      transport: { days: 10, cases: 6 },
      hjalpmedel: { days: 40, cases: 8 },
    });
    expect(shown(view)).toEqual([
      ['hjalpmedel', 40, 40],
      ['transport', 10, 10],
      ['okand', 50, 50],
    ]);
    expect(view.days).toBe(100);
    expect(view.causes[0]?.owners).toEqual(['the municipality', "the region's hospital"]);
    expect(view.causes[2]?.owners).toEqual([]);
    expect(view.list?.version).toBe(1);
  });

  it('hides few cases from others, and the next smallest with a single one', () => {
    const rows = {
      okand: { days: 50, cases: 9 },
      transport: { days: 10, cases: 6 },
      hjalpmedel: { days: 40, cases: 4 },
    };
    expect(shown(viewOf(rows))).toEqual([
      ['hjalpmedel', null, null],
      ['transport', null, null],
      ['okand', 50, 50],
    ]);
    expect(viewOf(rows, true).causes.some(({ isHidden }) => isHidden)).toBe(false);
  });

  it('is nothing at all, or a total that is not told', () => {
    expect(viewOf({})).toMatchObject({ days: 0, causes: [] });
    expect(viewOf({ transport: { days: 30, cases: 3 } }).days).toBeNull();
  });

  it('has words for every code, also on a day before the first list', () => {
    const rows = Object.fromEntries(DELAY_CAUSES.map((cause) => [cause, { days: 5, cases: 5 }]));
    const { causes, list } = viewOf(rows, false, '2025-06-01');
    expect(list).toBeNull();
    const wordless = causes.filter(
      ({ title, cause, owners }) => title === cause || owners.length === 0,
    );
    expect(wordless).toEqual([]);
    expect(causes).toHaveLength(DELAY_CAUSES.length);
  });

  it('leads to cases, but not by what social services have to give', () => {
    const { causes } = viewOf({
      okand: { days: 50, cases: 9 },
      transport: { days: 10, cases: 6 },
      'korttidsplats-saknas': { days: 20, cases: 8 },
    });
    expect(causes.map(({ cause, searchedBy }) => [cause, searchedBy])).toEqual([
      ['korttidsplats-saknas', null],
      ['transport', 'cause:transport'],
      ['okand', 'cause:okand'],
    ]);
  });
});
