import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describeWith } from '@hemgang/testing';
import { postOnce } from '@hemgang/webhooks';
import { Authority, type Certificate } from '../e2e/certificates.fixture';

describeWith('openssl', 'the certificate of a webhook’s receiver', () => {
  let authority: Authority;
  const servers: Server[] = [];
  let hits = 0;

  beforeAll(() => {
    authority = Authority.make();
  });

  afterAll(() => {
    servers.forEach((server) => server.close());
    authority.remove();
  });

  async function listen({ certificate, key }: Certificate): Promise<string> {
    const server = createServer({ cert: certificate, key }, (_request, response) => {
      hits += 1;
      response.end();
    });
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `https://localhost:${(server.address() as AddressInfo).port}/`;
  }

  it('is believed only when somebody vouches for it and it is its own', async () => {
    const ca = readFileSync(authority.certificateFile, 'utf8');
    const [own, others] = [
      await listen(authority.certify('DNS:localhost')),
      await listen(authority.certify('DNS:system.example')),
    ];
    const refused = { outcome: 'certificate', status: null };
    expect(await postOnce(own, '{}', {}, { mode: 'demo' })).toEqual(refused);
    expect(await postOnce(others, '{}', {}, { mode: 'demo', ca })).toEqual(refused);
    expect(hits).toBe(0);
    expect(await postOnce(own, '{}', {}, { mode: 'demo', ca })).toMatchObject({ status: 200 });
    expect(hits).toBe(1);
  });
});
