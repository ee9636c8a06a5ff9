import { following, opening, START, dutyRow, timerRow } from './case-write.fixture';
import { LOWEST_ID } from './cursor';
import { REMOVE_EXPIRED } from './idempotency-store';
import { explained } from './plans.fixture';
import { CASE_VIEW } from './reads/case-view';
import { CASES_OF } from './reads/cases-of';
import { DUTIES_OF } from './reads/duties-of';
import { EXPECTED_HOMECOMINGS, NAMED_HOMECOMINGS } from './reads/homecomings';
import { NOTICES } from './reads/notices';
import { UNREAD } from './reads/unread';
import { ENDED_STAYS, STAY_LOGS } from './reads/stay-logs';
import { STAYS_OF } from './reads/stays-of';
import { STAYS_ON_WARD } from './reads/stays-on-ward';
import { WORKLIST } from './reads/worklist';
import {
  ADD_ATTACHMENT,
  REMOVE_ATTACHMENT,
  SWEEP_ATTACHMENTS,
  TAKE_ATTACHMENT,
  UNSENT_ATTACHMENTS,
} from './sql/attachments';
import { CHANGED_DRAFTS, PASS_PLAN_TURN, PLAN_DRAFT, SAVE_PLAN_DRAFT } from './sql/plan-drafts';
import { AVVIKELSE_COUNTS, AVVIKELSE_LINES } from './sql/avvikelser';
import { JUDGE_TIMERS_ANEW } from './sql/cover';
import {
  LATEST_ENDED_STAY,
  LOAD_CASES,
  LOAD_FOR_COMMANDS,
  OPEN_STAY,
  PARTIES_EVER,
} from './sql/load-case';
import { CASES_AFTER, EVENTS_AFTER, OPEN_CASES_AFTER } from './sql/figures';
import { BACKLOG, CLAIM, HANDLE } from './sql/outbox';
import { LATE, QUALITY } from './sql/overview';
import { CLAIM_WEBHOOKS } from './sql/webhooks';
import { WRITE_CASE, WRITE_CASES } from './sql/write-cases';
import type { Statement } from './statement';
import { AFTER } from './stream-feed';
import { testStore, type TestStore } from './test-store.fixture';
import { LEASE, NEXT, PUT_OFF } from './timer-store';
import { writeValues } from './write-values';

const CASES = 20_000;
/** A county: with fewer units than that a list would rightly be read from the whole table. */
const UNITS = 100;

const CASE_ID = '00000000-0000-4000-8000-000000000777';

/** What is asked in a reader's context, by name; every row that it shows is held against `parties`. */
const FOR_READERS = new Set(
  [
    ...[CASE_VIEW, CASES_OF, STAYS_OF, STAYS_ON_WARD, NAMED_HOMECOMINGS],
    ...[WORKLIST, NOTICES, TAKE_ATTACHMENT, PLAN_DRAFT],
  ].map(nameOf),
);

const BY_WRITER = new Set(
  [
    ...[LOAD_FOR_COMMANDS, LOAD_CASES, OPEN_STAY, LATEST_ENDED_STAY, PARTIES_EVER],
    ...[WRITE_CASE, WRITE_CASES],
    ...[ADD_ATTACHMENT, UNSENT_ATTACHMENTS, REMOVE_ATTACHMENT],
    ...[SAVE_PLAN_DRAFT, PASS_PLAN_TURN],
  ].map(nameOf),
);

