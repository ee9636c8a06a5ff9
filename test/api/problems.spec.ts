import { HOUR_MS, plusMs, problems, problemType, type ProblemCode } from '@hemgang/kernel';
import { ANNA, contentsOf, HELENA, MARIA, PETER, query } from '@hemgang/testing';
import { STREAMS_PER_SESSION_MAX } from '../../apps/api/stream/streams';
import { ApiServer, type Answer } from './api-server.fixture';

/** Text that a caller sends wherever text goes; no answer may repeat it. */
const MARKER = 'Markör 19460529-9817';

/** So many at once that somebody loses every time it decides anew. */
const CROWD = 60;
const CROWDS_MAX = 20;

const cases = '/api/v1/discharges';
const json = { 'content-type': 'application/json' };

/** Prepares what a problem needs, and gives the request that runs into it. */
type Cause = (api: ApiServer) => Promise<() => Promise<Answer>>;

const atOnce =
  (provoke: (api: ApiServer) => Promise<Answer>): Cause =>
  async (api) =>
  () =>
    provoke(api);

async function leave({ county }: ApiServer, caseId: string): Promise<void> {
  const judgedAt = county.service.clock.now();
  await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
  await county.give(caseId, 'discharge', ANNA);
}

/** What a program sends to get a token. */
const asToken = (more: Record<string, string>): URLSearchParams =>
  new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    ...more,
  });

/** A session as a program has it. */
async function asProgram(api: ApiServer, scope: string): Promise<Record<string, string>> {
  const { body } = await api.post('/api/v1/demo/sign-in', { user: MARIA });
  const latest = '(select max(id) from sessions)';
  const text = `update sessions set scopes = array[$1] where id = ${latest}`;
  await query(api.county.databaseUrl, text, [scope]);
  return { authorization: `Bearer ${(body as { token: string }).token}` };
}

