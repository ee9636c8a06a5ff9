import { HOUR_MS } from '@hemgang/kernel';
import { ANNA, contentsOf, County, MARIA, query } from '@hemgang/testing';
import type { BoardLineView } from './discharge/ward-board';
import { isRefusal } from './envelope';

jest.setTimeout(120_000);

const DAYS = 10;

describe('what hangs on the wall of a ward', () => {
  let county: County;
  const name = 'Karin Maria Öhman';

  const board = async (user: string): Promise<readonly BoardLineView[]> => {
    const page = await county.service.views.wardBoard(county.reader(user));
    if (isRefusal(page)) throw new Error(page.code);
    return page.items;
  };

  beforeAll(async () => {
    county = await County.open();
    const admission = county.admission();
    const patient = { ...(admission['patient'] as object), name };
    await county.told({ ...admission, patient });
    await county.service.advanceClock(DAYS * 24 * HOUR_MS);
    await county.left();
  });

  afterAll(() => county.close());

  it('is whoever lies there, by initials, with days, whom all waits for and what is late', async () => {
    const [line, ...others] = await board(ANNA);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ initials: 'KÖ', isProtected: false, days: DAYS });
    expect(line).toMatchObject({
      utskrivningsklarSince: null,
      waitsFor: 'Biståndsenheten Umeå norr',
    });
    expect(line?.late.length).toBeGreaterThan(0);
    const text = JSON.stringify(line);
    for (const secret of ['Karin', 'Öhman']) expect(text).not.toContain(secret);
  });

  it('is empty for who is no ward of theirs', async () => {
    expect(await board(MARIA)).toEqual([]);
    expect(await board('johan-holmgren-nus-geriatrik-1')).toEqual([]);
  });

  it('says of who is protected only that she is', async () => {
    await query(
      county.databaseUrl,
      `update persons set protection = 'marked', protected_since = now(), address = null where name = $1`,
      [name],
    );
    expect((await board(ANNA))[0]).toMatchObject({ initials: null, isProtected: true });
  });

  it('is noted as a list of those shown, and writes nothing else', async () => {
    const before = await contentsOf(county.databaseUrl, 'access_log', 'access_patients');
    await board(ANNA);
    expect(await contentsOf(county.databaseUrl, 'access_log', 'access_patients')).toEqual(before);
    const lines = await query<{ count: string }>(
      county.databaseUrl,
      `select count(*) from access_log l join access_patients p on p.line = l.id
       where l.action = 'list:ward-board'`,
    );
    expect(Number(lines[0]?.count)).toBeGreaterThan(0);
  });
});
