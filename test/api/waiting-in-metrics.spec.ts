import type { WebhookChanged } from '@hemgang/cases';
import { HOUR_MS, plusMs, type Instant } from '@hemgang/kernel';
import { ANNA, PETER, query } from '@hemgang/testing';
import { ApiServer } from './api-server.fixture';
import { stepUpEverybody } from './foreign-ids.fixture';
import { sendingOf, storeNotices, WebhookReceiver } from './webhook-receiver.fixture';

const DAY_MS = 24 * HOUR_MS;

describe('what waits, was sent, or was laid aside', () => {
  let api: ApiServer;

  beforeAll(async () => {
    api = await ApiServer.start();
  });

  afterAll(() => api.stop());

  it('is counted in the metrics: rows of the outbox', async () => {
    const { outbox, clock } = api.county.service;
    await api.told();
    await api.told();
    const [row] = await outbox.claim(1, clock.now());
    await outbox.park([row?.id ?? 0], 'Error', clock.now());
    const { text } = await api.get('/metrics');
    expect(text).toMatch(/^hemgang_outbox_waiting 1$/m);
    expect(text).toMatch(/^hemgang_outbox_parked 1$/m);
  });

  it('is counted in the metrics: e-mails and SMS, what has left for the last day alone', async () => {
    const now = api.county.service.clock.now();
    const add = (key: string, status: string, at: Instant, sentAt: Instant | null) =>
      query(
        api.county.databaseUrl,
        `with added as (
           insert into deliveries (key, notice, case_id, unit, staff, channel, acute, status,
                                   created_at, send_at)
           values ($1, 1, gen_random_uuid(), 'u', 's', 'mail', false, $2, $3, $3)
           returning id, case_id)
         insert into delivery_events (delivery, case_id, kind, at)
         select id, case_id, 'sent', $4::timestamptz from added where $4 is not null`,
        [key, status, at, sentAt],
      );
    const before = plusMs(now, -2 * HOUR_MS);
    await add('waits', 'queued', before, null);
    await add('left', 'sent', before, before);
    await add('left long ago', 'sent', before, plusMs(now, -25 * HOUR_MS));
    await add('failed', 'failed', before, null);
    await add('held 1', 'held', before, null);
    await add('held 2', 'held', before, null);
    const { text } = await api.get('/metrics');
    const figures = { queued: 1, sent: 1, failed: 1, held: 2 };
    for (const [word, count] of Object.entries(figures)) {
      expect(text).toMatch(new RegExp(`^hemgang_deliveries_${word} ${count}$`, 'm'));
    }
    const oldest = /^hemgang_deliveries_oldest_due_seconds (\S+)$/m.exec(text)?.[1];
    expect(Math.floor(Number(oldest) / 3_600)).toBe(2);
  });

  it('is counted in the metrics: what systems are told of duties, forgotten after a month', async () => {
    const { county } = api;
    const { service } = county;
    const receiver = await WebhookReceiver.start();
    const sending = sendingOf(service, []);
    const sendAll = async (): Promise<void> => {
      while ((await sending.begin()) > 0) await sending.quiet();
    };
    const counted = async (word: string): Promise<string | undefined> => {
      const { text } = await api.get('/metrics');
      return new RegExp(`^hemgang_webhooks_${word} (\\S+)$`, 'm').exec(text)?.[1];
    };
    try {
      await county.openAtAllHours();
      await api.token(PETER);
      await stepUpEverybody(county);
      const wish = { url: receiver.url, kinds: ['duty.closed', 'duty.reminded'] };
      const { body } = await api.post('/api/v1/webhooks', wish, PETER);
      const { secret } = body as WebhookChanged;
      await storeNotices(service);
      const { caseId } = await county.told();
      await service.advanceClock(21 * HOUR_MS);
      const due = await service.timers.due(service.clock.now(), 100);
      for (const timer of due.filter((each) => each.caseId === caseId)) {
        await service.reminders.fireAll([timer]);
      }
      await storeNotices(service);
      await county.give(caseId, 'register-death', ANNA);
      await storeNotices(service);
      await sendAll();
      const told = receiver.verified(secret ?? '').filter(({ subject }) => subject === caseId);
      const ofKind = (kind: string) =>
        told.filter(({ type }) => type === `se.hemgang.duty.${kind}`);
      expect(ofKind('reminded').map(({ data }) => [data['entry'], data['dutyKind']])).toEqual([
        ['soon', 'kvittens'],
        ['soon', 'svar'],
      ]);
      expect(ofKind('closed').map(({ data }) => data['dutyKind'])).toEqual(
        expect.arrayContaining(['kvittens', 'svar']),
      );
      expect(await counted('sent')).toBe(String(receiver.received.length));
      expect([await counted('waiting'), await counted('dead')]).toEqual(['0', '0']);
      await service.advanceClock(29 * DAY_MS);
      await sending.forget();
      expect(await counted('sent')).toBe(String(receiver.received.length));
      await service.advanceClock(2 * DAY_MS);
      await sending.forget();
      expect(await counted('sent')).toBe('0');
    } finally {
      await receiver.goAway();
    }
  });
});
