import { County, MARIA, query, ANNA } from '@hemgang/testing';
import { multiplyCases } from './multiply-cases';

const MANY = 300;

describe('a stock that is multiplied', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
    await county.told();
    await county.left();
    const { caseId } = await county.told();
    await county.give(caseId, 'register-death', ANNA);
  });

  afterAll(() => county.close());

  const numberOf = async (text: string): Promise<number> =>
    (await query<{ n: number }>(county.databaseUrl, `select count(*)::int as n from ${text}`))[0]!
      .n;

  it('has as many cases under way as were asked for, or a few more duties', async () => {
    const stock = await multiplyCases(county.databaseUrl, { openCases: MANY });
    expect(stock.openCases).toBe(MANY);
    expect(await numberOf(`cases where state ->> 'closedAt' is null`)).toBe(MANY);
    expect(await numberOf('duties where closed_seq is null')).toBe(stock.openDuties);
    const more = await multiplyCases(county.databaseUrl, { openDuties: 2 * stock.openDuties });
    expect(more.openDuties).toBeGreaterThanOrEqual(2 * stock.openDuties);
    expect(more.openDuties).toBeLessThan(2.1 * stock.openDuties);
    expect(await multiplyCases(county.databaseUrl, { openCases: 1 })).toEqual(more);
  });

  it('has all of every case, and nobody twice', async () => {
    const sizes = await query<{ events: number }>(
      county.databaseUrl,
      `select distinct c.version - (select count(*) from events e where e.case_id = c.id)::int
         as events from cases c`,
    );
    expect(sizes).toEqual([{ events: 0 }]);
    expect(await numberOf('persons')).toBe(await numberOf('cases'));
    expect(await numberOf(`timers where fire_at < now() + interval '9 years'`)).toBeLessThan(30);
  });

  it('is read and goes on like any other case', async () => {
    const maria = county.reader(MARIA);
    const page = await county.service.views.worklist(maria, {}, { limit: 200 } as never);
    expect(page).toBeDefined();
    const [copied] = await query<{ id: string }>(
      county.databaseUrl,
      `select c.id from cases c join persons p on p.id = c.person_id
       where p.number like '99%' and c.word = 'planning' limit 1`,
    );
    const { version, view } = await county.give(copied!.id, 'acknowledge', MARIA);
    expect(view.version).toBe(version);
  });
});
