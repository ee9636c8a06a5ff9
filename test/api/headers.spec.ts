import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ANNA, IS_FULL } from '@hemgang/testing';
import { webFiles, type WebFiles } from '../../apps/api/web/web-files';
import { ApiServer } from './api-server.fixture';
import { operationsOf, OWN_PAGE } from './operations.fixture';

/** What every answer says, whatever was asked for and whatever became of it. */
const STANDING = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-permitted-cross-domain-policies': 'none',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), ' +
    'magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
};

const DATA =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
  "object-src 'none'; sandbox";
const PAGE =
  "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

/** Tells what answers, and with what: nobody else needs to know. */
const TALKATIVE = ['server', 'x-powered-by', 'via', 'x-aspnet-version'];

const HTML = { accept: 'text/html' };

interface Shown {
  readonly status: number;
  readonly headers: Headers;
}

/** Asks and reads the head alone: a stream has no end. */
async function headOf(
  api: ApiServer,
  path: string,
  init: RequestInit & { readonly user?: string } = {},
): Promise<Shown> {
  const { user, ...rest } = init;
  const authorization =
    user === undefined ? {} : { authorization: `Bearer ${await api.token(user)}` };
  const answer = await fetch(`${api.url}${path}`, {
    redirect: 'manual',
    ...rest,
    headers: { ...authorization, ...(rest.headers as Record<string, string>) },
  });
  await answer.body?.cancel();
  return answer;
}

