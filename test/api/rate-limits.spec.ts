import { ANNA, contentsOf, HELENA, MARIA, PETER, query, SUSANNE } from '@hemgang/testing';
import type { EdgeSettings } from '../../apps/api/edge/edge-settings';
import { networkOf } from '../../apps/api/edge/rate-guard';
import { ApiServer, type Answer } from './api-server.fixture';

/** A colleague of Anna's at the same ward. */
const KARIN = 'karin-nyberg-nus-medicin-2';

const ME = '/api/v1/me';
const LIMITS = { perPerson: 4, perUnit: 6, perAddress: 3 };

const edge = (trustedProxies: readonly string[]): EdgeSettings => ({
  ...{ limits: LIMITS, trustedProxies, publicUrl: null, securityContact: null },
});

const start = (trustedProxies = ['loopback']): Promise<ApiServer> =>
  ApiServer.start('demo', undefined, undefined, undefined, edge(trustedProxies));

function expectTooMany(answer: Answer, name: string, times: number): void {
  expect(answer).toMatchObject({
    status: 429,
    body: { code: 'TOO_MANY_REQUESTS', type: 'urn:hemgang:problem:too-many-requests' },
  });
  const { headers } = answer;
  const wait = Number(headers.get('retry-after'));
  expect(wait).toBeGreaterThanOrEqual(1);
  expect(wait).toBeLessThanOrEqual(60);
  expect(headers.get('ratelimit-policy')).toBe(`"${name}";q=${times};w=60`);
  expect(headers.get('ratelimit')).toBe(`"${name}";r=0;t=${wait}`);
  expect(headers.get('cache-control')).toBe('no-store');
}

describe('who calls too often', () => {
  let api: ApiServer;
  let addresses = 0;

  beforeAll(async () => {
    api = await start();
    for (const user of [ANNA, KARIN, MARIA, HELENA, PETER, SUSANNE]) await api.token(user);
  });

  afterAll(() => api.stop());

  /** An address that nobody has called from. */
  const fresh = () => {
    addresses += 1;
    return { 'x-forwarded-for': `192.0.2.${addresses}` };
  };

  it('as a person is told when to come back, in whatever sessions; others go on', async () => {
    const again = await api.post('/api/v1/demo/sign-in', { user: MARIA }, undefined, fresh());
    const other = { authorization: `Bearer ${(again.body as { token: string }).token}` };
    const first = await api.get(ME, MARIA);
    expect(first.headers.get('ratelimit')).toMatch(/^"person";r=3;t=1\d$/);
    await api.get(ME, undefined, other);
    await api.get(ME, MARIA);
    expect(await api.get(ME, undefined, other)).toMatchObject({ status: 200 });
    expectTooMany(await api.get(ME, MARIA), 'person', 4);
    expectTooMany(await api.get(ME, undefined, other), 'person', 4);
    expect(await api.get(ME, HELENA)).toMatchObject({ status: 200 });
  });

  it('with commands has nothing written, not even a line in the access log', async () => {
    for (let n = 0; n < LIMITS.perPerson; n += 1) await api.get(ME, SUSANNE);
    const before = await contentsOf(api.county.databaseUrl, 'sessions');
    const command = await api.post('/api/v1/discharges', api.county.admission(), SUSANNE);
    expectTooMany(command, 'person', 4);
    expectTooMany(await api.get('/api/v1/duties', SUSANNE), 'person', 4);
    expect(await contentsOf(api.county.databaseUrl, 'sessions')).toEqual(before);
  });

  it('as a unit is told so, and other units go on', async () => {
    for (const user of [ANNA, KARIN, ANNA, KARIN, ANNA, KARIN]) {
      expect(await api.get(ME, user)).toMatchObject({ status: 200 });
    }
    expectTooMany(await api.get(ME, KARIN), 'unit', 6);
    expect(await api.get(ME, PETER)).toMatchObject({ status: 200 });
  });

  type From = Readonly<Record<string, string>>;
  const calls: Readonly<Record<string, (from: From) => Promise<Answer>>> = {
    'by signing in': (from) =>
      api.post('/api/v1/demo/sign-in', { user: 'nobody' }, undefined, from),
    'by asking providers': (from) => api.get('/api/v1/sign-in/nobody', undefined, from),
    'with tokens that are none': (from) =>
      api.get(ME, undefined, { authorization: 'Bearer x', ...from }),
    'with one-time links': (from) => api.get('/start/nobody', undefined, from),
    'with codes of questionnaires': (from) => api.get('/experience/nobody', undefined, from),
  };

  it.each(Object.entries(calls))(
    'from one address without a session, %s, is told so',
    async (_how, call) => {
      const from = fresh();
      for (let n = 0; n < 3; n += 1) expect([401, 404, 422]).toContain((await call(from)).status);
      expectTooMany(await call(from), 'address', 3);
      expect(await api.get('/health/live', undefined, from)).toMatchObject({ status: 200 });
      expect([401, 404, 422]).toContain((await call(fresh())).status);
    },
  );

  it('is counted where no queue is: nothing that is lost can open the door', async () => {
    await query(api.county.databaseUrl, 'drop schema if exists bullmq cascade');
    const from = fresh();
    for (let n = 0; n < 3; n += 1) await api.get(ME, undefined, from);
    expectTooMany(await api.get(ME, undefined, from), 'address', 3);
  });
});

describe('the address of a caller', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s counts as %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });

  it('is not what a stranger says it is', async () => {
    const api = await start(['192.0.2.0/24']);
    const lie = (n: number) => api.get(ME, undefined, { 'x-forwarded-for': `198.51.100.${n}` });
    for (let n = 0; n < 3; n += 1) expect(await lie(n)).toMatchObject({ status: 401 });
    expectTooMany(await lie(3), 'address', 3);
    await api.stop();
  });
});