/** How each problem comes about. Null: not over HTTP in demo mode. */
const causes: Readonly<Record<ProblemCode, Cause | null>> = {
  MALFORMED_JSON: atOnce((api) =>
    api.send('POST', cases, `{"patient":"${MARKER}","patient":1}`, { user: ANNA, headers: json }),
  ),
  MALFORMED_REQUEST: atOnce((api) => api.post(cases, { x: MARKER }, ANNA, { 'if-match': 'x' })),
  IDEMPOTENCY_KEY_MISSING: atOnce((api) =>
    api.send('POST', cases, `{"x":"${MARKER}"}`, { user: ANNA, headers: json }),
  ),
  NOT_SIGNED_IN: atOnce((api) => api.post(cases, { x: MARKER })),
  CLIENT_REFUSED: atOnce((api) =>
    api.send('POST', '/oauth/token', String(asToken({ client_assertion: MARKER })), {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
  ),
  SCOPE_MISSING: async (api) => {
    const headers = await asProgram(api, 'sip');
    return () => api.get('/api/v1/duties', undefined, headers);
  },
  PERSON_NEEDED: async (api) => {
    const headers = await asProgram(api, 'read');
    return () => api.post('/api/v1/me/assignment', { x: MARKER }, undefined, headers);
  },
  CROSS_SITE_REFUSED: atOnce((api) =>
    api.post(cases, { x: MARKER }, ANNA, { 'sec-fetch-site': 'cross-site' }),
  ),
  STEP_UP_NEEDED: async (api) => {
    await api.token(PETER);
    return () => api.post('/api/v1/sessions/1/end', { x: MARKER }, PETER);
  },
  ROLE_NOT_ALLOWED: atOnce((api) => api.post(cases, { x: MARKER }, MARIA)),
  NOT_FOUND: atOnce((api) => api.get(`${cases}/${encodeURIComponent(MARKER)}`, ANNA)),
  METHOD_NOT_ALLOWED: atOnce((api) =>
    api.send('DELETE', `${cases}/${encodeURIComponent(MARKER)}`, undefined, { user: ANNA }),
  ),
  COMMAND_NOT_POSSIBLE: async (api) => {
    const { id } = await api.told();
    return () => api.post(`${cases}/${id}/take-over`, { comment: MARKER }, MARIA);
  },
  BUSY: async (api) => {
    const { id, duties } = await api.admit();
    const take = () => api.post(`${cases}/${id}/take`, { duty: duties[0]?.id }, ANNA);
    return async () => {
      for (let round = 0; round < CROWDS_MAX; round += 1) {
        const answers = await Promise.all(Array.from({ length: CROWD }, take));
        const busy = answers.find(({ status }) => status === 409);
        if (busy !== undefined) return busy;
      }
      throw new Error('nobody lost every time');
    };
  },
  STAY_ALREADY_OPEN: async (api) => {
    const body = api.county.admission();
    await api.post(cases, body, ANNA);
    return () => api.post(cases, { ...body, physician: MARKER }, ANNA);
  },
  VERSION_STALE: async (api) => {
    const { id } = await api.told();
    return () => api.post(`${cases}/${id}/answer`, { x: MARKER }, MARIA, { 'if-match': '"1"' });
  },
  BODY_TOO_LARGE: atOnce((api) => api.post(cases, { x: MARKER.repeat(20_000) }, ANNA)),
  MEDIA_TYPE_UNSUPPORTED: atOnce((api) =>
    api.send('POST', cases, MARKER, { user: ANNA, headers: { 'content-type': 'text/plain' } }),
  ),
  PAYLOAD_INVALID: async (api) => {
    const { id } = await api.told();
    return () => api.post(`${cases}/${id}/answer`, { answer: MARKER, [MARKER]: 1 }, MARIA);
  },
  RULE_REFUSED: async (api) => {
    const { id } = await api.told();
    return () => api.post(`${cases}/${id}/discharge`, {}, ANNA);
  },
  HANDOVER_AMBIGUOUS: async (api) => {
    const { county } = api;
    const { caseId } = await county.admit();
    const expectedDischargeAt = plusMs(county.service.clock.now(), HOUR_MS);
    const receivers = ['umea-bistand-norr', 'ersboda-halsocentral'];
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
      receivers,
      expectedDischargeAt,
    });
    await leave(api, caseId);
    const call = { calledBy: 'relative', outcome: 'started', comment: MARKER };
    return () => api.post(`${cases}/${caseId}/register-call`, call, ANNA);
  },
  LINK_NOT_FOUND: atOnce((api) => api.get(`/start/${encodeURIComponent(MARKER)}`)),
  LINK_SPENT: async (api) => {
    const { county } = api;
    const { caseId } = await county.told();
    await leave(api, caseId);
    const { view } = await county.give(caseId, 'create-start-link', MARIA);
    const path = view.handovers[0]?.startLink?.path ?? '';
    await api.post(path, { outcome: 'started' });
    return () => api.post(path, { outcome: 'started' });
  },
  IDEMPOTENCY_KEY_REUSED: async (api) => {
    const headers = { 'idempotency-key': 'samma' };
    await api.post(cases, api.county.admission(), ANNA, headers);
    return () => api.post(cases, { x: MARKER }, ANNA, headers);
  },
  TIME_REFUSED: async (api) => {
    const { id } = await api.told();
    const occurredAt = '2199-01-01T00:00:00Z';
    return () => api.post(`${cases}/${id}/acknowledge`, { occurredAt }, MARIA);
  },
  // In demo mode every patient is a test person; the production mode below has it.
  TEST_NUMBER_REFUSED: null,
  TOO_MANY_REQUESTS: async (api) => {
    const headers = { authorization: `Bearer ${await api.token(HELENA)}` };
    const ends = new AbortController();
    const open = () => fetch(`${api.url}/api/v1/stream`, { headers, signal: ends.signal });
    await Promise.all(Array.from({ length: STREAMS_PER_SESSION_MAX }, open));
    return async () => {
      const answer = await api.get('/api/v1/stream', HELENA);
      ends.abort();
      return answer;
    };
  },
  INTERNAL: atOnce(async (api) => {
    const rename = (from: string, to: string) =>
      query(api.county.databaseUrl, `alter table ${from} rename to ${to}`);
    await rename('notices', 'notices_away');
    const answer = await api.get('/api/v1/notices', ANNA);
    await rename('notices_away', 'notices');
    return answer;
  }),
  // Nothing has been seeded here. A database that is away has a spec of its own.
  // An issuer that is away: test/api/sign-in-attacks.spec.ts.
  SIGN_IN_UNAVAILABLE: null,
  // A machine without a browser: test/api/sheets.spec.ts.
  PDF_UNAVAILABLE: null,
  UNAVAILABLE: atOnce((api) => api.get('/health/ready')),
};

