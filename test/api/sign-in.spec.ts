import { ANNA, MARIA } from '@hemgang/testing';
import { ApiServer, type Answer } from './api-server.fixture';
import { OWN_PAGE } from './operations.fixture';

const cases = '/api/v1/discharges';

describe('signing in', () => {
  let api: ApiServer;
  let cookie: string;

  beforeAll(async () => {
    api = await ApiServer.start();
    const answer = await api.post('/api/v1/demo/sign-in', { user: ANNA });
    cookie = cookieOf(answer);
  });

  afterAll(() => api.stop());

  function cookieOf({ headers }: Answer): string {
    return (headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  }

  it('shows whom one can be', async () => {
    const { body } = await api.get('/api/v1/demo/users');
    const { items } = body as { items: unknown[] };
    expect(items.length).toBeGreaterThan(100);
    expect(items).toContainEqual({
      id: ANNA,
      name: 'Anna Lundgren',
      unit: 'Medicinavdelning 2, NUS',
      unitId: 'nus-medicin-2',
      huvudman: 'Region Västerbotten',
      roles: ['ward-staff'],
    });
  });

  it('gives a cookie that neither scripts nor other sites can use, and a token', async () => {
    const answer = await api.post('/api/v1/demo/sign-in', { user: ANNA });
    expect(answer.status).toBe(200);
    const { token } = answer.body as { token: string };
    const attributes = (answer.headers.get('set-cookie') ?? '').split('; ');
    expect(attributes).toEqual([`hemgang_session=${token}`, 'Path=/', 'HttpOnly', 'SameSite=Lax']);
    const bearer = { authorization: `Bearer ${token}` };
    const byCookie = { cookie: `annat=1; hemgang_session=${token}` };
    for (const headers of [bearer, byCookie]) {
      const assignment = {
        id: ANNA,
        unit: { id: 'nus-medicin-2', name: 'Medicinavdelning 2, NUS', phone: expect.any(String) },
        huvudman: 'Region Västerbotten',
        roles: ['ward-staff'],
      };
      expect((await api.get('/api/v1/me', undefined, headers)).body).toEqual({
        ...assignment,
        staff: 'anna-lundgren',
        name: 'Anna Lundgren',
        purpose: 'care',
        assignments: [assignment],
        issuer: null,
        endsAt: expect.any(String),
        steppedUpUntil: expect.any(String),
        assignmentEnds: null,
        may: {
          open: ['discharges', 'sips', 'avvikelser'],
          read: ['discharges', 'sips', 'avvikelser'],
          operations: expect.arrayContaining(['listDuties', 'registerExternalUnit']),
        },
      });
    }
  });

  it('keeps the cookie on TLS where a proxy says that there is TLS', async () => {
    const headers = { 'x-forwarded-proto': 'https' };
    const answer = await api.post('/api/v1/demo/sign-in', { user: ANNA }, undefined, headers);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-hemgang_session=.*; Path=\/.*; Secure$/,
    );
  });

  it.each([{}, { user: '' }, { user: 'ingen' }, { user: 1 }, { user: ANNA, admin: true }, [], 'x'])(
    'refuses %j',
    async (body) => {
      const answer = await api.post('/api/v1/demo/sign-in', body);
      expect(answer).toMatchObject({ status: 422, body: { code: 'PAYLOAD_INVALID' } });
      expect(answer.headers.get('set-cookie')).toBeNull();
    },
  );

  it('refuses a request without a body', async () => {
    const answer = await api.send('POST', '/api/v1/demo/sign-in', undefined);
    expect(answer).toMatchObject({ status: 415 });
  });

  it('lets the cookie read from anywhere that the browser sends it from', async () => {
    const answer = await api.get(cases, undefined, { cookie, 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(200);
  });

  it('takes a token before a cookie', async () => {
    const authorization = `Bearer ${await api.token(MARIA)}`;
    const answer = await api.get('/api/v1/me', undefined, { cookie, authorization });
    expect(answer.body).toMatchObject({ id: MARIA });
  });

  it('ends with signing out', async () => {
    const session = cookieOf(await api.post('/api/v1/demo/sign-in', { user: MARIA }));
    const headers = { cookie: session, ...OWN_PAGE };
    const answer = await api.send('POST', '/api/v1/sign-out', undefined, { headers });
    expect(answer).toMatchObject({ status: 204, text: '' });
    expect(answer.headers.get('set-cookie')).toMatch(/^hemgang_session=; .*Max-Age=0$/);
    expect(await api.get('/api/v1/me', undefined, headers)).toMatchObject({ status: 401 });
    expect(await api.get('/api/v1/me', undefined, { cookie })).toMatchObject({ status: 200 });
  });
});

describe('the clock of the demo', () => {
  let api: ApiServer;

  beforeAll(async () => {
    api = await ApiServer.start();
  });

  afterAll(() => api.stop());

  const now = async () => ((await api.get('/api/v1/demo/clock')).body as { now: string }).now;

  it('moves forward for everybody, and duties become late', async () => {
    await api.admit();
    const before = Date.parse(await now());
    const days = 3 * 24 * 60 * 60 * 1_000;
    const answer = await api.post('/api/v1/demo/clock/advance', { ms: days });
    expect(answer.status).toBe(200);
    const after = Date.parse((answer.body as { now: string }).now);
    // Each look at the database's clock may correct ours by some milliseconds.
    expect(after - before).toBeGreaterThan(days - 1_000);
    expect(Date.parse(await now())).toBeGreaterThanOrEqual(after);
    const late = await api.get('/api/v1/duties?overdue=true', ANNA);
    expect(late.body).toMatchObject({ items: [{ key: 'inskrivningsmeddelande', overdue: true }] });
  });

  it.each([0, -1, 1.5, '1', null, 1e12])('does not move by %j', async (ms) => {
    const before = await now();
    const answer = await api.post('/api/v1/demo/clock/advance', { ms });
    expect(answer).toMatchObject({ status: 422, body: { code: 'PAYLOAD_INVALID' } });
    expect(Date.parse(await now()) - Date.parse(before)).toBeLessThan(60_000);
  });
});
