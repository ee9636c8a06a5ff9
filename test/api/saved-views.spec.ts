import { ANNA, contentsOf, MARIA, query } from '@hemgang/testing';
import { ApiServer } from './api-server.fixture';

const PATH = '/api/v1/saved-views';
/** Two colleagues at one unit, of whom neither administers. */
const COLLEAGUE = 'colleague-at-medicin-2';
const ADMINISTRATOR = 'administrator-at-medicin-2';
const MAX = 50;

const LATE = { visa: 'late', ordna: 'patienter' } as const;
const SO_FAR = { plats: 'county', steg: 'month', period: 'i-ar' } as const;
const FIXED = { plats: 'municipality:2480', steg: 'week', fran: '2026-01-01', till: '2026-03-31' };
const ofFigures = (name: string, chosen: object, shared = false) => ({
  ...{ name, shared, page: 'figures', query: chosen },
});
const view = (name: string, shared = false, chosen: object = LATE) => ({
  ...{ name, shared, query: chosen },
});

interface Line {
  readonly id: string;
  readonly name: string;
  readonly mayDelete: boolean;
}

describe('saved views', () => {
  let api: ApiServer;

  beforeAll(async () => {
    api = await ApiServer.start();
    const { rows } = api.county.service.directory();
    const ofAnna = rows.assignments.find(({ id }) => id === ANNA);
    if (ofAnna === undefined) throw new Error('Anna works nowhere');
    const here = { ...ofAnna, employee: null };
    await api.county.service.replaceDirectory({
      ...rows,
      staff: [
        ...rows.staff,
        { id: 'kollega', name: 'Kollega Ek' },
        { id: 'chef', name: 'Chef Alm' },
      ],
      assignments: [
        ...rows.assignments,
        { ...here, id: COLLEAGUE, staff: 'kollega' },
        { ...here, id: ADMINISTRATOR, staff: 'chef', roles: ['administrator'] },
      ],
    });
    // Signed in beforehand: what is refused then writes no session either.
    for (const user of [ANNA, COLLEAGUE, ADMINISTRATOR, MARIA]) await api.token(user);
  });
  beforeEach(() => query(api.county.databaseUrl, 'delete from saved_views'));
  afterAll(() => api.stop());

  const listed = async (user: string): Promise<readonly Line[]> =>
    ((await api.get(PATH, user)).body as { readonly items: readonly Line[] }).items;
  const namesFor = async (user: string) => (await listed(user)).map(({ name }) => name);
  const saved = async (user: string, wish: object): Promise<string> => {
    const { status, body } = await api.post(PATH, wish, user);
    expect(status).toBe(200);
    const { name } = wish as { readonly name: string };
    const { items } = body as { readonly items: readonly Line[] };
    return items.find((each) => each.name === name)?.id ?? '';
  };
  const rows = () => contentsOf(api.county.databaseUrl, 'access_log');

  it('are the own ones and those that the unit shares; no other unit sees any', async () => {
    await saved(ANNA, view('Mina sena'));
    await saved(ANNA, view('Avdelningens', true));
    expect(await namesFor(ANNA)).toEqual(['Avdelningens', 'Mina sena']);
    expect(await listed(COLLEAGUE)).toMatchObject([
      { name: 'Avdelningens', query: LATE, shared: true, own: false, mayDelete: false },
    ]);
    expect(await namesFor(MARIA)).toEqual([]);
  });

  it('is behind a wall of its own: a statement that forgets to ask is shown no more', async () => {
    await saved(ANNA, view('Mina sena'));
    const { service, databaseUrl } = api.county;
    const asked = (as: string) =>
      service.views.saved.list({ ...api.county.reader(as), unit: 'nus-medicin-2' });
    expect(await asked(COLLEAGUE)).toEqual([]);
    expect(await query(databaseUrl, 'select from saved_views')).toHaveLength(1);
  });

  it('takes the place of the own one of the same name', async () => {
    const before = await saved(ANNA, view('Sent'));
    await saved(COLLEAGUE, view('Sent', true));
    const after = await saved(ANNA, view('Sent', false, { visa: 'mine', ordna: 'uppgifter' }));
    expect((await listed(ANNA)).map(({ id }) => id)).toContain(before);
    expect(after).not.toBe('');
    expect(await namesFor(ANNA)).toEqual(['Sent', 'Sent']);
  });

  it('is renamed and changed by its maker alone, and to no name that she has', async () => {
    const id = await saved(ANNA, view('Sent', true));
    await saved(ANNA, view('Idag'));
    const at = `${PATH}/${id}/change`;
    const before = await rows();
    const refused = [
      [COLLEAGUE, view('Annat', true), 403, 'ROLE_NOT_ALLOWED'],
      [ADMINISTRATOR, view('Annat', true), 403, 'ROLE_NOT_ALLOWED'],
      [MARIA, view('Annat', true), 404, 'NOT_FOUND'],
      [ANNA, view('Idag', true), 422, 'PAYLOAD_INVALID'],
    ] as const;
    for (const [user, wish, status, code] of refused) {
      expect(await api.post(at, wish, user)).toMatchObject({ status, body: { code } });
    }
    expect(await rows()).toEqual(before);
    expect((await api.post(at, view('Försenat'), ANNA)).status).toBe(200);
    expect(await namesFor(ANNA)).toEqual(['Försenat', 'Idag']);
    expect(await namesFor(COLLEAGUE)).toEqual([]);
  });

  it('is deleted by its maker, and a shared one by who administers the unit', async () => {
    const own = await saved(ANNA, view('Min'));
    const shared = await saved(ANNA, view('Vår', true));
    const remove = (id: string, user: string) => api.post(`${PATH}/${id}/delete`, {}, user);
    const before = await rows();
    const refused = [
      [own, COLLEAGUE, 404],
      [own, ADMINISTRATOR, 404],
      [own, MARIA, 404],
      [shared, COLLEAGUE, 403],
      [shared, MARIA, 404],
      ['nothing', ANNA, 404],
    ] as const;
    for (const [id, user, status] of refused) {
      expect(await remove(id, user)).toMatchObject({ status });
    }
    expect(await rows()).toEqual(before);
    expect((await remove(shared, ADMINISTRATOR)).status).toBe(200);
    expect((await remove(own, ANNA)).status).toBe(200);
    expect(await namesFor(ANNA)).toEqual([]);
  });

  it('holds no number of a patient, no other filter and no name that is none', async () => {
    const before = await rows();
    const refused = [
      view('19420101-0000'),
      view('Kalle 420101'),
      view('VB2026-000123'),
      view(' '),
      view('x'.repeat(41)),
      view('Sökt', false, { ...LATE, sok: '19420101' }),
      view('Sökt', false, { visa: 'Kalle', ordna: 'patienter' }),
      { ...view('Annans'), staff: 'maria-forsberg' },
    ];
    for (const wish of refused) {
      const answer = await api.post(PATH, wish, ANNA);
      expect([wish, answer]).toMatchObject([wish, { status: 422 }]);
    }
    expect(await rows()).toEqual(before);
  });

  it('are of the statistics, too, for whoever may see those: fixed, or going with time', async () => {
    const before = await rows();
    const refused = await api.post(PATH, ofFigures('Länet', SO_FAR), ANNA);
    expect(refused).toMatchObject({ status: 403, body: { code: 'ROLE_NOT_ALLOWED' } });
    expect(await rows()).toEqual(before);
    await saved(ADMINISTRATOR, ofFigures('Länet', SO_FAR, true));
    await saved(ADMINISTRATOR, ofFigures('Umeå', FIXED));
    // Another page has names of its own.
    await saved(ADMINISTRATOR, view('Länet', true));
    expect(await listed(ADMINISTRATOR)).toMatchObject([
      { name: 'Länet', page: 'figures', query: SO_FAR },
      { name: 'Länet', page: 'worklist', query: LATE },
      { name: 'Umeå', page: 'figures', query: FIXED },
    ]);
    expect(await namesFor(COLLEAGUE)).toEqual(['Länet', 'Länet']);
  });

  it('are of places that there are and of the page they are saved for', async () => {
    const id = await saved(ADMINISTRATOR, ofFigures('Länet', SO_FAR));
    const late = await saved(ADMINISTRATOR, view('Sent'));
    const before = await rows();
    const { fran, ...half } = FIXED;
    const refused = [
      { ...SO_FAR, plats: 'ward:ingen' },
      { ...SO_FAR, plats: 'ward:19420101-0000' },
      { ...SO_FAR, plats: 'Kalle' },
      { ...SO_FAR, period: '2025' },
      { ...SO_FAR, fran },
      { ...SO_FAR, sok: 'kalle' },
      half,
      LATE,
    ];
    for (const chosen of refused) {
      const answer = await api.post(PATH, ofFigures('Sökt', chosen), ADMINISTRATOR);
      expect([chosen, answer]).toMatchObject([chosen, { status: 422 }]);
    }
    const other = await api.post(`${PATH}/${id}/change`, view('Länet'), ADMINISTRATOR);
    expect(other).toMatchObject({ status: 422, body: { errors: [{ path: '/page' }] } });
    // How often it is delivered is chosen of a view that there is, and of the statistics alone.
    for (const [at, wish] of [
      [PATH, ofFigures('Länet', SO_FAR)],
      [`${PATH}/${late}/change`, view('Sent')],
    ] as const) {
      const sent = await api.post(at, { ...wish, delivery: 'monday' }, ADMINISTRATOR);
      expect([at, sent.status]).toEqual([at, 422]);
    }
    const daily = { ...ofFigures('Länet', SO_FAR), delivery: 'daily' };
    expect((await api.post(`${PATH}/${id}/change`, daily, ADMINISTRATOR)).status).toBe(422);
    expect(await rows()).toEqual(before);
  });

  it('are fifty a person and page; one more is refused, another under a name she has is not', async () => {
    await query(
      api.county.databaseUrl,
      `insert into saved_views (id, unit, staff, name, page, query, shared)
       select gen_random_uuid(), 'nus-medicin-2', 'anna-lundgren', n::text, 'figures', '{}', false
       from generate_series(1, ${MAX}) as of_another_page (n)`,
    );
    for (let n = 1; n <= MAX; n += 1) await saved(ANNA, view(`Vy ${n}`));
    const before = await rows();
    expect(await api.post(PATH, view('En till'), ANNA)).toMatchObject({
      ...{ status: 422, body: { errors: [{ path: '/name', code: 'too_many' }] } },
    });
    expect(await rows()).toEqual(before);
    await saved(ANNA, view('Vy 1', true));
    await saved(COLLEAGUE, view('Min'));
  });
});
