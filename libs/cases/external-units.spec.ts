import { openService, type ExternalUnitWish } from '@hemgang/cases';
import { derivedUrls } from '@hemgang/config';
import { ANNA, contentsOf, County, MARIA, query } from '@hemgang/testing';

const WISH: ExternalUnitWish = {
  organisation: 'Gotlands kommun',
  code: '0980',
  kind: 'municipal-social',
  name: 'Biståndsenheten Visby',
  phone: '0498-26 90 00',
  address: 'Box 1, 000 00 Visby',
  secureMail: null,
};

describe('a receiver outside that a ward registers', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const register = (key: string, change: Partial<ExternalUnitWish> = {}, user = ANNA) =>
    county.service.externalUnits.register(county.reader(user), { ...WISH, ...change }, key);

  const registered = async (key: string, change: Partial<ExternalUnitWish> = {}) => {
    const answer = await register(key, change);
    if ('code' in answer) throw new Error(answer.code);
    return answer;
  };

  it('is listed with its card among those that can receive, and its huvudman is known', async () => {
    const { unit, replayed } = await registered('visby');
    expect(replayed).toBe(false);
    expect(unit).toMatchObject({
      name: 'Biståndsenheten Visby',
      municipality: '0980',
      external: true,
      contact: {
        organisation: 'Gotlands kommun',
        address: 'Box 1, 000 00 Visby',
        secureMail: null,
      },
    });
    expect(county.service.views.receivers()).toContainEqual(unit);
    expect(county.service.directory().huvudmanOf(unit.id)).toMatchObject({
      id: 'kommun-0980',
      name: 'Gotlands kommun',
    });
  });

  it('is not known to open or close, while units inside tell until when they are open', async () => {
    const { unit } = await registered('visby');
    expect(unit.opening).toBeNull();
    const inside = county.service.views.receivers().filter(({ external }) => !external);
    const now = county.service.clock.now();
    const centre = inside.find(({ kind }) => kind === 'halsocentral');
    expect(centre?.opening?.source).toBe('county');
    expect(centre?.opening?.reads.by === 'unit').toBe(centre?.opening?.isOpen);
    const known = inside.filter(({ opening }) => (opening?.until ?? '') > now);
    expect([inside.length > 0, known.length]).toEqual([true, inside.length]);
  });

  it('stays listed, however many others read the directory at the same time', async () => {
    const seen: boolean[] = [];
    for (let round = 0; round < 30; round += 1) {
      const reading = Array.from({ length: 3 }, () => county.service.refreshDirectory());
      const { unit } = await registered(`round-${round}`, { name: `Boendet Hemse ${round}` });
      const later = Array.from({ length: 3 }, () => county.service.refreshDirectory());
      seen.push(county.service.directory().unit(unit.id) !== undefined);
      await Promise.all([...reading, ...later]);
      seen.push(county.service.directory().unit(unit.id) !== undefined);
    }
    expect(seen).not.toContain(false);
  });

  it('is there once, however often the same key is sent', async () => {
    const wish = { name: 'Hemsjukvården Visby', kind: 'municipal-health' as const };
    const first = await registered('twice', wish);
    const before = await contentsOf(county.databaseUrl);
    const [again, alike] = await Promise.all([
      registered('twice', wish),
      registered('twice', wish),
    ]);
    expect([again, alike]).toEqual([
      { unit: first.unit, replayed: true },
      { unit: first.unit, replayed: true },
    ]);
    expect(await contentsOf(county.databaseUrl)).toEqual(before);
  });

  it('is one unit for two repeats that race', async () => {
    const wish = { name: 'Biståndsenheten Klintehamn' };
    const answers = await Promise.all([registered('race', wish), registered('race', wish)]);
    expect(new Set(answers.map(({ unit }) => unit.id)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  });

  it('may belong to a neighbour that is here already', async () => {
    const { unit } = await registered('lulea', {
      organisation: 'Luleå kommun',
      code: '2580',
      name: 'Korttidsenheten Luleå',
    });
    expect(county.service.directory().huvudmanOf(unit.id)?.id).toBe('kommun-2580');
  });

  it('is known to a process that starts later', async () => {
    const { unit } = await registered('later', { name: 'Biståndsenheten Hemse' });
    const other = await openService({
      databases: derivedUrls(county.databaseUrl),
      mode: 'demo',
      poolSize: 2,
      applicationName: 'hemgang-other',
      warn: () => undefined,
    });
    expect(other.directory().unit(unit.id)?.name).toBe('Biståndsenheten Hemse');
    await other.close();
  });

  it.each<[string, Partial<ExternalUnitWish>, string, string, string]>([
    ['by a municipality', {}, MARIA, 'ROLE_NOT_ALLOWED', ''],
    ['of our own county', { code: '2480' }, ANNA, 'PAYLOAD_INVALID', '/code'],
    ['of our own region', { code: '24', kind: 'halsocentral' }, ANNA, 'PAYLOAD_INVALID', '/code'],
    [
      'whose kind is none of a municipality',
      { kind: 'halsocentral' },
      ANNA,
      'PAYLOAD_INVALID',
      '/kind',
    ],
    ['whose kind is none of a region', { code: '09' }, ANNA, 'PAYLOAD_INVALID', '/kind'],
    ['without a real telephone number', { phone: '0498-1' }, ANNA, 'PAYLOAD_INVALID', '/phone'],
    ['of a name that is taken', {}, ANNA, 'PAYLOAD_INVALID', '/name'],
  ])('%s is refused and writes its access line only', async (what, change, user, code, path) => {
    await registered('visby');
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const answer = await register(`refused ${what}`, change, user);
    expect(answer).toMatchObject({ code, ...(path === '' ? {} : { errors: [{ path }] }) });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    const [line] = await query<{ action: string }>(
      county.databaseUrl,
      'select action from access_log order by id desc limit 1',
    );
    expect(line?.action).toBe(`refused:register-external-unit:${code}`);
  });

  it('cannot be another one under the same key', async () => {
    await registered('visby');
    const before = await contentsOf(county.databaseUrl, 'access_log');
    expect(await register('visby', { address: 'Box 2, 000 00 Visby' })).toEqual({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });
});
