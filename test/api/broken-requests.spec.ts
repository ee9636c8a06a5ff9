import { connect } from 'node:net';
import { ANNA, contentsOf } from '@hemgang/testing';
import { ApiServer } from './api-server.fixture';

/** Longer than any answer to these requests takes, also on a busy machine. */
const SILENCE_MS_MAX = 10_000;

/** An answer as it comes over the wire. */
interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: unknown;
}

/** Sends bytes to the server and reads until it closes the connection. */
function raw(port: number, bytes: string | Buffer): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(SILENCE_MS_MAX, () => socket.destroy(new Error(`silent after: ${text}`)));
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', body = ''] = text.split('\r\n\r\n');
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
      resolve({ status, head: head.toLowerCase(), body: body === '' ? null : JSON.parse(body) });
    });
  });
}

const close = 'Connection: close\r\n\r\n';
const MARKER = 'hemlig-19460529-9817';

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n`;
const signOut = 'POST /api/v1/sign-out HTTP/1.1\r\nHost: x\r\n';
const signIn =
  'POST /api/v1/demo/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

describe('a request that is broken', () => {
  let api: ApiServer;
  let before: Record<string, string>;

  beforeAll(async () => {
    api = await ApiServer.start();
    await api.token(ANNA);
    before = await contentsOf(api.county.databaseUrl);
  });

  afterAll(() => api.stop());

  const bytes: Readonly<Record<string, string>> = {
    'is no HTTP': `${MARKER}\r\n\r\n`,
    'has an unknown method': `${MARKER.toUpperCase()} / HTTP/1.1\r\nHost: x\r\n${close}`,
    'has no host': `GET /health/live HTTP/1.1\r\n${close}`,
    'has headers that are too long': `${get('/')}X: ${MARKER.repeat(2_000)}\r\n${close}`,
    'has a header that is none': `${get('/')}${MARKER}\r\n${close}`,
    'names two lengths': `${signOut}Content-Length: 1\r\nContent-Length: 2\r\n${close}{}`,
    'names a length and chunks': `${signOut}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n${close}{}`,
    'has a chunk that is none': `${signIn}Transfer-Encoding: chunked\r\n${close}zz\r\n`,
    'is written in another encoding': `${get(`/%ff%fe${MARKER}`)}${close}`,
    'has half an escape': `${get('/api/v1/discharges/%E0%A4%A')}${close}`,
  };

  it.each(Object.entries(bytes))('because it %s gets 400 as a problem', async (_name, request) => {
    const { status, head, body } = await raw(api.port, request);
    expect(status).toBe(400);
    expect(head).toContain('content-type: application/problem+json; charset=utf-8');
    expect(head).toContain('x-content-type-options: nosniff');
    expect(body).toMatchObject({ code: 'MALFORMED_REQUEST', status: 400 });
    expect(JSON.stringify([head, body])).not.toMatch(/hemlig/i);
  });

  it.each([
    ['POST', '/api/v1/demo/users', 'GET, HEAD'],
    ['GET', '/api/v1/sign-out', 'POST'],
    ['GET', '/api/v1/demo/sign-in', 'POST'],
    ['DELETE', '/api/v1/discharges', 'GET, HEAD, POST'],
    ['PUT', '/api/v1/discharges/x', 'GET, HEAD'],
    ['PATCH', '/api/v1/discharges/x/events', 'GET, HEAD, POST'],
    ['GET', '/api/v1/discharges/x/take-over', 'POST'],
    ['OPTIONS', '/api/v1/duties', 'GET, HEAD'],
    ['POST', '/health/live', 'GET, HEAD'],
    ['POST', '/api/openapi.json?x=1', 'GET, HEAD'],
  ])('by its method, %s %s, gets 405 and learns the others', async (method, path, allow) => {
    const answer = await api.send(method, path, undefined, { user: ANNA });
    expect(answer).toMatchObject({ status: 405, body: { code: 'METHOD_NOT_ALLOWED' } });
    expect(answer.headers.get('allow')).toBe(allow);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });

  it.each([
    '/api',
    '/api/v1',
    '/api/v1/discharge',
    '/api/v1/demo/x',
    '/api/v1/discharges/a/b/c',
    '/api/v1/discharges/',
    '/api/v1//discharges',
    '/health',
    '/metrics/x',
    '/api/docs/..%2f..%2fpackage.json',
    '/api/docs/package.json.bak',
  ])('by its address, %s, gets 404 as a problem', async (path) => {
    for (const method of ['GET', 'POST']) {
      const answer = await api.send(method, path, undefined, { user: ANNA });
      expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    }
  });

  it('may expect what it likes: it is answered like any other', async () => {
    const request = `${get('/health/live')}Expect: ${MARKER}\r\n${close}`;
    expect(await raw(api.port, request)).toMatchObject({ status: 200, body: { status: 'live' } });
  });

  it('names a case with an id of any length and gets 404', async () => {
    const answer = await api.get(`/api/v1/discharges/${'x'.repeat(2_500)}`, ANNA);
    expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });

  it.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/jsonx', 415],
    ['application/merge-patch+json', 415],
    ['application/json; charset=latin1', 415],
    ['', 415],
    ['nonsense', 415],
    ['application/json', 400],
    ['Application/JSON; charset="UTF-8"', 400],
  ])('by its type, %j, gets %d', async (type, status) => {
    const headers = { 'content-type': type };
    const answer = await api.send('POST', '/api/v1/discharges', '{', { user: ANNA, headers });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });

  it('because it is compressed gets 415', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const answer = await api.send('POST', '/api/v1/discharges', '{}', { user: ANNA, headers });
    expect(answer).toMatchObject({ status: 415, body: { code: 'MEDIA_TYPE_UNSUPPORTED' } });
  });

  it('because it is too large gets 413, with its length named or not', async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'x' };
    const large = JSON.stringify({ text: 'x'.repeat(256 * 1024) });
    const named = await api.send('POST', '/api/v1/discharges', large, { user: ANNA, headers });
    expect(named).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
    const unnamed = await fetch(`${api.url}/api/v1/discharges`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${await api.token(ANNA)}` },
      body: new Blob([large]).stream(),
      duplex: 'half',
    });
    expect(unnamed.status).toBe(413);
    expect(await unnamed.json()).toMatchObject({ code: 'BODY_TOO_LARGE' });
  });

  it('because it is too large is answered while it is still sent, and the connection stays', async () => {
    const length = 1024 * 1024;
    const socket = connect(api.port, '127.0.0.1');
    socket.setTimeout(SILENCE_MS_MAX, () => socket.destroy(new Error('silent')));
    const answers = (async function* (): AsyncGenerator<string> {
      for await (const chunk of socket) yield String(chunk);
    })();
    const token = await api.token(ANNA);
    socket.write(
      'POST /api/v1/discharges HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n' +
        `Authorization: Bearer ${token}\r\nContent-Length: ${length}\r\n\r\n`,
    );
    expect((await answers.next()).value).toMatch(/^HTTP\/1\.1 413 [\s\S]*BODY_TOO_LARGE/);
    socket.write('x'.repeat(length) + get('/health/live') + close);
    expect((await answers.next()).value).toMatch(/^HTTP\/1\.1 200 /);
    socket.destroy();
  });

  it('because a header stands twice gets 400', async () => {
    const { status, body } = await raw(
      api.port,
      'POST /api/v1/discharges HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n' +
        `Authorization: Bearer ${await api.token(ANNA)}\r\nContent-Length: 2\r\n` +
        `Idempotency-Key: a\r\nIdempotency-Key: b\r\n${close}{}`,
    );
    expect({ status, body }).toMatchObject({ status: 400, body: { code: 'MALFORMED_REQUEST' } });
  });

  it('leaves nothing behind, not even a line in the access log', async () => {
    expect(await contentsOf(api.county.databaseUrl)).toEqual(before);
    expect((await api.get('/health/live')).status).toBe(200);
    expect(api.log.join('')).not.toMatch(/hemlig/i);
  });
});
