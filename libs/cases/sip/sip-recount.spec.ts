import { randomUUID } from 'node:crypto';
import { SIPS, type StoredSipCounts } from '@hemgang/store';
import { County, query } from '@hemgang/testing';
import { sipAssumed } from '@workflows/agreement';
import { countSips, togetherOf, type SipCounts } from '@workflows/sip';
import { histories, History } from '../../../workflows/sip/history.testing';
import fc from 'fast-check';
import { countsOf } from './sip-figures';

/** One by one they take a minute on a machine that does other things as well. */
jest.setTimeout(600_000);

/** Histories, enough for every count. */
const RUNS = process.env['HEMGANG_FULL'] === '1' ? 300 : 60;

/** The statement of the statistics over rows that are given instead of stored. */
const COUNTED = `
  with cases as (
    select * from jsonb_to_recordset($3) as row (id uuid, type text, word text, opened_at timestamptz)
  ), events as (
    select * from jsonb_to_recordset($4) as row (
      case_id uuid, seq int, type text, actor jsonb, payload jsonb, given jsonb)
  ), duties as (
    select * from jsonb_to_recordset($5) as row (
      case_id uuid, key text, outcome text, due_at timestamptz, closed_at timestamptz)
  ), ${SIPS.text.trim().replace(/^with /, '')}`;

/** Any seed would do; a fixed one makes the same histories each time. */
const SEED = 7;

const EVER = ['2000-01-01T00:00:00.000Z', '2099-12-31T00:00:00.000Z'];

/** What would be stored of the histories. */
function rowsOf(played: readonly History[]) {
  const named = played.map(({ life }) => ({ id: randomUUID(), life }));
  return [
    named.map(({ id, life }) => ({
      ...{ id, type: 'sip', word: life.word },
      opened_at: life.context.startedAt,
    })),
    named.flatMap(({ id, life }) =>
      life.log.map(({ seq, type, actor, payload, given }) => ({
        ...{ case_id: id, seq, type, actor, payload, given },
      })),
    ),
    named.flatMap(({ id, life }) =>
      life.steps
        .flatMap(({ closed }) => closed)
        .map(({ key, outcome, due, closedAt }) => ({
          ...{ case_id: id, key, outcome, due_at: due, closed_at: closedAt },
        })),
    ),
  ].map((rows) => JSON.stringify(rows));
}

describe('whatever happens to SIPs, with and without stays', () => {
  let county: County;
  beforeAll(async () => {
    county = await County.open();
  });
  afterAll(() => county.close());

  const stored = async (played: readonly History[]): Promise<SipCounts> => {
    const values = [...EVER, ...rowsOf(played)];
    const rows = await query<StoredSipCounts>(county.databaseUrl, COUNTED, values);
    return togetherOf(rows.map(countsOf));
  };

  it('a recount of the raw logs says what the statistics say, count by count', async () => {
    const played = fc.sample(histories, { numRuns: RUNS, seed: SEED }).map(([opening, choices]) => {
      const history = new History(opening);
      for (const choice of choices) history.next(choice);
      return history;
    });
    const recount = (some: readonly History[]) =>
      countSips(
        some.map(({ life }) => life.log),
        sipAssumed.sundayRuleForKallelse,
      );
    // One by one, so that a difference is shown with the history that it comes from.
    for (const history of played) {
      const { life } = history;
      const log = life.log.map(({ type, seq }) => `${seq} ${type}`).join(', ');
      expect([log, await stored([history])]).toEqual([log, recount([history])]);
    }
    const { held, ...counts } = await stored(played);
    expect({ ...counts, held }).toEqual(recount(played));
    const never = Object.entries({ ...counts, ...held }).filter(([, count]) => count === 0);
    expect(never.map(([name]) => name)).toEqual(['phone', 'other-place']);
  });
});
