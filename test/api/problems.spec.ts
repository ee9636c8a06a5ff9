import { problems, problemType, type ProblemCode } from '@hemgang/kernel';
import { ANNA, contentsOf, HELENA, MARIA, query } from '@hemgang/testing';
import { STREAMS_PER_SESSION_MAX } from '../../apps/api/stream/streams';
import { ApiServer, type Answer } from './api-server.fixture';

/** Text that a caller sends in every place that takes text; no answer may repeat it. */
const MARKER = 'Markör 19460529-9817';

/** So many at once that one of them loses every time it decides anew. */
const CROWD = 60;
const CROWDS_MAX = 20;

const cases = '/api/v1/discharges';
const json = { 'content-type': 'application/json' };

/** How each problem comes about. Null: not over HTTP in this version, with the reason. */
type Causes = Readonly<Record<ProblemCode, ((api: ApiServer) => Promise<Answer>) | null>>;

const causes: Causes = {
  MALFORMED_JSON: (api) =>
    api.send('POST', cases, `{"patient":"${MARKER}","patient":1}`, { user: ANNA, headers: json }),
  MALFORMED_REQUEST: (api) => api.post(cases, { x: MARKER }, ANNA, { 'if-match': 'x' }),
  IDEMPOTENCY_KEY_MISSING: (api) =>
    api.send('POST', cases, `{"x":"${MARKER}"}`, { user: ANNA, headers: json }),
  NOT_SIGNED_IN: (api) => api.post(cases, { x: MARKER }),
  ROLE_NOT_ALLOWED: (api) => api.post(cases, { x: MARKER }, MARIA),
  NOT_FOUND: (api) => api.get(`${cases}/${encodeURIComponent(MARKER)}`, ANNA),
  METHOD_NOT_ALLOWED: (api) =>
    api.send('DELETE', `${cases}/${encodeURIComponent(MARKER)}`, undefined, { user: ANNA }),
  COMMAND_NOT_POSSIBLE: async (api) => {
    const { id } = await api.told();
    return api.post(`${cases}/${id}/take-over`, { comment: MARKER }, MARIA);
  },
  BUSY: async (api) => {
    const { id, duties } = await api.admit();
    const take = () => api.post(`${cases}/${id}/take`, { duty: duties[0]?.id }, ANNA);
    for (let round = 0; round < CROWDS_MAX; round += 1) {
      const answers = await Promise.all(Array.from({ length: CROWD }, take));
      const busy = answers.find(({ status }) => status === 409);
      if (busy !== undefined) return busy;
    }
    throw new Error('nobody lost three times');
  },
  STAY_ALREADY_OPEN: async (api) => {
    const body = api.county.admission();
    await api.post(cases, body, ANNA);
    return api.post(cases, { ...body, physician: MARKER }, ANNA);
  },
  VERSION_STALE: async (api) => {
    const { id } = await api.told();
    return api.post(`${cases}/${id}/answer`, { x: MARKER }, MARIA, { 'if-match': '"1"' });
  },
  BODY_TOO_LARGE: (api) => api.post(cases, { x: MARKER.repeat(20_000) }, ANNA),
  MEDIA_TYPE_UNSUPPORTED: (api) =>
    api.send('POST', cases, MARKER, { user: ANNA, headers: { 'content-type': 'text/plain' } }),
  PAYLOAD_INVALID: async (api) => {
    const { id } = await api.told();
    const body = { answer: MARKER, [MARKER]: 1 };
    return api.post(`${cases}/${id}/answer`, body, MARIA);
  },
  RULE_REFUSED: async (api) => {
    const { id } = await api.told();
    return api.post(`${cases}/${id}/discharge`, {}, ANNA);
  },
  // A unit that has sent a message back can be asked anew, but the handover it sent back is over:
  // it never has two to choose from.
  HANDOVER_AMBIGUOUS: null,
  IDEMPOTENCY_KEY_REUSED: async (api) => {
    const headers = { 'idempotency-key': 'samma' };
    await api.post(cases, api.county.admission(), ANNA, headers);
    return api.post(cases, { x: MARKER }, ANNA, headers);
  },
  TIME_REFUSED: async (api) => {
    const { id } = await api.told();
    const body = { occurredAt: '2199-01-01T00:00:00Z' };
    return api.post(`${cases}/${id}/acknowledge`, body, MARIA);
  },
  // In demo mode every patient is a test person; the production spec below has it.
  TEST_NUMBER_REFUSED: null,
  TOO_MANY_REQUESTS: async (api) => {
    const headers = { authorization: `Bearer ${await api.token(HELENA)}` };
    const ends = new AbortController();
    const open = () => fetch(`${api.url}/api/v1/stream`, { headers, signal: ends.signal });
    await Promise.all(Array.from({ length: STREAMS_PER_SESSION_MAX }, open));
    const answer = await api.get('/api/v1/stream', HELENA);
    ends.abort();
    return answer;
  },
  INTERNAL: async (api) => {
    const rename = (from: string, to: string) =>
      query(api.county.databaseUrl, `alter table ${from} rename to ${to}`);
    await rename('notices', 'notices_away');
    const answer = await api.get('/api/v1/notices', ANNA);
    await rename('notices_away', 'notices');
    return answer;
  },
  // Nothing has been seeded here; `without-database` has the other way.
  UNAVAILABLE: (api) => api.get('/health/ready'),
};

const reachable = Object.entries(causes).flatMap(([code, cause]) =>
  cause === null ? [] : [[code as ProblemCode, cause] as const],
);

describe('the problem', () => {
  let api: ApiServer;

  beforeAll(async () => {
    api = await ApiServer.start();
  });

  afterAll(() => api.stop());

  it.each(reachable)('%s is told as the catalogue has it, and repeats nothing', async (code, cause) => {
    const { status, headers, body, text } = await cause(api);
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
    expect(headers.get('retry-after')).toBe(status === 503 ? '5' : null);
    expect(text).not.toContain('Markör');
    expect(text).not.toContain('19460529');
    expect(text).not.toContain(' at ');
  });

  it.each(reachable.filter(([code]) => code !== 'BUSY'))(
    '%s writes nothing but a line in the access log',
    async (code, cause) => {
      // What the cause itself needs (a case, a used key) is written before: a second time, alone.
      await cause(api);
      const before = await contentsOf(api.county.databaseUrl, 'access_log');
      const refused: Answer[] = [];
      const recording = Object.assign(Object.create(api) as ApiServer, {
        send: async (...sent: Parameters<ApiServer['send']>) => {
          const answer = await api.send(...sent);
          if (answer.status >= 400) refused.push(answer);
          return answer;
        },
      });
      await cause(recording);
      expect(refused).toMatchObject([{ body: { code } }]);
      if (await isPure(cause, api)) {
        expect(await contentsOf(api.county.databaseUrl, 'access_log')).toEqual(before);
      }
    },
  );

  it('is told in English to those who ask for it', async () => {
    const answer = await api.get('/api/v1/me', undefined, { 'accept-language': 'en' });
    expect(answer.headers.get('content-language')).toBe('en');
    expect(answer.body).toMatchObject({ title: problems.NOT_SIGNED_IN.title.en });
  });
});