const reachable = Object.entries(causes).flatMap(([code, cause]) =>
  cause === null ? [] : [[code as ProblemCode, cause] as const],
);

/** Written by who is refused, too: the line in the access log, and once a minute the session's use. */
const NOTED = ['access_log', 'sessions'];

/** What a refused request may write beside those. */
const OTHERS_WIN: readonly ProblemCode[] = ['BUSY'];

function expectProblem(code: ProblemCode, { status, headers, body, text }: Answer): void {
  const problem = problems[code];
  expect(body).toMatchObject({
    code,
    type: problemType(code),
    status: problem.status,
    title: problem.title.sv,
    detail: expect.any(String),
  });
  expect(status).toBe(problem.status);
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(headers.get('content-language')).toBe('sv');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('retry-after')).toBe({ 503: '5', 429: '30' }[status] ?? null);
  expect(text).not.toMatch(/Markör|19460529|node_modules/);
}

describe('the problem', () => {
  let api: ApiServer;

  beforeAll(async () => {
    api = await ApiServer.start();
    for (const user of [ANNA, MARIA, HELENA]) await api.token(user);
  });

  afterAll(() => api.stop());

  it.each(reachable)(
    '%s is told as the catalogue has it, repeats nothing and writes nothing',
    async (code, cause) => {
      const provoke = await cause(api);
      const before = await contentsOf(api.county.databaseUrl, ...NOTED);
      expectProblem(code, await provoke());
      if (OTHERS_WIN.includes(code)) return;
      expect(await contentsOf(api.county.databaseUrl, ...NOTED)).toEqual(before);
    },
  );

  it('of a refused command says what is possible, which rule says no, or which field', async () => {
    const { id } = await api.told();
    const give = (name: string, user: string, body = {}) =>
      api.post(`${cases}/${id}/${name}`, body, user);
    const impossible = await give('take-over', MARIA);
    expect(impossible.body).toMatchObject({
      allowedCommands: expect.arrayContaining([
        expect.objectContaining({ name: 'acknowledge', label: 'Kvittera' }),
      ]),
    });
    expect((await give('discharge', ANNA)).body).toMatchObject({ rule: '2017:612 3:1' });
    expect(
      (await give('answer', MARIA, { answer: 'known', currentMeasures: '' })).body,
    ).toMatchObject({ errors: [{ path: '/currentMeasures', code: 'invalid_format' }] });
  });

  it('is told in English to those who ask for it', async () => {
    const answer = await api.get('/api/v1/me', undefined, { 'accept-language': 'en' });
    expect(answer.headers.get('content-language')).toBe('en');
    expect(answer.body).toMatchObject({ title: problems.NOT_SIGNED_IN.title.en });
  });
});

describe('in production', () => {
  let api: ApiServer;

  beforeAll(async () => {
    api = await ApiServer.start('production');
    await api.token(ANNA);
  });

  afterAll(() => api.stop());

  it('a test person is refused, and nothing is written', async () => {
    const before = await contentsOf(api.county.databaseUrl, ...NOTED);
    expectProblem('TEST_NUMBER_REFUSED', await api.post(cases, api.county.admission(), ANNA));
    expect(await contentsOf(api.county.databaseUrl, ...NOTED)).toEqual(before);
  });

  it.each([
    ['GET', '/api/v1/demo/users'],
    ['POST', '/api/v1/demo/sign-in'],
    ['GET', '/api/v1/demo/clock'],
    ['POST', '/api/v1/demo/clock/advance'],
  ])('nobody becomes anybody: %s %s is not there', async (method, path) => {
    for (const user of [ANNA, undefined]) {
      const sent =
        method === 'POST' ? api.post(path, { user: ANNA, ms: 1 }, user) : api.get(path, user);
      expectProblem('NOT_FOUND', await sent);
    }
  });

  it('browsers come back over TLS only, and the description knows no demo', async () => {
    const { headers, text } = await api.get('/api/openapi.json');
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
    expect(text).not.toContain('/api/v1/demo');
  });
});
