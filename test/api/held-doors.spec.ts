import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { ANNA, contentsOf } from '@hemgang/testing';
import { HEADERS_MS_MAX, LOOK_MS } from '../../apps/api/edge/http-server';
import { ApiServer } from './api-server.fixture';

/** So many doors are held at once. */
const HOLDERS = 100;

/** How often a slow caller sends the next bit. */
const DRIP_MS = 200;

/** The limit, the time until it is looked at, and busy cores. */
const CLOSED_WITHIN_MS = HEADERS_MS_MAX + LOOK_MS + 5_000;

/** A caller that sends one letter at a time and never comes to an end (slow-loris). */
class SlowCaller {
  text = '';
  readonly closed: Promise<number>;
  private readonly drip: NodeJS.Timeout;

  constructor(
    readonly socket: Socket,
    start: string,
  ) {
    const since = performance.now();
    socket.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    // Writing to a door that has just been shut is what these callers do.
    socket.on('error', () => undefined);
    socket.write(start);
    this.drip = setInterval(() => socket.write('x'), DRIP_MS);
    this.closed = once(socket, 'close').then(() => {
      clearInterval(this.drip);
      return performance.now() - since;
    });
  }

  hangUp(): void {
    clearInterval(this.drip);
    this.socket.destroy();
  }
}

describe('callers who hold the door', () => {
  let api: ApiServer;

  beforeAll(async () => {
    api = await ApiServer.start();
    await api.token(ANNA);
  });

  afterAll(() => api.stop());

  it('are shown out when their headers do not end, and others are served meanwhile', async () => {
    const before = await contentsOf(api.county.databaseUrl, 'access_log', 'sessions');
    const callers = Array.from(
      { length: HOLDERS },
      () =>
        new SlowCaller(
          connect(api.port, '127.0.0.1'),
          'GET /api/v1/me HTTP/1.1\r\nHost: x\r\nX-Slow: ',
        ),
    );
    for (let n = 0; n < 10; n += 1) {
      expect(await api.get('/api/v1/me', ANNA)).toMatchObject({ status: 200 });
    }
    for (const caller of callers) {
      expect(await caller.closed).toBeLessThan(CLOSED_WITHIN_MS);
      expect(caller.text).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"MALFORMED_REQUEST"/);
    }
    expect(await api.get('/api/v1/me', ANNA)).toMatchObject({ status: 200 });
    expect(await contentsOf(api.county.databaseUrl, 'access_log', 'sessions')).toEqual(before);
  });

  it('without a session learn at once that their body is not waited for', async () => {
    const caller = new SlowCaller(
      connect(api.port, '127.0.0.1'),
      'POST /api/v1/discharges HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n' +
        'Content-Length: 200000\r\nConnection: close\r\n\r\n',
    );
    await once(caller.socket, 'data');
    expect(caller.text).toMatch(/^HTTP\/1\.1 401 /);
    caller.hangUp();
  });

  it('with headers that are too many are refused', async () => {
    const socket = connect(api.port, '127.0.0.1');
    const lines = Array.from({ length: 400 }, (_, n) => `X-${n}: ${'x'.repeat(50)}`);
    socket.write(`GET /health/live HTTP/1.1\r\nHost: x\r\n${lines.join('\r\n')}\r\n\r\n`);
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    expect(chunk.toString()).toMatch(/^HTTP\/1\.1 400 /);
    socket.destroy();
  });
});
