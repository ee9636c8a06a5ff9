import { FigureStore } from './figure-store';
import {
  ALLOW_BITMAPS,
  CASES_BEHIND_LARGE,
  CASES_BEHIND_SMALL,
  type CasesBehind,
} from './sql/cases-behind';
import { testStore, type TestStore } from './test-store.fixture';

const MEASURES = ['beds', 'withdrawn'];

/**
 * Of the parts one in fifty is of a ward that has little. The last thousand `beds` are those of four patients
 * who wait day after day: many parts of few cases.
 */
const FILL = [
  `insert into figure_parts (case_id, measure, day, places, count, whole)
   select ('00000000-0000-4000-8000-' || lpad((case
              when measure = 'beds' and n > 2000 then n % 4 else n end)::text, 12, '0'))::uuid,
          measure, date '2026-01-01' + (n / 10),
          array['county', case
            when n % 50 = 0 then 'ward:rare'
            when n > 2000 and n % 4 < 3 then 'ward:small' else 'ward:large' end],
          1, 1
   from generate_series(1, 3000) n, unnest(array['beds', 'withdrawn']) measure
   where measure = 'beds' or n % 7 = 0`,
  `insert into figure_sums (place, measure, day, parts, count, whole)
   select place, measure, day, count(*), sum(count), sum(whole)
   from figure_parts, unnest(places) place group by place, measure, day`,
  'analyze',
];

describe('of how many cases figures are made', () => {
  let store: TestStore;
  let figures: FigureStore;
  beforeAll(async () => {
    store = await testStore();
    for (const text of FILL) await store.sql(text);
    figures = new FigureStore(store.database);
  });
  afterAll(() => store.end());

  const asked = (place: string, by: 'week' | 'month') =>
    [place, MEASURES, '2026-01-01', '2026-12-31', by] as const;
  const small = (place: string, by: 'week' | 'month') =>
    store.database.transaction(async (session) => {
      await session.run(ALLOW_BITMAPS, []);
      return session.run(CASES_BEHIND_SMALL, [...asked(place, by)]);
    });
  /** Few exactly, many as many; in one order. */
  const judged = (rows: readonly CasesBehind[]) =>
    rows.map(({ measure, from, cases }) => `${measure} ${from} ${Math.min(cases, 5)}`).sort();

  it.each(['week', 'month'] as const)('is judged alike in both ways, by %s', async (by) => {
    const all: CasesBehind[] = [];
    for (const place of ['county', 'ward:large', 'ward:small', 'ward:rare']) {
      const large = await store.database.run(CASES_BEHIND_LARGE, [...asked(place, by)]);
      all.push(...large);
      expect([place, judged(large)]).toEqual([place, judged(await small(place, by))]);
    }
    const few = all.filter(({ cases }) => cases < 5);
    expect(few.length).toBeGreaterThan(0);
    expect(all.length).toBeGreaterThan(few.length);
  });

  it('is counted by the place itself where that has little of all, else told by parts', async () => {
    const [from, to] = ['2026-01-01', '2026-12-31'];
    const told = async (place: string): Promise<number | undefined> => {
      const all = { place, measures: ['beds'], from, to, by: 'millennium' } as const;
      return (await figures.casesBehind(all))[0]?.cases;
    };
    const [counted] = await store.sql<{ rare: number; parts: number }>(
      `select count(distinct case_id) filter (where 'ward:rare' = any (places))::int as rare,
              count(*) filter (where 'ward:large' = any (places))::int as parts
       from figure_parts where measure = 'beds'`,
    );
    expect([await told('ward:rare'), await told('ward:large')]).toEqual([
      counted?.rare,
      counted?.parts,
    ]);
    expect(counted?.rare).toBeGreaterThan(5);
    expect(await told('ward:nowhere')).toBeUndefined();
  });
});
