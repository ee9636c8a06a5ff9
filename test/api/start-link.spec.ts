import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, MARIA } from '@hemgang/testing';
import { ApiServer } from './api-server.fixture';

const HTML = { accept: 'text/html,application/xhtml+xml' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('a one-time link over HTTP', () => {
  let api: ApiServer;

  beforeAll(async () => {
    api = await ApiServer.start();
  });

  afterAll(() => api.stop());

  /** The address that Maria sends on, of a patient who has left. */
  const link = async (): Promise<string> => {
    const { county } = api;
    const { caseId } = await county.told();
    const judgedAt = county.service.clock.now();
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    await county.give(caseId, 'plan-start', MARIA, { startAt: plusMs(judgedAt, HOUR_MS) });
    await county.give(caseId, 'discharge', ANNA);
    const { view } = await county.give(caseId, 'create-start-link', MARIA);
    return view.handovers[0]?.startLink?.path ?? '';
  };
  const form = (path: string, fields: Record<string, string>, headers = {}) =>
    api.send('POST', path, new URLSearchParams(fields).toString(), {
      headers: { ...HTML, ...FORM, ...headers },
    });

  it('shows a page with three buttons and nothing of the patient, to anybody', async () => {
    const answer = await api.send('GET', await link(), undefined, { headers: HTML });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const page = answer.text;
    for (const button of ['Hjälpen har kommit igång', 'Ingen hemma', 'Vi kommer senare']) {
      expect(page).toMatch(new RegExp(`<button>\\s*${button}\\s*</button>`));
    }
    expect(page).toMatch(/<html lang="sv"\s*>/);
  });

  it('speaks English to who reads English', async () => {
    const headers = { ...HTML, 'accept-language': 'en' };
    const answer = await api.send('GET', await link(), undefined, { headers });
    expect(answer.text).toMatch(/<button>\s*Nobody at home\s*<\/button>/);
    expect(answer.text).toMatch(/<html lang="en"\s*>/);
  });

  it('takes a button once, and says so; a second time it says that the link is spent', async () => {
    const path = await link();
    const first = await form(path, { outcome: 'started' });
    expect([first.status, first.text]).toEqual([200, expect.stringContaining('Tack')]);
    const before = await contentsOf(api.county.databaseUrl);
    const second = await form(path, { outcome: 'started' });
    expect([second.status, second.text]).toEqual([
      409,
      expect.stringContaining('Länken gäller inte längre'),
    ]);
    expect(await contentsOf(api.county.databaseUrl)).toEqual(before);
  });

  it('takes a new time as the clock in Sweden shows it', async () => {
    const path = await link();
    const answer = await form(path, { outcome: 'later', startAt: '2099-01-05T14:00' });
    expect(answer.status).toBe(200);
    const page = await api.county.service.views.cases('discharges', api.county.reader(MARIA), {
      cursor: null,
      limit: 1,
    });
    const id = 'items' in page ? (page.items[0]?.id ?? '') : '';
    expect((await api.get(`/api/v1/discharges/${id}`, MARIA)).body).toMatchObject({
      handovers: [{ plannedStart: '2099-01-05T13:00:00.000Z' }],
    });
  });

  it('answers a program in JSON, and refuses as everything else does', async () => {
    const path = await link();
    expect((await api.get(path)).body).toEqual({ expiresAt: expect.any(String) });
    expect((await api.post(path, { outcome: 'nobody' })).body).toMatchObject({
      code: 'PAYLOAD_INVALID',
    });
    expect((await api.post(path, { outcome: 'not-home' })).body).toEqual({
      at: expect.any(String),
    });
    expect((await api.post(path, { outcome: 'not-home' })).body).toMatchObject({
      status: 409,
      code: 'LINK_SPENT',
    });
    expect((await api.get('/start/somebody-elses')).body).toMatchObject({
      status: 404,
      code: 'LINK_NOT_FOUND',
    });
  });

  it('takes forms here and nowhere else', async () => {
    const answer = await api.send('POST', '/api/v1/discharges', 'a=b', {
      user: ANNA,
      headers: FORM,
    });
    expect(answer.status).toBe(415);
  });
});
