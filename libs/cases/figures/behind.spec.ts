import { addDays, localDate } from '@hemgang/kernel';
import type { Reader } from '@hemgang/access';
import { ANNA, contentsOf, County, MARIA, PETER, query, settled } from '@hemgang/testing';
import { isRefusal } from '../envelope';
import type { FigureCasesView } from './behind';

describe('the cases behind a figure', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
    for (let n = 0; n < 5; n += 1) await discharged();
    await settled(county.databaseUrl);
    while (await county.service.counted.keeping.round());
  });
  afterAll(() => county.close());

  /** A stay that was over the day it was judged so; Maria's unit is told. */
  const discharged = async (): Promise<void> => {
    const { caseId } = await county.told();
    const judgedAt = county.service.clock.now();
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    await county.give(caseId, 'discharge', ANNA);
  };

  /** As an administrator of the person's own unit. */
  const administratorAt = (user: string): Reader => ({
    ...county.reader(user),
    roles: ['administrator'],
    purpose: 'administration',
  });
  const asked = (place: string) => {
    const to = localDate(county.service.clock.now());
    return { place, measure: 'ready-days-all', from: addDays(to, -60), to };
  };
  const list = (reader: Reader, { place = 'county', limit = 50, cursor = '' } = {}) =>
    county.service.counted.behind.list(
      asked(place),
      { cursor: cursor === '' ? null : cursor, limit },
      reader,
    );
  const listed = async (...of: Parameters<typeof list>): Promise<FigureCasesView> => {
    const answer = await list(...of);
    if (isRefusal(answer)) throw new Error(`refused: ${answer.code}`);
    return answer;
  };
  const noted = () =>
    query<{ action: string; patients: number }>(
      county.databaseUrl,
      `select action, (select count(*)::int from access_patients p where p.line = a.id) as patients
       from access_log a order by id desc limit 1`,
    );

  it('are those of the own unit, without a name, page by page; the log says whose', async () => {
    const ward = administratorAt(ANNA);
    const first = await listed(ward, { limit: 3 });
    expect(first.items).toHaveLength(3);
    expect(await noted()).toEqual([{ action: 'list:figure-cases', patients: 3 }]);
    const rest = await listed(ward, { limit: 3, cursor: first.next ?? '' });
    const all = [...first.items, ...rest.items];
    expect(new Set(all.map(({ id }) => id)).size).toBe(5);
    expect(rest).toMatchObject({ next: null, others: null });
    const whole = { type: 'discharge', patient: null, count: 0, whole: 1 };
    expect(all).toEqual(all.map(() => expect.objectContaining(whole)));
  });

  it('are those that she can open: each of them is answered at its own address', async () => {
    const ward = administratorAt(ANNA);
    const { items } = await listed(ward);
    for (const { id } of items) {
      expect(await county.service.views.case('discharges', id, ward)).toMatchObject({ id });
    }
  });

  it('of other units are a number alone, and none when they are fewer than five', async () => {
    const other = county.reader(PETER);
    expect(await listed(other)).toEqual({ items: [], next: null, others: 5 });
    const [one] = (await listed(administratorAt(ANNA))).items;
    const { rows } = await without(one?.id ?? '', () => listed(other));
    expect(rows).toEqual({ items: [], next: null, others: null });
  });

  it('are for administrators, of places that there are; a refusal leaves its line alone', async () => {
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const refusals = [
      await list(county.reader(MARIA)),
      await list(administratorAt(ANNA), { place: 'ward:nowhere' }),
    ];
    expect(refusals).toEqual([{ code: 'ROLE_NOT_ALLOWED' }, { code: 'NOT_FOUND' }]);
    expect(await noted()).toEqual([{ action: 'refused:list:figure-cases', patients: 0 }]);
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    expect(await list(administratorAt(ANNA), { cursor: 'x' })).toMatchObject({
      code: 'PAYLOAD_INVALID',
    });
  });

  /** While a case is no part of any figure. */
  async function without<Found>(
    caseId: string,
    work: () => Promise<Found>,
  ): Promise<{ readonly rows: Found }> {
    const far = `update figure_parts set day = day - $2::int where case_id = $1`;
    await query(county.databaseUrl, far, [caseId, 1_000]);
    const rows = await work();
    await query(county.databaseUrl, far, [caseId, -1_000]);
    return { rows };
  }
});
