import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessSettings, type AccessSettings } from '@hemgang/access';
import { devIssuer } from '@hemgang/dev-services';
import { ANNA, MARIA } from '@hemgang/testing';
import { devProvider } from '../../apps/dev-idp/dev-provider';
import { ApiServer } from './api-server.fixture';

const PUBLIC = 'http://hemgang.test';

/** What a browser does with redirects and cookies. */
class Browser {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly api: string) {}

  async go(address: string, form?: Record<string, string>): Promise<Response> {
    const url = address.replace(PUBLIC, this.api);
    const { host } = new URL(url);
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: this.cookies.get(host) ?? '' },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    const kept = answer.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '');
    this.cookies.set(host, [...kept, this.cookies.get(host) ?? ''].join('; '));
    return answer;
  }

  async follow(from: Response, base: string): Promise<Response> {
    return this.go(new URL(from.headers.get('location') ?? '', base).href);
  }
}

describe('the development identity provider', () => {
  let api: ApiServer;
  let idp: string;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hemgang-dev-idp-'));
    const told = await devIssuer(folder, PUBLIC);
    const file = told['ISSUERS_FILE'] ?? '';
    expect(readFileSync(file, 'utf8')).toContain('"issuers"');
    const config = { publicUrl: PUBLIC, issuersFile: file, mode: 'demo' as const };
    const settings = accessSettings({ ...config, sessionIdleMinutes: 30, sessionMinutesMax: 600 });
    const access = settings as AccessSettings;
    const [issuer] = access.issuers;
    idp = issuer?.url ?? '';
    const handle = await devProvider(issuer!, PUBLIC);
    const server = createServer((request, response) => void handle(request, response));
    await once(server.listen(Number(new URL(idp).port)), 'listening');
    api = await ApiServer.start('demo', undefined, undefined, access);
    stop = async () => {
      await api.stop();
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true });
    };
  });

  afterAll(() => stop());

  it.each([
    [ANNA, 'care'],
    [MARIA, 'social-services'],
  ])('brings %s in by a real round trip', async (user, purpose) => {
    const browser = new Browser(api.url);
    const sent = await browser.go(`${api.url}/api/v1/sign-in/dev`);
    const asked = await browser.follow(sent, api.url);
    const page = new URL(asked.headers.get('location') ?? '', idp).href;
    expect(await (await browser.go(page)).text()).toContain(user);
    const chosen = await browser.go(page, { account: user });
    const resumed = await browser.follow(chosen, idp);
    const back = await browser.follow(resumed, idp);
    expect([back.status, back.headers.get('location')]).toEqual([303, '/']);
    const me = await browser.go(`${api.url}/api/v1/me`);
    expect(await me.json()).toMatchObject({ id: user, purpose, issuer: 'dev' });
  });
});
