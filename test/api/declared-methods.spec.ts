import { request } from 'node:http';
import { ANNA, contentsOf, IS_FULL } from '@hemgang/testing';
import { ApiServer } from './api-server.fixture';
import { operationsOf } from './operations.fixture';

/** What HTTP and WebDAV know beside GET, HEAD and POST; `fetch` does not send all of them. */
const METHODS = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'MKCOL', 'LOCK'];

/** The quick run asks each address for TRACE and another one. */
const methodsAt = (index: number): readonly string[] =>
  IS_FULL ? METHODS : ['TRACE', METHODS.filter((each) => each !== 'TRACE')[index % 7] ?? ''];

describe('an address', () => {
  let api: ApiServer;

  beforeAll(async () => {
    api = await ApiServer.start();
  });

  afterAll(() => api.stop());

  /** By Node's own client, which sends any method. */
  const ask = (method: string, path: string, token: string) =>
    new Promise<{ status: number; allow: string; text: string }>((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, 'x-secret': 'hemligt' };
      request(`${api.url}${path}`, { method, headers }, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, allow: answer.headers.allow ?? '', text }),
        );
      })
        .on('error', reject)
        .end();
    });

  it('takes only the methods that the description declares, and names them', async () => {
    const token = await api.token(ANNA);
    const before = await contentsOf(api.county.databaseUrl);
    const operations = operationsOf(api.county.service);
    const addresses = new Map(operations.map((each) => [each.path, each.template]));
    for (const [index, [path, template]] of [...addresses].entries()) {
      const declared = operations.filter((each) => each.path === path).map(({ method }) => method);
      for (const method of methodsAt(index)) {
        if (declared.includes(method)) continue;
        const { status, allow, text } = await ask(method, path, token);
        expect([method, template, status]).toEqual([method, template, 405]);
        for (const one of declared) expect(allow.split(', ')).toContain(one);
        expect(text).toContain('METHOD_NOT_ALLOWED');
        // TRACE would send the headers back, cookies and tokens among them.
        expect(text).not.toContain('hemligt');
      }
    }
    expect(await contentsOf(api.county.databaseUrl)).toEqual(before);
  });

  it('of a page takes no other method either', async () => {
    const token = await api.token(ANNA);
    for (const path of ['/', '/arenden', '/assets/x.js']) {
      for (const method of [...METHODS, 'POST']) {
        const { status } = await ask(method, path, token);
        expect([method, path, status]).toEqual([method, path, 404]);
      }
    }
  });

  it('is no way to somewhere else: CONNECT gets no tunnel', async () => {
    const answered = await new Promise<string>((resolve) => {
      const asked = request({
        port: api.port,
        host: '127.0.0.1',
        method: 'CONNECT',
        path: 'x:443',
      });
      asked.on('connect', ({ statusCode }) => resolve(`tunnel ${statusCode}`));
      asked.on('response', ({ statusCode }) => resolve(`answer ${statusCode}`));
      asked.on('error', () => resolve('closed'));
      asked.end();
    });
    expect(answered).not.toBe('tunnel 200');
  });
});
