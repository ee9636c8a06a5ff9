import { randomUUID } from 'node:crypto';
import { HOUR_MS } from '@hemgang/kernel';
import { contentsOf, County, MARIA, PETER } from '@hemgang/testing';
import type { StaffChange } from './changes';

const DAY_MS = 24 * HOUR_MS;
const FOR_EVER = '2099-01-01T00:00:00.000Z';

describe('the yearly confirmation', () => {
  let county: County;
  let colleague: string;

  beforeAll(async () => {
    county = await County.open('production');
    const { directory } = county.service;
    const others = directory.call(county.service).assignmentsOf('umea-betalning');
    colleague = others.find(({ id }) => id !== PETER)?.id ?? '';
  }, 120_000);

  afterAll(() => county.close());

  const administrator = (id: string) => ({ ...county.reader(id), steppedUpUntil: FOR_EVER });
  const confirm = (by: string, assignments: readonly string[]) =>
    county.service.staffing.confirm(administrator(by), assignments, {
      body: { assignments },
      key: randomUUID(),
    });
  const listed = async (): Promise<readonly string[]> => {
    const list = await county.service.staffing.toConfirm(administrator(PETER));
    return 'code' in list ? [] : list.map(({ id }) => id);
  };
  const isIn = (id: string): boolean => county.service.directory().assignment(id) !== undefined;

  it('is asked for two months ahead, and nobody gives it to herself who has a colleague', async () => {
    expect(await listed()).toEqual([]);
    await county.service.advanceClock(306 * DAY_MS);
    expect(await listed()).toEqual(expect.arrayContaining([MARIA, PETER, colleague]));
    const before = await contentsOf(county.databaseUrl, 'access_log');
    expect(await confirm(PETER, [MARIA, PETER])).toMatchObject({
      errors: [{ path: '/assignments/1', code: 'own' }],
    });
    expect(await confirm(PETER, ['anna-lundgren-nus-medicin-2'])).toMatchObject({
      errors: [{ path: '/assignments/0', code: 'unknown' }],
    });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('keeps who has it, and locks the others out a month after their year', async () => {
    expect(await confirm(PETER, [MARIA, colleague])).toMatchObject<Partial<StaffChange>>({
      replayed: false,
    });
    expect(await confirm(colleague, [PETER])).toMatchObject({ subject: PETER });
    const [unconfirmed = ''] = (await listed()).filter((id) => id !== MARIA);
    expect(isIn(unconfirmed)).toBe(true);
    await county.service.advanceClock(88 * DAY_MS);
    expect([isIn(unconfirmed), isIn(MARIA)]).toEqual([true, true]);
    await county.service.advanceClock(2 * DAY_MS);
    expect([isIn(unconfirmed), isIn(MARIA), isIn(PETER)]).toEqual([false, true, true]);
    expect(await confirm(PETER, [unconfirmed])).toMatchObject({ subject: unconfirmed });
    expect(isIn(unconfirmed)).toBe(true);
  });

  it('is counted for operators', () => {
    const controllers = county.service.staffing.review();
    const umea = controllers.find(({ administrators }) => administrators > 0);
    expect(umea).toMatchObject({ standIns: 0, machines: 0 });
    expect(controllers.some(({ locked }) => locked > 0)).toBe(true);
  });
});
