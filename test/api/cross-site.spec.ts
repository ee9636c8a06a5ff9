import { ANNA, contentsOf, IS_FULL } from '@hemgang/testing';
import { ApiServer } from './api-server.fixture';
import { operationsOf, OWN_PAGE, type Operation } from './operations.fixture';

const cases = '/api/v1/discharges';

/** Another server calls them, without a browser: the token is proof of its own. */
const OF_SERVERS = ['/api/v1/sign-in/{issuer}/logout', '/sms/{token}'];

type Headers = Readonly<Record<string, string>>;

/** The quick run tries some ways at each operation and all of them over the operations. */
const WAYS_QUICK = 2;

describe('what another site makes a browser send', () => {
  let api: ApiServer;
  let cookie: string;
  let changing: Operation[];

  beforeAll(async () => {
    api = await ApiServer.start();
    const answer = await api.post('/api/v1/demo/sign-in', { user: ANNA });
    cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    changing = operationsOf(api.county.service).filter(
      ({ method, template }) => method !== 'GET' && !OF_SERVERS.includes(template),
    );
  });

  afterAll(() => api.stop());

  /** How a request can look that none of our pages has sent. */
  const forged = (): Readonly<Record<string, Headers>> => ({
    'from another site': { 'sec-fetch-site': 'cross-site' },
    'from a sister site': { 'sec-fetch-site': 'same-site' },
    'from no site': { 'sec-fetch-site': 'none' },
    'with a site that is none': { 'sec-fetch-site': 'x' },
    'with a stolen header': { ...OWN_PAGE, 'sec-fetch-site': 'cross-site' },
    'with a stolen origin': { ...OWN_PAGE, 'sec-fetch-site': 'cross-site', origin: api.url },
    'from another origin': { origin: 'https://example.org', 'x-requested-with': 'hemgang' },
    'from another port': { origin: 'http://127.0.0.1:1', 'x-requested-with': 'hemgang' },
  });

  /** And what only a signed-in browser is asked for: others have nothing to steal. */
  const unproven = (): Readonly<Record<string, Headers>> => ({
    'from nobody knows where': {},
    'from a sandbox': { origin: 'null', 'x-requested-with': 'hemgang' },
    'without the header of our pages': { 'sec-fetch-site': 'same-origin' },
    'with another header': {
      'sec-fetch-site': 'same-origin',
      'x-requested-with': 'XMLHttpRequest',
    },
    'by a form of ours that has no header': { origin: api.url },
  });

  it('is refused by every operation that changes something, and writes nothing', async () => {
    const before = await contentsOf(api.county.databaseUrl);
    expect(changing.length).toBeGreaterThan(60);
    for (const [index, { method, template, path, example, isOpen }] of changing.entries()) {
      const all = Object.entries({ ...forged(), ...(isOpen ? {} : unproven()) });
      const from = (index * WAYS_QUICK) % all.length;
      const tried = IS_FULL ? all : [...all, ...all].slice(from, from + WAYS_QUICK);
      for (const [how, headers] of tried) {
        const sent = { cookie, ...headers };
        const { status, body } = await api.call(method, path, example, undefined, sent);
        expect([template, how, status, body]).toMatchObject([
          ...[template, how, 403],
          { code: 'CROSS_SITE_REFUSED' },
        ]);
      }
    }
    expect(await contentsOf(api.county.databaseUrl)).toEqual(before);
  });

  it('is refused before anybody looks who calls, also with a token', async () => {
    for (const headers of Object.values(forged())) {
      expect(await api.post(cases, {}, undefined, headers)).toMatchObject({ status: 403 });
      expect(await api.post(cases, {}, ANNA, headers)).toMatchObject({ status: 403 });
    }
  });

  it('is told apart from our own page, in a new browser and in an old one', async () => {
    const admit = (headers: Headers) =>
      api.post(cases, api.county.admission(), undefined, { cookie, ...headers });
    expect(await admit(OWN_PAGE)).toMatchObject({ status: 201 });
    const old = { origin: api.url, 'x-requested-with': 'hemgang' };
    expect(await admit(old)).toMatchObject({ status: 201 });
  });

  it('is told apart from a program, which sends no cookie', async () => {
    expect(await api.post(cases, api.county.admission(), ANNA)).toMatchObject({ status: 201 });
    expect(await api.post(cases, {})).toMatchObject({ status: 401 });
  });

  it('may be a question to which the answer stays with us', async () => {
    for (const method of ['OPTIONS', 'GET']) {
      const { headers } = await api.send(method, cases, undefined, {
        headers: { cookie, origin: 'https://example.org', 'sec-fetch-site': 'cross-site' },
      });
      const told = [...headers.keys()].filter((name) => name.startsWith('access-control'));
      expect([method, told]).toEqual([method, []]);
    }
  });
});