/** Every table of the hot path, filled as a busy county fills it. */
const FILL = [
  `insert into persons (id, name)
   select ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid, 'Patient'
   from generate_series(1, ${CASES}) n`,
  `insert into cases (id, version, type, person_id, region, workflow_version, definition_hash, word,
                      opened_at, ended_at, state)
   select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, 'discharge',
          ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid, '24', 1, 'x', 'admitted',
          '${START}'::timestamptz + n * interval '1 minute',
          case when n % 2 = 0 then '${START}'::timestamptz + (n + 60) * interval '1 minute' end,
          '{"seq": 1}'
   from generate_series(1, ${CASES}) n`,
  `insert into events (case_id, seq, tx, type, occurred_at, recorded_at, actor, payload, given,
                       digests, hash)
   select id, 1, n::text::xid8, 'admit', opened_at, opened_at, '{}', '{}', '{}', '{}',
          decode(repeat('0', 64), 'hex')
   from (select *, row_number() over () as n from cases) c`,
  `insert into parties (case_id, case_type, unit, handover, kind, since, opened_at)
   select id, type, 'unit-' || (row_number() over () % ${UNITS}), null, 'ward', opened_at,
          opened_at
   from cases`,
  `insert into contents (case_id, seq, controller, entry, legal_basis, salt, body)
   select id, 1, 'controller-' || k, 'x', 'PROCESS', decode(repeat('0', 32), 'hex'), '{}'
   from cases, generate_series(1, 2) k`,
  `insert into duties (case_id, id, key, machine, unit, since, due_at, opened_seq, closed_seq,
                       closed_at, outcome)
   select id, 'd' || k, 'kvittens', 'h1-1', 'unit-' || (row_number() over () % ${UNITS}),
          opened_at, opened_at + interval '1 day', 1,
          case when k > 1 then 1 end, case when k > 1 then opened_at end,
          case when k > 1 then 'fulfilled' end
   from cases, generate_series(1, 3) k`,
  `insert into timers (case_id, duty, step, due_at, fire_at, live)
   select id, 'd1', 'first', opened_at, opened_at, true from cases`,
  `insert into outbox (key, case_id, seq, receiver, job, task, created_at)
   select id || '.1.1', id, 1, 'unit-1', 'deliver-notices', '{"entry": "x"}', opened_at from cases`,
  `insert into notices (key, unit, case_id, seq, entry, created_at)
   select id || '.1.1', 'unit-' || (row_number() over () % ${UNITS}), id, 1, 'x', opened_at
   from cases`,
  `insert into webhook_endpoints (id, controller, url, kinds, state, version, created_at)
   select 'webhook-' || n, 'controller-1', 'https://x.example/', '{case.told}', 'active', 1,
          '${START}' from generate_series(1, 4) n`,
  `insert into webhook_deliveries (endpoint, key, kind, unit, case_id, case_type, seq, at, state,
                                   next_at, give_up_at)
   select 'webhook-' || (row_number() over () % 4 + 1), id, 'case.told', 'unit-1', id, 'discharge', 1,
          opened_at, 'waiting', opened_at, opened_at from cases`,
  `insert into attachments (id, case_id, unit, name, kind, size, sha256, bytes, created_at, seq)
   select id, id, 'unit-1', 'x.txt', 'text', 1, sha256('x'), 'x', opened_at,
          case when random() < 0.99 then 1 end from cases`,
  `insert into plan_drafts (case_id, version, since, words, saved_by, saved_unit, saved_at, changed_at)
   select id, 1, 1, '{}', 'x', 'unit-1', opened_at, opened_at from cases`,
  `insert into access_log (at, unit, case_id, action)
   select opened_at, 'unit-1', id, case when k = 1 then 'read:case' else 'command:x' end
   from cases, generate_series(1, 2) k`,
  `insert into idempotency (caller, key, body_hash, case_id, version, status, created_at)
   select 'anna', id::text, decode(repeat('0', 64), 'hex'), id, 1, 200, opened_at from cases`,
  `analyze`,
];

