import { connect } from 'node:net';
import { once } from 'node:events';
import { ANNA, contentsOf } from '@hemgang/testing';
import { ApiServer } from './api-server.fixture';

/** A line that a caller would like to see in the log of others. */
const FORGED = '{"level":"info","msg":"sign-in: signed in","staff":"forged"}';

/** UTC with milliseconds and `Z`: lines of several machines can be laid side by side. */
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const KNOWN = ['level', 'time', 'app', 'pid', 'trace', 'method', 'route', 'status', 'ms', 'msg'];
const MORE = ['err', 'context', 'issuer', 'reason'];

describe('the log of the API', () => {
  let api: ApiServer;

  beforeAll(async () => {
    api = await ApiServer.start();
    await api.token(ANNA);
  });

  afterAll(() => api.stop());

  const lines = () => api.log.map((line) => JSON.parse(line) as Record<string, unknown>);

  it('cannot be written by a caller: each answer is one line, whatever was sent', async () => {
    const breaks = [`\n${FORGED}`, `\r\n${FORGED}`, `\u2028${FORGED}`, '\u001b[2J', '\u0000', '"}'];
    const before = api.log.length;
    let asked = 0;
    for (const harm of breaks) {
      const coded = encodeURIComponent(harm);
      await api.get(`/api/v1/${coded}`, ANNA);
      await api.get(`/api/v1/discharges?cursor=${coded}`, ANNA);
      await api.get('/api/v1/me', undefined, { authorization: `Bearer ${coded}` });
      await api.get('/api/v1/me', ANNA, { traceparent: `00-${coded}-00f067aa0ba902b7-01` });
      await api.get('/api/v1/me', ANNA, { 'accept-language': coded, 'user-agent': coded });
      await api.post('/api/v1/discharges', { patient: { name: harm }, [harm]: harm }, ANNA);
      await api.post('/api/v1/demo/sign-in', { user: harm });
      await api.get(`/api/v1/sign-in/${coded}/callback?state=${coded}&error=${coded}`);
      asked += 8;
    }
    const written = lines().slice(before);
    expect(written.filter(({ msg }) => msg === 'answered')).toHaveLength(asked);
    for (const line of api.log) expect(line.trimEnd()).not.toMatch(/[\n\r\u2028\u001b\u0000]/);
    expect(api.log.join('')).not.toMatch(/forged|%0A|\[2J/);
  });

  it('is not written by what never became a request', async () => {
    const before = api.log.length;
    const socket = connect(api.port, '127.0.0.1');
    socket.write(`GET / HTTP/1.1\r\nHost: x\r\nX: a\n${FORGED}\r\n\r\n`);
    await once(socket.resume(), 'close');
    expect(api.log.slice(before).join('')).not.toContain('forged');
  });

  it('tells when in UTC, what, where and in which trace; nothing else has a name there', async () => {
    await api.get('/api/v1/me', ANNA);
    await api.get('/api/v1/me');
    for (const line of lines()) {
      expect(line['time']).toEqual(expect.stringMatching(UTC));
      expect(line).toMatchObject({
        level: expect.any(String),
        app: 'api',
        msg: expect.any(String),
      });
      const names = Object.keys(line);
      expect(names.filter((name) => ![...KNOWN, ...MORE].includes(name))).toEqual([]);
    }
    const answered = lines().filter(({ msg }) => msg === 'answered');
    expect(answered.every(({ trace }) => /^[0-9a-f]{32}$/.test(String(trace)))).toBe(true);
  });

  it('tells of everybody who was turned away: 401, 403 and 429 are lines with their route', async () => {
    await api.get('/api/v1/duties');
    await api.post('/api/v1/discharges', {}, ANNA, { 'sec-fetch-site': 'cross-site' });
    expect(lines()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ status: 401, route: '/api/v1/duties' }),
        expect.objectContaining({ status: 403, route: '/api/v1/:type' }),
      ]),
    );
  });

  it('is no way into the database either', async () => {
    const before = await contentsOf(api.county.databaseUrl, 'access_log');
    const harm = "'; drop table cases; --";
    await api.get(`/api/v1/discharges/${encodeURIComponent(harm)}`, ANNA);
    await api.get(`/api/v1/discharges?cursor=${encodeURIComponent(harm)}`, ANNA);
    await api.post('/api/v1/demo/sign-in', { user: harm });
    expect(await contentsOf(api.county.databaseUrl, 'access_log')).toEqual(before);
  });
});
