import { ANNA, County, MARIA, query } from '@hemgang/testing';
import { hemgang } from './run';

/** Minutes instead of seconds, because other suites may keep both processors busy. */
jest.setTimeout(120_000);

describe('hemgang verify', () => {
  let county: County;
  let caseId: string;

  beforeAll(async () => {
    county = await County.open();
    ({ caseId } = await county.told());
    await county.give(caseId, 'acknowledge', MARIA);
    await county.left();
    const { caseId: closed } = await county.told();
    await county.give(closed, 'register-death', ANNA);
  });

  afterAll(() => county.close());

  /** Does something to the database behind everybody's back, asks, and takes it back. */
  async function after(change: string, back: string) {
    const log = 'alter table events %s trigger events_only_grow';
    await query(county.databaseUrl, log.replace('%s', 'disable'));
    await query(county.databaseUrl, change, [caseId]);
    const { code, out } = await hemgang(['verify', '--json'], county.databaseUrl);
    await query(county.databaseUrl, back, [caseId]);
    await query(county.databaseUrl, log.replace('%s', 'enable'));
    return { code, ...(JSON.parse(out) as object) };
  }

  it('finds nothing wrong with what was written by commands', async () => {
    const { code, out } = await hemgang(['verify'], county.databaseUrl);
    expect({ code, out }).toEqual({ code: 0, out: '3 ärenden lästa, 0 stämmer inte.' });
  });

  it.each([
    [
      'hash',
      `update events set actor = actor || '{"x": 1}' where case_id = $1 and seq = 2`,
      `update events set actor = actor - 'x' where case_id = $1 and seq = 2`,
    ],
    [
      'content',
      `update contents set body = body || '{"x": 1}' where case_id = $1 and seq = 1`,
      `update contents set body = body - 'x' where case_id = $1 and seq = 1`,
    ],
    [
      'duties',
      `update duties set unit = unit || 'x' where case_id = $1 and closed_seq is null`,
      `update duties set unit = rtrim(unit, 'x') where case_id = $1 and closed_seq is null`,
    ],
    [
      'state',
      `update cases set state = jsonb_set(state, '{openedAt}', '"2020-01-01T00:00:00.000Z"')
       where id = $1`,
      `update cases set state = jsonb_set(state, '{openedAt}', to_jsonb((
         select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
         from events where case_id = $1 and seq = 1)))
       where id = $1`,
    ],
  ])('finds what was changed behind our back: %s', async (fault, change, back) => {
    expect(await after(change, back)).toEqual({
      code: 1,
      looked: 3,
      isWhole: true,
      faulty: [{ caseId, faults: [fault] }],
    });
  });

  it('finds an event that is missing', async () => {
    await query(county.databaseUrl, 'create table kept as select * from events where false');
    const found = await after(
      `with gone as (delete from events where case_id = $1 and seq = 3 returning *)
       insert into kept select * from gone`,
      `insert into events (case_id, seq, tx, type, machine, occurred_at, recorded_at, actor,
                           payload, given, digests, hash, results)
       select case_id, seq, tx, type, machine, occurred_at, recorded_at, actor, payload, given,
              digests, hash, results from kept where case_id = $1`,
    );
    expect(found).toMatchObject({ code: 1, faulty: [{ caseId, faults: ['gap', 'state'] }] });
    expect((await hemgang(['verify'], county.databaseUrl)).code).toBe(0);
  });
});
