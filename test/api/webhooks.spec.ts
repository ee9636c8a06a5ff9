import type { WebhookChanged } from '@hemgang/cases';
import { WebhookSending } from '@hemgang/cases';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, MARIA, PETER, query, SUSANNE, type Accepted } from '@hemgang/testing';
import { WEBHOOK_KINDS } from '@hemgang/webhooks';
import { ApiServer } from './api-server.fixture';
import { stepUpEverybody } from './foreign-ids.fixture';
import { WebhookReceiver, type Told } from './webhook-receiver.fixture';

const WEBHOOKS = '/api/v1/webhooks';
const ANSWER_MS_MAX = 400;

describe('signed webhooks', () => {
  let api: ApiServer;
  let receiver: WebhookReceiver;
  const receivers: WebhookReceiver[] = [];
  const logged: Readonly<Record<string, string | number>>[] = [];

  beforeAll(async () => {
    api = await ApiServer.start();
    for (const user of [PETER, SUSANNE]) await api.token(user);
    await stepUpEverybody(api.county);
  });

  beforeEach(async () => {
    logged.length = 0;
    receiver = await WebhookReceiver.start();
    receivers.push(receiver);
    await query(api.county.databaseUrl, 'delete from webhook_endpoints');
    await query(api.county.databaseUrl, 'delete from outbox');
  });

  afterAll(async () => {
    await Promise.all(receivers.map((each) => each.goAway()));
    await api.stop();
  });

  const sender = (): WebhookSending => {
    const { clock, programs } = api.county.service;
    return new WebhookSending(
      {
        ...{ store: programs.webhookStore, clock, realClock: { now: () => clock.realNow() } },
        ...{ source: 'urn:test', post: { mode: 'demo', answerMsMax: ANSWER_MS_MAX } },
        ...{ chance: () => 0.5, failed: (fields) => logged.push(fields) },
      },
      () => undefined,
    );
  };

  /** Sends until nothing is due. */
  async function sendAll(sending = sender()): Promise<void> {
    while ((await sending.begin()) > 0) await sending.quiet();
  }

  /** Stores the notices that wait, and with them what is to be sent. */
  async function tellUnits(): Promise<void> {
    const { outbox, clock } = api.county.service;
    for (;;) {
      const rows = await outbox.claim(500, clock.now());
      if (rows.length === 0) return;
      await outbox.handleNotices(
        rows.map(({ id }) => id),
        clock.now(),
      );
    }
  }

  async function register(kinds: readonly string[] = WEBHOOK_KINDS, user = PETER) {
    const { status, body } = await api.post(WEBHOOKS, { url: receiver.url, kinds }, user);
    expect([status, body]).toMatchObject([201, { replayed: false }]);
    const { subject, secret } = body as WebhookChanged;
    return { id: subject, secret: secret ?? '' };
  }

  const told = async (): Promise<Accepted> => {
    const done = await api.county.told();
    await tellUnits();
    return done;
  };

  /** The ward has changed its mind about when. */
  async function postpone(caseId: string, hours: number): Promise<void> {
    const expectedDischargeAt = plusMs(api.county.service.clock.now(), hours * HOUR_MS);
    await api.county.give(caseId, 'change-expected-discharge', ANNA, { expectedDischargeAt });
    await tellUnits();
  }

  const states = (): Promise<{ state: string; n: number }[]> =>
    query(
      api.county.databaseUrl,
      'select state, count(*)::int as n from webhook_deliveries group by state order by state',
    );

  it('tell a controller’s system what its units are told, without a word about the patient', async () => {
    const { secret } = await register();
    const { caseId } = await told();
    await sendAll();
    const events = receiver.verified(secret);
    expect(events.map(({ type }) => type).sort()).toEqual([
      'se.hemgang.case.told',
      ...['se.hemgang.duty.opened', 'se.hemgang.duty.opened', 'se.hemgang.duty.opened'],
    ]);
    for (const { headers, body } of receiver.received) {
      expect(headers['content-type']).toMatch(/^application\/cloudevents\+json/);
      expect(headers['webhook-id']).toMatch(/^[\w-]+$/);
      const { data, ...event } = JSON.parse(body) as { readonly data: object };
      expect(event).toEqual({
        specversion: '1.0',
        id: headers['webhook-id'],
        source: 'urn:test',
        type: expect.stringMatching(/^se\.hemgang\./),
        subject: caseId,
        time: expect.stringMatching(/Z$/),
        datacontenttype: 'application/json',
      });
      expect(data).toMatchObject({ unit: 'umea-bistand-norr', caseType: 'discharge', event: 2 });
      const known = ['unit', 'caseType', 'event', 'entry', 'duty', 'dutyKind', 'due'];
      expect(Object.keys(data).filter((key) => !known.includes(key))).toEqual([]);
    }
    expect(await states()).toEqual([{ state: 'sent', n: 4 }]);
    await sendAll();
    expect(receiver.received).toHaveLength(4);
  });

  it('are for one’s own units only, of the kinds that were asked for', async () => {
    await register(['case.told'], SUSANNE);
    await register(['duty.reminded']);
    const { caseId } = await told();
    expect(await states()).toEqual([]);
    await api.county.give(caseId, 'acknowledge', MARIA);
    await tellUnits();
    await sendAll();
    const units = receiver.received.map(({ body }) => (JSON.parse(body) as Told).data['unit']);
    expect(units).toEqual(['nus-medicin-2']);
  });

  it('reach a receiver that was away for 48 hours: all of it, in order per case, once each', async () => {
    const { secret } = await register(['case.told']);
    await receiver.goAway();
    const cases = [await told(), await told(), await told()].map(({ caseId }) => caseId);
    for (let hour = 0; hour < 48; hour += 8) {
      for (const caseId of cases) await postpone(caseId, 72 + hour);
      await sendAll();
      await api.county.service.advanceClock(8 * HOUR_MS);
    }
    await sendAll();
    expect(await states()).toEqual([{ state: 'waiting', n: 21 }]);
    expect(logged.every(({ outcome }) => outcome === 'connection')).toBe(true);
    await receiver.comeBack();
    // The longest wait between two tries is an hour and a quarter.
    await api.county.service.advanceClock(1.25 * HOUR_MS);
    await sendAll();
    const events = receiver.verified(secret);
    expect(new Set(events.map(({ id }) => id)).size).toBe(21);
    expect(events).toHaveLength(21);
    for (const caseId of cases) {
      const seqs = events.filter(({ subject }) => subject === caseId).map((e) => e.data['event']);
      expect(seqs).toEqual([2, 3, 4, 5, 6, 7, 8]);
    }
    expect(await states()).toEqual([{ state: 'sent', n: 21 }]);
  });

  it('count an answer that comes twice once, and try again after one that says nothing', async () => {
    const { secret } = await register(['case.told']);
    await told();
    const ends: string[] = [];
    for (const manner of ['silent', 'broken', 'redirect', 500, 404, 'twice', 204] as const) {
      receiver.manner = manner;
      await sendAll();
      await api.county.service.advanceClock(2 * HOUR_MS);
      ends.push(String(logged.at(-1)?.['outcome']));
    }
    // The sixth was told, so that there was nothing left for the seventh.
    expect(ends).toEqual([
      ...['timeout', 'connection', 'redirect', 'refused', 'refused', 'refused', 'refused'],
    ]);
    expect(receiver.received).toHaveLength(6);
    expect(new Set(receiver.verified(secret).map(({ id }) => id)).size).toBe(1);
    expect(await states()).toEqual([{ state: 'sent', n: 1 }]);
    const tries = await query<{ status: number | null; outcome: string }>(
      api.county.databaseUrl,
      'select status, outcome from webhook_tries order by id',
    );
    expect(tries.map(({ status }) => status)).toEqual([null, null, 307, 500, 404, 200]);
  });
});
