import {
  ALLOW_BITMAPS,
  CASES_BEHIND_LARGE,
  CASES_BEHIND_SMALL,
  SHARE_OF_PARTS,
} from './sql/cases-behind';
import { MONTHS } from './sql/figure-months';
import { CASES_BEHIND_FIGURE } from './sql/figures-behind';
import { FIRST_DAY, REPLACE_PARTS, SPREADS, SUMS } from './sql/figures';
import { explained } from './plans.fixture';
import type { Statement } from './statement';
import { testStore, type TestStore } from './test-store.fixture';

const CASES = 20_000;
const WARDS = 50;
const DAYS = 1_000;

const WARD = 'ward:7';
const MEASURES = ['beds', 'withdrawn'];
const [FROM, TO] = ['2026-01-01', '2026-03-31'];
const CASE_ID = '00000000-0000-4000-8000-000000000777';

/** Three years of a county of which each ward has a fiftieth. */
const FILL = [
  `insert into figure_parts (case_id, measure, day, places, count, whole)
   select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, measure,
          date '2024-01-01' + n % ${DAYS}, array['county', 'ward:' || n % ${WARDS}], 1, 1
   from generate_series(1, ${CASES}) n,
        unnest(array['beds', 'withdrawn', 'called', 'offered', 'held']) measure`,
  `insert into figure_sums (place, measure, day, parts, count, whole)
   select place, measure, day, count(*), sum(count), sum(whole)
   from figure_parts, unnest(places) place group by place, measure, day`,
  `insert into persons (id, name)
   values ('00000000-0000-4000-9000-000000000001', 'Patient')`,
  `insert into cases (id, version, type, person_id, region, workflow_version, definition_hash, word,
                      opened_at, ended_at, state)
   select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, 'discharge',
          '00000000-0000-4000-9000-000000000001', '24', 1, 'x', 'left', now(), now(), '{"seq": 1}'
   from generate_series(1, ${CASES}) n`,
  `insert into parties (case_id, case_type, unit, handover, kind, since, opened_at)
   select id, type, 'unit-' || (row_number() over () % ${WARDS}), null, 'ward', opened_at,
          opened_at
   from cases`,
  'analyze',
];

describe('the plans of figures', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore();
    for (const text of FILL) await store.sql(text);
  }, 60_000);
  afterAll(() => store.end());

  /** As the role that keeps figures runs it; what a transaction allows for a small place with it. */
  const plan = (statement: Statement<unknown>, values: readonly unknown[], isSmall: boolean) =>
    store.databases.works.transaction(async (session) => {
      if (isSmall) await session.run(ALLOW_BITMAPS, []);
      // What the planner prefers with a county before it; the pool itself forbids whole tables.
      await session.run({ name: '', text: 'set local enable_seqscan = on' }, []);
      return explained(session, statement, values);
    });

  const stretch = [MEASURES, FROM, TO] as const;
  const behind = ['beds', FROM, TO, 'unit-7', null, null, 51] as const;
  const parts = JSON.stringify([{ caseId: CASE_ID, measure: 'beds', day: FROM, places: [WARD] }]);

  it.each<[string, Statement<unknown>, readonly unknown[], readonly string[]]>([
    ['sums', SUMS, [WARD, ...stretch, 'month'], ['figure_sums_pkey']],
    ['months', MONTHS, [WARD, ...stretch, ['beds'], []], ['figure_sums_pkey']],
    ['the first day of a place', FIRST_DAY, [WARD], ['figure_sums_pkey']],
    ['how much a place has', SHARE_OF_PARTS, [WARD, ...stretch, 'county'], ['figure_sums_pkey']],
    [
      'how many cases',
      CASES_BEHIND_LARGE,
      ['county', ...stretch, 'month'],
      ['figure_sums_pkey', 'figure_parts_measure'],
    ],
    ['medians', SPREADS, ['county', ...stretch], ['figure_parts_measure']],
    ['the cases, of much', CASES_BEHIND_FIGURE, ['ward:1', ...behind], ['figure_parts_measure']],
    ['parts that are replaced', REPLACE_PARTS, [[CASE_ID], parts], ['figure_parts_case']],
  ])('%s: read by place, measure and day', async (_, statement, values, indexes) => {
    const shown = await plan(statement, values, false);
    for (const index of indexes) expect(shown).toContain(index);
    expect(shown).not.toMatch(/Seq Scan on figure_/);
  });

  it.each<[string, Statement<unknown>, readonly unknown[]]>([
    ['how many cases', CASES_BEHIND_SMALL, [WARD, ...stretch, 'month']],
    ['the cases', CASES_BEHIND_FIGURE, [WARD, ...behind]],
  ])('%s, of a place that has little: found by the place', async (_, statement, values) => {
    const shown = await plan(statement, values, true);
    expect(shown).toContain('figure_parts_places');
    expect(shown).not.toMatch(/Seq Scan on figure_/);
  });

  it.each([true, false])(
    'cases are looked up one by one, or in a hash (small: %s)',
    async (isSmall) => {
      const shown = await plan(CASES_BEHIND_FIGURE, [WARD, ...behind], isSmall);
      expect(shown).toMatch(/parties_key|hashed SubPlan/);
      expect(shown).not.toMatch(/Seq Scan on parties/);
    },
  );
});
