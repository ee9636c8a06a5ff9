import { once } from 'node:events';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as fc from 'fast-check';
import { retryAfterMs } from './back-off';
import { urlFault } from './endpoint-url';
import { pinnedTo } from './pinned-to';
import { postOnce } from './post';
import { isPublicAddress } from './public-address';

/** Nobody's on the open net, each for another reason. */
const CLOSED = [
  ...['127.0.0.1', '127.8.9.1', '0.0.0.0', '10.0.0.1', '172.16.0.1', '172.31.255.255'],
  ...['192.168.1.1', '169.254.169.254', '100.64.0.1', '100.100.100.200', '100.127.255.255'],
  ...['168.63.129.16', '192.0.0.192', '192.0.2.1', '198.18.0.1', '198.51.100.7', '203.0.113.9'],
  ...['224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255', '192.88.99.1'],
  ...['::', '::1', '::ffff:8.8.8.8', '::ffff:10.0.0.1', '::ffff:7f00:1', '::8.8.8.8'],
  ...['fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'fec0::1', 'ff02::1'],
  ...['64:ff9b::a9fe:a9fe', '64:ff9b:1::1', '100::1', '2001::1', '2001:10::1', '2001:db8::1'],
  ...['2002:7f00:1::', '2002:a9fe:a9fe::1', '3fff::1', '5f00::1', 'localhost', '', '1.2.3'],
];

const OPEN = [
  ...['8.8.8.8', '1.1.1.1', '172.15.255.255', '172.32.0.1', '100.63.255.255', '100.128.0.1'],
  ...['192.167.1.1', '193.10.0.1', '223.255.255.255', '2001:4860:4860::8888', '2a00:1450::1'],
];

const NOBODY_PRODUCTION = [
  ...['http://system.example/', 'ftp://system.example/', 'file:///etc/passwd', 'system.example'],
  ...['https://system.example:22/', 'https://system.example:5432/', 'https://localhost/'],
  ...['https://localhost:8443/', 'https://127.0.0.1/', 'https://0x7f.1/', 'https://2130706433/'],
  ...['https://127.1/', 'https://[::1]/', 'https://[::ffff:10.0.0.1]/', 'https://8.8.8.8/'],
  ...['https://intranet/', 'https://localhost./', 'https://user:secret@system.example/'],
  ...['https://user@system.example/', 'https://system.example/#part', 'https://ex ample.se/'],
];

describe('where nothing is sent', () => {
  it.each(CLOSED)('%s is nobody’s on the open net', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(OPEN)('%s is somebody’s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it('is whatever stands for an IPv4 address that is written as IPv6', () => {
    const part = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(part, part, part, part, (...parts) => {
        expect(isPublicAddress(`::ffff:${parts.join('.')}`)).toBe(false);
      }),
    );
  });

  it.each(NOBODY_PRODUCTION)('%s is refused in production', (url) => {
    expect(urlFault(url, 'production')).not.toBeNull();
  });

  it.each(['https://system.example/hook?x=1', 'https://system.example:8443/', 'https://a.b./'])(
    '%s is taken',
    (url) => {
      expect(urlFault(url, 'production')).toBeNull();
    },
  );

  it('is this machine, except for the developer’s in a demo', async () => {
    expect(urlFault('http://localhost:4000/', 'demo')).toBeNull();
    expect(urlFault('http://127.0.0.1:4000/', 'demo')).toBeNull();
    expect(urlFault('http://10.0.0.1:4000/', 'demo')).toBe('not_https');
    expect(urlFault('https://10.0.0.1/', 'demo')).toBe('named_host');
    const tried = await postOnce('http://localhost:4000/', '{}', {}, { mode: 'production' });
    expect(tried).toEqual({ outcome: 'url', status: null });
  });
});

describe('a try', () => {
  const servers: Server[] = [];

  afterAll(() => servers.forEach((server) => server.close()));

  async function listen(server: Server): Promise<number> {
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  const answering = () => createServer((_request, response) => void response.end());

  it.each(CLOSED.filter((each) => /[.:]/.test(each) && !each.includes('%')))(
    'goes nowhere when the name stands for %s, alone or beside somebody outside',
    async (address) => {
      for (const all of [[address], ['8.8.8.8', address]]) {
        const tried = await postOnce(
          'https://system.example/',
          '{}',
          {},
          { mode: 'production', resolve: () => Promise.resolve(all) },
        );
        expect(tried).toEqual({ outcome: 'address', status: null });
      }
    },
  );

  it('ends when the name stands for nobody, or its resolver does not answer', async () => {
    const settings = { mode: 'production', answerMsMax: 50 } as const;
    const nobody = () => Promise.reject(new Error('ENOTFOUND'));
    const silent = () => new Promise<never>(() => undefined);
    const ask = (resolve: () => Promise<readonly string[]>) =>
      postOnce('https://system.example/', '{}', {}, { ...settings, resolve });
    expect(await ask(nobody)).toEqual({ outcome: 'name', status: null });
    expect(await ask(silent)).toEqual({ outcome: 'timeout', status: null });
  });

  it('is made to the address that was looked at, whatever the name stands for meanwhile', async () => {
    const port = await listen(answering());
    const asked = httpRequest(`http://changed-meanwhile.example:${port}/`, {
      lookup: pinnedTo('127.0.0.1'),
    });
    asked.end();
    const [answer] = (await once(asked, 'response')) as [{ statusCode: number }];
    expect(answer.statusCode).toBe(200);
  });

  it('asks what the name stands for once', async () => {
    let questions = 0;
    const resolve = () => {
      questions += 1;
      return Promise.resolve(questions === 1 ? ['10.0.0.1'] : ['8.8.8.8']);
    };
    await postOnce('https://system.example/', '{}', {}, { mode: 'production', resolve });
    expect(questions).toBe(1);
  });
});

describe('the waits between tries', () => {
  it('double from half a minute to an hour, a quarter more or less', () => {
    const middle = Array.from({ length: 10 }, (_, n) => retryAfterMs(n + 1, 0.5) / 1_000);
    expect(middle).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600]);
    expect([retryAfterMs(1, 0), retryAfterMs(1, 1)]).toEqual([22_500, 37_500]);
    expect(retryAfterMs(100_000, 0.5)).toBe(3_600_000);
  });
});
