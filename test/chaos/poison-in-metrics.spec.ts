import { ApiServer } from '../api/api-server.fixture';

describe('outbox rows that wait or were laid aside', () => {
  let api: ApiServer;

  beforeAll(async () => {
    api = await ApiServer.start();
  });

  afterAll(() => api.stop());

  it('are counted in the metrics', async () => {
    const { outbox, clock } = api.county.service;
    await api.told();
    await api.told();
    const [row] = await outbox.claim(1, clock.now());
    await outbox.park([row?.id ?? 0], 'Error', clock.now());
    const { text } = await api.get('/metrics');
    expect(text).toMatch(/^hemgang_outbox_waiting 1$/m);
    expect(text).toMatch(/^hemgang_outbox_parked 1$/m);
  });
});
