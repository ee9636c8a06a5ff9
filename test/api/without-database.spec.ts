import { randomUUID } from 'node:crypto';
import { ANNA, contentsOf, query } from '@hemgang/testing';
import { ApiServer, caseOf, type Answer } from './api-server.fixture';
import { CutConnection } from './cut-connection.fixture';

/** The pool makes new connections at once; this is for a busy machine. */
const BACK_WITHIN_MS = 10_000;

const cases = '/api/v1/discharges';

describe('without its database the API', () => {
  let api: ApiServer;
  let connection: CutConnection;

  beforeAll(async () => {
    api = await ApiServer.start('demo', undefined, async (url) => {
      connection = await CutConnection.to(url);
      return connection.url;
    });
    await api.token(ANNA);
  });

  afterAll(async () => {
    await api.stop();
    await connection.cut();
  });

  function expectAway({ status, headers, body }: Answer): void {
    expect(body).toMatchObject({ code: 'UNAVAILABLE' });
    expect(status).toBe(503);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(headers.get('retry-after')).toBe('5');
  }

  async function untilBack(): Promise<void> {
    const end = performance.now() + BACK_WITHIN_MS;
    while ((await api.get('/api/v1/me', ANNA)).status !== 200) {
      if (performance.now() > end) throw new Error('it did not come back');
    }
  }

  it('says so, lives, writes nothing, and comes back by itself', async () => {
    await untilBack();
    const before = await contentsOf(api.county.databaseUrl);
    await connection.cut();
    expectAway(await api.get('/api/v1/me', ANNA));
    expectAway(await api.get(cases, ANNA));
    expectAway(await api.post(cases, api.county.admission(), ANNA));
    expectAway(await api.get('/api/v1/stream', ANNA));
    expectAway(await api.get('/health/ready'));
    expect(await api.get('/health/live')).toMatchObject({ status: 200 });
    expect(await api.get('/metrics')).toMatchObject({ status: 200 });
    expect(await contentsOf(api.county.databaseUrl)).toEqual(before);
    await connection.mend();
    await untilBack();
  });

  it('is not ready after a restore, before what was erased since the backup is erased again', async () => {
    const { databaseUrl, service } = api.county;
    await service.seeding.record({ done: 1, total: 1, finishedAt: service.clock.now() });
    expect(await api.get('/health/ready')).toMatchObject({ status: 200 });
    const [noted] = await query<{ id: string }>(
      databaseUrl,
      'select erased_on as id from timeline',
    );
    await query(databaseUrl, `update timeline set erased_on = 'elsewhere/00000001'`);
    const answer = await api.get('/health/ready');
    await query(databaseUrl, 'update timeline set erased_on = $1', [noted?.id]);
    expect(answer).toMatchObject({ status: 503, body: { erasuresAwaited: true } });
  });

  it('leaves no doubt that the same key cannot clear up', async () => {
    const answers: Answer[] = [];
    const key = { 'idempotency-key': randomUUID() };
    const body = api.county.admission();
    const sending = api.post(cases, body, ANNA, key).then((answer) => answers.push(answer));
    await connection.cut();
    await sending;
    await connection.mend();
    await untilBack();
    expect([201, 503]).toContain(answers[0]?.status);
    const id = caseOf(await api.post(cases, body, ANNA, key)).id;
    const again = await api.post(cases, body, ANNA, key);
    expect(caseOf(again).id).toBe(id);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });
});
