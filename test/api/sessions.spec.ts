import { setTimeout as pause } from 'node:timers/promises';
import { DEMO_COUNTY } from '@hemgang/demo';
import { ANNA, PETER, query, SUSANNE } from '@hemgang/testing';
import { ApiServer } from './api-server.fixture';

const KARIN = 'karin-nyberg-nus-medicin-2';
const KARIN_AT_3 = 'karin-nyberg-nus-medicin-3';
const SWITCH = '/api/v1/me/assignment';
/** The bell rings at once; a heartbeat would take fifteen seconds. */
const SOON_MS = 5_000;

describe('a running session', () => {
  let api: ApiServer;

  beforeAll(async () => {
    api = await ApiServer.start();
  });

  afterAll(() => api.stop());

  async function signedIn(user: string): Promise<string> {
    const { body } = await api.post('/api/v1/demo/sign-in', { user });
    return (body as { readonly token: string }).token;
  }

  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const me = (token: string) => api.get('/api/v1/me', undefined, bearer(token));
  const switchTo = (token: string, assignment: string) =>
    api.post(SWITCH, { assignment }, undefined, bearer(token));

  /** Settles when the stream of the session has ended. */
  async function streamOf(token: string): Promise<Promise<'ended' | 'open'>> {
    const answer = await fetch(`${api.url}/api/v1/stream`, { headers: bearer(token) });
    const read = async (): Promise<'ended'> => {
      for await (const part of answer.body ?? []) void part;
      return 'ended';
    };
    return Promise.race([read(), pause(SOON_MS, 'open' as const, { ref: false })]);
  }

  /** A promise in a promise would be waited for. */
  const watched = (token: string) => streamOf(token);

  it('goes over to another of her assignments under a new token, and only to hers', async () => {
    const token = await signedIn(KARIN);
    expect((await me(token)).body).toMatchObject({
      assignments: [{ id: KARIN }, { id: KARIN_AT_3 }],
    });
    for (const stranger of [ANNA, 'nobody']) {
      expect(await switchTo(token, stranger)).toMatchObject({ status: 422 });
    }
    const { status, body } = await switchTo(token, KARIN_AT_3);
    const next = (body as { readonly token: string }).token;
    expect([status, next === token]).toEqual([200, false]);
    expect(await me(token)).toMatchObject({ status: 401 });
    expect(await switchTo(token, KARIN)).toMatchObject({ status: 401 });
    expect((await me(next)).body).toMatchObject({ id: KARIN_AT_3, steppedUpUntil: null });
  });

  it('is ended by an administrator of the controller, with a line in the access log', async () => {
    const peter = await signedIn(PETER);
    const susanne = await signedIn(SUSANNE);
    const victim = await signedIn('maria-forsberg-umea-bistand-norr');
    const { body } = await api.get('/api/v1/sessions', undefined, bearer(peter));
    const lines = (body as { items: { id: number; assignment: string }[] }).items;
    const mine = lines.find(({ assignment }) => assignment.startsWith('maria-forsberg'));
    const end = (token: string) =>
      api.post(`/api/v1/sessions/${mine?.id ?? 0}/end`, {}, undefined, bearer(token));
    expect(await end(await signedIn(ANNA))).toMatchObject({ status: 403 });
    expect(await end(susanne)).toMatchObject({ status: 404 });
    expect(await me(victim)).toMatchObject({ status: 200 });
    const stream = watched(victim);
    expect(await end(peter)).toMatchObject({ status: 204 });
    expect(await me(victim)).toMatchObject({ status: 401 });
    expect(await stream).toBe('ended');
    const log = await query(
      api.county.databaseUrl,
      `select staff from access_log where action = 'end-session:${mine?.id ?? 0}' order by id`,
    );
    expect(log).toEqual([{ staff: 'susanne-agren' }, { staff: 'peter-holmlund' }]);
  });

  it('leads to nobody as soon as the assignment is gone, open streams too', async () => {
    const token = await signedIn(KARIN);
    const stream = watched(token);
    await pause(100);
    const assignments = DEMO_COUNTY.assignments.filter(({ id }) => id !== KARIN);
    await api.county.service.replaceDirectory({ ...DEMO_COUNTY, assignments });
    expect(await me(token)).toMatchObject({ status: 401 });
    expect(await stream).toBe('ended');
    await api.county.service.replaceDirectory(DEMO_COUNTY);
  });

  it('ends when nobody has used it, and an open stream is no use', async () => {
    const token = await signedIn(ANNA);
    const back = async (minutes: number) =>
      query(
        api.county.databaseUrl,
        `update sessions set last_used_at = last_used_at - interval '${minutes} minutes'`,
      );
    await back(29);
    expect(await me(token)).toMatchObject({ status: 200 });
    await back(29);
    expect(await me(token)).toMatchObject({ status: 200 });
    await back(20);
    const byItself = { ...bearer(token), 'hemgang-background': '1' };
    expect(await api.get('/api/v1/me', undefined, byItself)).toMatchObject({ status: 200 });
    await back(11);
    expect(await me(token)).toMatchObject({ status: 401 });
    await back(31);
    expect(await me(token)).toMatchObject({ status: 401 });
  });
});