describe('the plans of the hot path', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore();
    for (const text of FILL) await store.sql(text);
  }, 60_000);
  afterAll(() => store.end());

  /**
   * The plan that is kept when the statement has been used for a while, or the first ones; as the role
   * that asks it, behind its walls.
   */
  function plan(
    statement: Statement<unknown>,
    values: readonly unknown[],
    mode: 'force_generic_plan' | 'force_custom_plan',
  ): Promise<string> {
    const { name } = statement;
    const role = FOR_READERS.has(name) ? 'reads' : BY_WRITER.has(name) ? 'writes' : 'works';
    return store.databases[role].transaction(async (session) => {
      const run = (sql: string) => session.run({ name: '', text: sql }, []);
      await run(`set local plan_cache_mode = ${mode}`);
      // What the planner prefers with a county before it; the pool itself forbids whole tables.
      await run('set local enable_seqscan = on');
      await run(`set local hemgang.unit = 'unit-7'`);
      await run(`set local hemgang.controller = 'umea-social'`);
      await run(`set local hemgang.staff = 'anna'`);
      return explained(session, statement, values);
    });
  }

  const NOW = '2026-03-02T12:00:00.000Z';
  const MONTH_LATER = '2026-04-01T12:00:00.000Z';
  const SOON = '2026-03-02T20:00:00.000Z';
  const first = { ...opening(), caseId: CASE_ID };
  const command = following(first, {
    duties: [dutyRow('d1')],
    timers: [timerRow('d1', START)],
    idempotency: { caller: 'a', key: 'k', bodyHash: '0'.repeat(64), status: 200 },
  });
  const TABLES =
    'cases|events|contents|duties|timers|parties|outbox|notices|access_log|idempotency|persons|webhook_deliveries|attachments|plan_drafts';

  const LINE = JSON.stringify({ at: NOW, caseId: CASE_ID, action: 'read:attachment' });
  const FILE = JSON.stringify({ id: CASE_ID, caseId: CASE_ID, unit: 'unit-1', line: {} });

  const WRITE_INDEXES = ['cases_pkey', 'timers_pkey', 'contents_key'];

  const DRAFT = JSON.stringify({ caseId: CASE_ID, since: 1, expected: 0, staff: 'x', line: {} });
  const hot: readonly (readonly [string, Statement<unknown>, readonly unknown[], string[]])[] = [
    [
      'load',
      LOAD_FOR_COMMANDS,
      [[CASE_ID], ['anna'], [CASE_ID]],
      ['cases_pkey', 'parties_key', 'idempotency_pkey'],
    ],
    ['load of many', LOAD_CASES, [[CASE_ID]], ['cases_pkey']],
    ['open stay', OPEN_STAY, [CASE_ID, '24'], ['cases_one_open_stay']],
    ['stay before', LATEST_ENDED_STAY, [CASE_ID, '24', START, MONTH_LATER], ['cases_ended_stays']],
    ['stays of a month', ENDED_STAYS, [START, LOWEST_ID, SOON, 250], ['cases_ended_at']],
    [
      'stays of a person',
      STAYS_OF,
      [CASE_ID, 'unit-7'],
      ['cases_one_open_stay', 'cases_ended_stays', 'cases_pkey', 'parties_key'],
    ],
    ['stays on a ward', STAYS_ON_WARD, ['unit-7'], ['parties_cases', 'cases_open', 'persons_pkey']],
    [
      'homecomings of a municipality',
      EXPECTED_HOMECOMINGS,
      [['unit-7', 'unit-8', 'unit-9']],
      ['parties_cases', 'cases_open'],
    ],
    [
      'homecomings of a unit',
      NAMED_HOMECOMINGS,
      ['unit-7'],
      ['parties_cases', 'cases_open', 'persons_pkey'],
    ],
    ['logs of stays', STAY_LOGS, [[CASE_ID], ['admit']], ['events_pkey']],
    ['write of many', WRITE_CASES, writeValues([first, command]), WRITE_INDEXES],
    ['write', WRITE_CASE, writeValues([command]), WRITE_INDEXES],
    [
      'case view',
      CASE_VIEW,
      [CASE_ID, true],
      [
        'cases_pkey',
        'duties_pkey',
        'parties_key',
        'contents_key',
        'events_pkey',
        'access_log_seen',
        'cases_of_person',
      ],
    ],
    [
      'list of cases',
      CASES_OF,
      ['unit-7', 'discharge', null, null, 51],
      ['parties_cases', 'cases_pkey', 'parties_key', 'cases_of_person'],
    ],
    [
      'later page of cases',
      CASES_OF,
      ['unit-7', 'discharge', START, CASE_ID, 51],
      ['parties_cases', 'cases_pkey'],
    ],
    [
      'worklist',
      WORKLIST,
      [['unit-7'], NOW, '-infinity', LOWEST_ID, '', null, null, null, 51, 'maria'],
      [
        'duties_worklist',
        'cases_pkey',
        'parties_key',
        'cases_of_person',
        'access_log_seen',
        'events_pkey',
      ],
    ],
    [
      'later page of a worklist',
      WORKLIST,
      [['unit-7', 'unit-8'], NOW, START, CASE_ID, 'd1', true, null, null, 51, 'maria'],
      ['duties_worklist', 'cases_pkey', 'access_log_seen', 'events_pkey'],
    ],
    ['duties of cases', DUTIES_OF, [[CASE_ID]], ['duties_pkey']],
    ['next timer', NEXT, [], ['timers_due']],
    ['due timers', LEASE, [NOW, 100, NOW], ['timers_due', 'timers_pkey']],
    ['timers put off', PUT_OFF, ['[]'], ['timers_pkey']],
    ['timers of a unit', JUDGE_TIMERS_ANEW, ['unit-7', NOW], ['duties_worklist', 'timers_pkey']],
    ['outbox', CLAIM, [100, NOW, NOW], ['outbox_waiting', 'outbox_order', 'outbox_pkey']],
    [
      'webhooks',
      CLAIM_WEBHOOKS,
      [NOW, 16, SOON, []],
      ['webhook_deliveries_due', 'webhook_deliveries_order', 'webhook_deliveries_pkey'],
    ],
    ['handled notices', HANDLE, [[1, 2, 3], NOW, '[]', '3 days'], ['outbox']],
    ['unread', UNREAD, ['unit-7', 500], ['access_log_seen', 'notices_of_unit', 'events_pkey']],
    [
      'notices',
      NOTICES,
      ['unit-7', null, 51, 'anna'],
      ['notices_of_unit', 'cases_pkey', 'parties_key'],
    ],
    [
      'later page of notices',
      NOTICES,
      ['unit-7', 9999, 51, 'anna'],
      ['notices_of_unit', 'cases_pkey', 'parties_key'],
    ],
    [
      'expired keys',
      REMOVE_EXPIRED,
      ['2026-03-02T12:00:00.000Z', 1000],
      ['idempotency_created', 'Tid Scan on idempotency'],
    ],
    [
      'patterns of avvikelser',
      AVVIKELSE_COUNTS,
      [START, MONTH_LATER, ['unit-7'], NOW],
      ['events_avvikelser', 'cases_pkey', 'duties_pkey'],
    ],
    [
      'avvikelser of a pattern',
      AVVIKELSE_LINES,
      [START, MONTH_LATER, ['unit-7'], NOW, 'category', ['annat'], null, null, 51],
      ['events_avvikelser', 'cases_pkey', 'duties_pkey'],
    ],
    [
      'late at a controller',
      LATE,
      [['unit-7', 'unit-8'], NOW],
      ['duties_worklist', 'parties_key', 'duties_pkey'],
    ],
    [
      'quality at a controller',
      QUALITY,
      [['unit-7', 'unit-8'], START],
      ['parties_cases', 'cases_open', 'events_pkey', 'persons_pkey'],
    ],
    ['parties of a case', PARTIES_EVER, [CASE_ID], ['parties_key']],
    ['a file is kept', ADD_ATTACHMENT, [FILE, 'x', 20], ['attachments_of_case', 'events_pkey']],
    [
      'files of a message',
      UNSENT_ATTACHMENTS,
      [CASE_ID, 'unit-1', [CASE_ID], START],
      ['attachments_', 'events_pkey'],
    ],
    [
      'a file is fetched',
      TAKE_ATTACHMENT,
      [CASE_ID, CASE_ID, 'unit-1', [1], LINE, LINE],
      ['attachments_', 'events_pkey', 'contents_key', 'parties_key'],
    ],
    [
      'a file is taken back',
      REMOVE_ATTACHMENT,
      [CASE_ID, CASE_ID, 'unit-1', LINE],
      ['attachments_', 'events_pkey'],
    ],
    ['files that nobody sent', SWEEP_ATTACHMENTS, [NOW, 50], ['attachments_unsent', 'events_pkey']],
    ['the draft of a plan', PLAN_DRAFT, [CASE_ID], ['plan_drafts_pkey', 'events_pkey']],
    ['a draft is saved', SAVE_PLAN_DRAFT, [DRAFT], ['plan_drafts_pkey', 'events_pkey']],
    ['a turn is passed', PASS_PLAN_TURN, [DRAFT], ['plan_drafts_pkey', 'events_pkey']],
    ['drafts just changed', CHANGED_DRAFTS, [20], ['plan_drafts_changed', 'parties_key']],
    ['events that figures follow', EVENTS_AFTER, ['19990', '0', 500], ['events_stream']],
    ['every case for figures', CASES_AFTER, [LOWEST_ID, 250], ['cases_pkey']],
    ['open cases for figures', OPEN_CASES_AFTER, [LOWEST_ID, 250], ['cases_open', 'duties_']],
    ['stream', AFTER, ['19990', '0', 100], ['events_stream', 'parties_key']],
  ];

  describe.each(['force_generic_plan', 'force_custom_plan'] as const)('%s', (mode) => {
    it.each(hot)(
      '%s uses its indexes and reads no whole table',
      async (_, statement, values, names) => {
        const shown = await plan(statement, values, mode);
        for (const name of names) expect(shown).toContain(name);
        expect(shown).not.toMatch(new RegExp(`Seq Scan on (${TABLES})\\b`));
      },
    );
  });

  it('of the relay do not read the whole outbox when they were made while it was empty', async () => {
    const empty = await testStore();
    await empty.sql('vacuum analyze outbox');
    const shown = await empty.database.transaction((session) =>
      explained(session, CLAIM, [100, NOW, NOW]),
    );
    await empty.end();
    expect(shown).not.toMatch(/Seq Scan on outbox/);
  });

  it.each(['force_generic_plan', 'force_custom_plan'] as const)(
    'of a worklist read no further than its page: the index gives the order (%s)',
    async (mode) => {
      for (const [, statement, values] of hot.filter(([name]) => name.endsWith('worklist'))) {
        const shown = await plan(statement, values, mode);
        expect(shown).toMatch(/Limit [^\n]*\n\s*->\s+Index Scan using duties_worklist/);
      }
    },
  );

  it('are looked at by a test that sees a whole table being read', async () => {
    expect(await plan(BACKLOG, [], 'force_generic_plan')).toMatch(/Seq Scan on outbox\b/);
  });
});

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