function expectStanding(name: string, { headers }: Shown, policy: string | RegExp): void {
  const seen = Object.fromEntries(Object.keys(STANDING).map((key) => [key, headers.get(key)]));
  expect([name, seen]).toEqual([name, STANDING]);
  const own = headers.get('content-security-policy') ?? '';
  expect([name, own]).toEqual([
    name,
    typeof policy === 'string' ? policy : expect.stringMatching(policy),
  ]);
  expect(own).not.toContain('unsafe');
  for (const promised of ["frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"]) {
    expect([name, own]).toEqual([name, expect.stringContaining(promised)]);
  }
  expect([name, headers.get('content-type') ?? 'none']).toEqual([
    name,
    expect.stringMatching(/^none$|; charset=utf-8$|^(?:image|font)\//i),
  ]);
  expect([name, TALKATIVE.filter((each) => headers.has(each))]).toEqual([name, []]);
}

describe('every answer', () => {
  let top: string;
  let api: ApiServer;

  beforeAll(async () => {
    top = mkdtempSync(join(tmpdir(), 'hemgang-headers-'));
    api = await ApiServer.start('demo', builtWeb(top));
  });

  afterAll(async () => {
    await api.stop();
    rmSync(top, { recursive: true });
  });

  it('of every operation has the headers that protect its reader, signed in or not', async () => {
    for (const [index, operation] of operationsOf(api.county.service).entries()) {
      const { method, path, template } = operation;
      if (template === '/api/v1/sign-out') continue;
      // The quick run asks every other operation as somebody, and the rest as a stranger.
      for (const user of IS_FULL ? [undefined, ANNA] : [index % 2 === 0 ? ANNA : undefined]) {
        const shown = await headOf(api, path, { method, ...(user === undefined ? {} : { user }) });
        const name = `${method} ${template} ${shown.status}`;
        expectStanding(name, shown, /^\/(start|experience)\//.test(template) ? PAGE : DATA);
        expect([name, shown.headers.get('cache-control')]).toEqual([name, 'no-store']);
      }
    }
  });

  it('of the pages and their files has them', async () => {
    for (const [path, status, cache] of [
      ['/', 200, 'no-cache'],
      ['/arenden/x', 200, 'no-cache'],
      ['/assets/app-1a2b.js', 200, 'public, max-age=31536000, immutable'],
      ['/assets/gone.js', 404, 'no-store'],
    ] as const) {
      const shown = await headOf(api, path);
      expect([path, shown.status]).toEqual([path, status]);
      expectStanding(path, shown, PAGE);
      expect([path, shown.headers.get('cache-control')]).toEqual([path, cache]);
    }
    const link = await headOf(api, '/start/nobody', { headers: HTML });
    expectStanding('/start', link, /^default-src 'none'; style-src 'sha256-[\w+/=]+'; /);
  });

  it('of the description for people has them, without unsafe-inline', async () => {
    for (const path of ['/api/docs', '/api/docs/', '/api/docs?url=x', '/api/docs/swagger-ui.css']) {
      expectStanding(path, await headOf(api, path), `${PAGE}; img-src 'self' data:`);
    }
    const { text } = await api.get('/api/docs');
    expect(text).not.toMatch(/<style|style=|<script>/);
  });

  it('that says no has them: 400, 401, 403, 404, 405, 413, 415, 422', async () => {
    const large = 'x'.repeat(300_000);
    const json = { 'content-type': 'application/json' };
    const asked: readonly (readonly [number, string, RequestInit & { user?: string }])[] = [
      [400, '/api/v1/discharges', { method: 'POST', user: ANNA, headers: json, body: '{' }],
      [400, '/api/v1/discharges/%E0%A4%A', { user: ANNA }],
      [401, '/api/v1/me', {}],
      [403, '/api/v1/sign-out', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } }],
      [404, '/api/v1/nothing', { user: ANNA }],
      [405, '/api/v1/me', { method: 'DELETE', user: ANNA }],
      [413, '/api/v1/discharges', { method: 'POST', user: ANNA, headers: json, body: large }],
      [415, '/api/v1/discharges', { method: 'POST', user: ANNA, body: 'x' }],
      [422, '/api/v1/discharges?limit=0', { user: ANNA }],
    ];
    for (const [status, path, init] of asked) {
      const shown = await headOf(api, path, init);
      expect([path, shown.status]).toEqual([path, status]);
      expectStanding(`${status} ${path}`, shown, DATA);
      expect(shown.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('to what never became a request has them', async () => {
    const head = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(api.port, '127.0.0.1', () => socket.write('nonsense\r\n\r\n'));
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.on('error', reject);
      socket.on('close', () => resolve(text.split('\r\n\r\n')[0] ?? ''));
    });
    const [, ...lines] = head.split('\r\n');
    const headers = new Headers(lines.map((line) => line.split(/: (.*)/s, 2) as [string, string]));
    expectStanding('broken', { status: 400, headers }, DATA);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('to signing out empties what the browser keeps of us', async () => {
    const { headers } = await api.post('/api/v1/demo/sign-in', { user: ANNA });
    const cookie = headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    const out = await api.send('POST', '/api/v1/sign-out', undefined, {
      headers: { cookie, ...OWN_PAGE },
    });
    expect(out.status).toBe(204);
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expectStanding('sign-out', out, DATA);
  });
});

describe('an installation that is reached over TLS', () => {
  let api: ApiServer;

  beforeAll(async () => {
    api = await ApiServer.start('demo', undefined, undefined, undefined, {
      limits: { perPerson: 0, perUnit: 0, perAddress: 0 },
      trustedProxies: ['loopback'],
      publicUrl: 'https://hemgang.example.se',
      securityContact: null,
    });
  });

  afterAll(() => api.stop());

  it('gives its cookies to TLS alone, also when the proxy forgets to say so', async () => {
    const { headers } = await api.post('/api/v1/demo/sign-in', { user: ANNA });
    const [name, ...attributes] = (headers.get('set-cookie') ?? '').split('; ');
    expect(name).toMatch(/^__Host-hemgang_session=[\w-]{43}$/);
    expect(attributes).toEqual(['Path=/', 'HttpOnly', 'SameSite=Lax', 'Secure']);
    const cookie = name ?? '';
    expect(await api.get('/api/v1/me', undefined, { cookie })).toMatchObject({ status: 200 });
    const plain = cookie.replace('__Host-', '');
    expect(await api.get('/api/v1/me', undefined, { cookie: plain })).toMatchObject({
      status: 401,
    });
  });

  it('knows its own pages by its public address', async () => {
    const { headers } = await api.post('/api/v1/demo/sign-in', { user: ANNA });
    const cookie = headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    const from = (origin: string) =>
      api.post('/api/v1/discharges', api.county.admission(), undefined, {
        ...{ cookie, origin, 'x-requested-with': 'hemgang' },
      });
    expect(await from('https://hemgang.example.se')).toMatchObject({ status: 201 });
    expect(await from('https://hemgang.example.se.evil.test')).toMatchObject({ status: 403 });
  });

  it('in production tells browsers to come by TLS alone', async () => {
    const production = await ApiServer.start('production');
    for (const path of ['/', '/api/v1/me', '/health/live', '/nothing']) {
      const { headers } = await production.get(path);
      expect([path, headers.get('strict-transport-security')]).toEqual([
        path,
        'max-age=63072000; includeSubDomains',
      ]);
    }
    await production.stop();
  });
});

/** A web app of two files. */
function builtWeb(top: string): WebFiles {
  const folder = join(top, 'apps', 'web', 'dist');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(top, 'package.json'), '{}');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Hemgång</title>');
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'export {};\n');
  return webFiles(join(folder, 'assets'));
}
