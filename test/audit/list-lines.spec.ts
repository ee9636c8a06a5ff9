import { HOUR_MS } from '@hemgang/kernel';
import { ANNA, County, MARIA, query } from '@hemgang/testing';

describe('a list in the access log', () => {
  let county: County;
  let cases: string[];
  const PAGE = { cursor: null, limit: 50 };

  beforeAll(async () => {
    county = await County.open();
    cases = [];
    for (let n = 0; n < 3; n += 1) cases.push((await county.told()).caseId);
  });
  afterAll(() => county.close());

  const list = (user = ANNA, session: number | null = null) =>
    county.service.views.cases('discharges', { ...county.reader(user), session }, PAGE);

  /** Each line of a list with how many patients it names, since the last look. */
  let seen = 0;
  async function lines(): Promise<number[]> {
    const rows = await query<{ id: number; patients: number }>(
      county.databaseUrl,
      `select a.id::int, (select count(*)::int from access_patients p where p.line = a.id) as patients
       from access_log a where action = 'list:cases' and id > $1 order by id`,
      [seen],
    );
    seen = rows.at(-1)?.id ?? seen;
    return rows.map(({ patients }) => patients);
  }

  it('is one line with its patients', async () => {
    await list();
    expect(await lines()).toEqual([3]);
  });

  it('is not noted again within the hour when nothing new is shown', async () => {
    await list();
    await list();
    expect(await lines()).toEqual([]);
  });

  it('is noted for each person and each session', async () => {
    await list(MARIA);
    await list(ANNA, 17);
    await list(ANNA, 17);
    await list(ANNA, 18);
    expect(await lines()).toEqual([3, 3, 3]);
  });

  it('names only those of whom something new is shown', async () => {
    await county.give(cases[0]!, 'acknowledge', MARIA);
    await list();
    expect(await lines()).toEqual([1]);
  });

  it('is noted whole again after an hour', async () => {
    await county.service.advanceClock(HOUR_MS);
    await list();
    expect(await lines()).toEqual([3]);
  });

  it('of duties is a list of its own', async () => {
    await county.service.views.worklist(county.reader(MARIA), {}, PAGE);
    const rows = await query<{ case_id: string }>(
      county.databaseUrl,
      `select case_id from access_patients
       where line = (select max(id) from access_log where action = 'list:duties')`,
    );
    expect(new Set(rows.map((row) => row.case_id))).toEqual(new Set(cases));
  });

  it('keeps what the one who asks was signed in for', async () => {
    const reader = { ...county.reader(ANNA), purpose: 'care' as const, session: 19 };
    await county.service.views.case('discharges', cases[1]!, reader);
    const [row] = await query<object>(
      county.databaseUrl,
      `select purpose, session::int from access_log order by id desc limit 1`,
    );
    expect(row).toEqual({ purpose: 'care', session: 19 });
  });
});
