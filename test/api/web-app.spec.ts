import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { webFiles } from '../../apps/api/web/web-files';
import { ApiServer } from './api-server.fixture';

const PAGE = '<!doctype html><title>Hemgång</title><script src="/assets/app-1a2b.js"></script>';
const SCRIPT = 'export {};\n';

describe('the web app', () => {
  let top: string;
  let api: ApiServer;

  beforeAll(async () => {
    top = mkdtempSync(join(tmpdir(), 'hemgang-web-'));
    const folder = join(top, 'apps', 'web', 'dist');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(top, 'package.json'), '{}');
    writeFileSync(join(top, 'secret.txt'), 'hemligt');
    writeFileSync(join(folder, 'index.html'), PAGE);
    writeFileSync(join(folder, 'assets', 'app-1a2b.js'), SCRIPT);
    api = await ApiServer.start('demo', webFiles(join(folder, 'assets')));
  });

  afterAll(async () => {
    await api.stop();
    rmSync(top, { recursive: true });
  });

  it.each(['/', '/arenden/00000000-0000-4000-8000-000000000000', '/att-gora?lage=sena'])(
    'answers %s with its page, which is asked for anew every time',
    async (path) => {
      const { status, headers, text } = await api.get(path);
      expect([status, text]).toEqual([200, PAGE]);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
    },
  );

  it('answers a file with a fingerprint in its name with what may be kept for ever', async () => {
    const { status, headers, text } = await api.get('/assets/app-1a2b.js');
    expect([status, text]).toEqual([200, SCRIPT]);
    expect(headers.get('content-type')).toMatch(/^(text|application)\/javascript/);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('does not answer a missing script with a page', async () => {
    expect(await api.get('/assets/app-old.js')).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    });
  });

  it.each(['/assets', '/assets/', '/assets/.'])('lists no folder: %s', async (path) => {
    const [answer, page] = [await api.get(path), await api.get('/')];
    expect(answer.status === 404 || answer.text === page.text).toBe(true);
  });

  it.each([
    '/..%2f..%2f..%2fsecret.txt',
    '/assets/..%2f..%2f..%2f..%2fsecret.txt',
    '/%2e%2e/secret.txt',
  ])('does not lead out of its folder: %s', async (path) => {
    expect((await api.get(path)).text).not.toContain('hemligt');
  });

  it('shows the description of the API to people, with nothing from afar', async () => {
    const page = await api.get('/api/docs');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Hemgång – API');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
    const files = [...page.text.matchAll(/(?:src|href)=["']([^"'#]+)["']/g)].map(
      (found) => found[1]!,
    );
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const { pathname, origin } = new URL(file, `${api.url}/api/docs`);
      expect(origin).toBe(api.url);
      expect(await api.get(pathname)).toMatchObject({ status: 200 });
    }
  });
});

describe('a web app that has not been built', () => {
  it('says so in plain words', async () => {
    const api = await ApiServer.start();
    const { status, headers, text } = await api.get('/');
    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text).toContain('npm run build');
    await api.stop();
  });
});
