import { ANNA, HELENA, MARIA } from '@hemgang/testing';
import { STREAMS_PER_SESSION_MAX } from '../../apps/api/stream/streams';
import { ApiServer } from './api-server.fixture';
import { StreamReader, type Sent } from './stream.fixture';

const PATH = '/api/v1/stream';

describe('the stream', () => {
  let api: ApiServer;
  const open: StreamReader[] = [];

  beforeAll(async () => {
    api = await ApiServer.start();
  });

  afterEach(() => {
    for (const reader of open.splice(0)) reader.close();
  });

  afterAll(() => api.stop());

  async function follow(user: string, lastEventId?: string): Promise<StreamReader> {
    const reader = await StreamReader.open(`${api.url}${PATH}`, {
      authorization: `Bearer ${await api.token(user)}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    });
    open.push(reader);
    return reader;
  }

  const news = (sent: readonly Sent[]) => sent.filter(({ event }) => event !== undefined);
  const versionOf = ({ data }: Sent) => (JSON.parse(data ?? '{}') as { version?: number }).version;

  /** Waits for the version and gives all that came; an admission may come with its notice. */
  const upTo = async (reader: StreamReader, version: number) =>
    news(await reader.until((all) => news(all).some((one) => versionOf(one) === version)));

  it('tells a party of every new version, in order, and nothing else', async () => {
    const reader = await follow(MARIA);
    expect(reader.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(reader.response.headers.get('cache-control')).toBe('no-store');
    const { id, version } = await api.told();
    for (const name of ['acknowledge', 'start-planning']) await api.county.give(id, name, MARIA);
    const sent = await upTo(reader, version + 2);
    expect(
      sent.slice(-3).map(({ event, data }) => [event, JSON.parse(data ?? '') as unknown]),
    ).toEqual([
      ['case', { caseId: id, version }],
      ['case', { caseId: id, version: version + 1 }],
      ['case', { caseId: id, version: version + 2 }],
    ]);
    expect(new Set(sent.map((one) => one.id)).size).toBe(sent.length);
  });

  it('tells a stranger nothing', async () => {
    const stranger = await follow(HELENA);
    const { id } = await api.told();
    const party = await follow(ANNA, '');
    await api.county.give(id, 'acknowledge', MARIA);
    await party.until((all) => news(all).length >= 1);
    expect(news(stranger.sent)).toEqual([]);
  });

  it('goes on after the last event that the reader has seen', async () => {
    const reader = await follow(MARIA);
    const { id, version } = await api.told();
    const last = (await upTo(reader, version)).at(-1);
    reader.close();
    await api.county.give(id, 'acknowledge', MARIA);
    const again = await upTo(await follow(MARIA, last?.id), version + 1);
    expect(again.map(versionOf)).toEqual([version + 1]);
  });

  it('goes on from where it began when nothing had come yet', async () => {
    const reader = await follow(MARIA);
    const [start] = await reader.until((all) => all.length >= 1);
    expect(start?.id).toMatch(/\S/);
    reader.close();
    const { id, version } = await api.told();
    const again = await upTo(await follow(MARIA, start?.id), version);
    expect(again.at(-1)?.data).toBe(JSON.stringify({ caseId: id, version }));
  });

  it('tells once that it does not know a cursor, and goes on from now', async () => {
    const reader = await follow(MARIA, 'x'.repeat(300));
    await reader.until((all) => news(all).length >= 1);
    const { id, version } = await api.told();
    const sent = await upTo(reader, version);
    expect(sent[0]).toMatchObject({ event: 'reset', data: '{}', id: expect.any(String) });
    expect(sent.slice(1).every(({ event }) => event === 'case')).toBe(true);
    expect(sent.at(-1)?.data).toBe(JSON.stringify({ caseId: id, version }));
  });

  it('ends with the session', async () => {
    const answer = await api.post('/api/v1/demo/sign-in', { user: ANNA });
    const { token } = answer.body as { token: string };
    const headers = { authorization: `Bearer ${token}` };
    const reader = await StreamReader.open(`${api.url}${PATH}`, headers);
    await api.send('POST', '/api/v1/sign-out', undefined, { headers });
    await reader.until(() => reader.hasEnded);
  });

  it('is open a few times per session, and makes place when one is closed', async () => {
    for (let n = 0; n < STREAMS_PER_SESSION_MAX; n += 1) {
      expect((await follow(MARIA)).response.status).toBe(200);
    }
    expect(await api.get(PATH, MARIA)).toMatchObject({ status: 429 });
    expect((await follow(ANNA)).response.status).toBe(200);
    open[0]?.close();
    const freed = async (): Promise<void> => {
      if ((await follow(MARIA)).response.status !== 200) await freed();
    };
    await freed();
  });

  it('answers HEAD and ends', async () => {
    const answer = await api.send('HEAD', PATH, undefined, { user: ANNA });
    expect(answer).toMatchObject({ status: 200, text: '' });
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  });

  it('is counted', async () => {
    await follow(ANNA);
    expect((await api.get('/metrics')).text).toMatch(/^hemgang_streams_open [1-9]/m);
  });
});
