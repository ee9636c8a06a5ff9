import { randomUUID } from 'node:crypto';
import type { DeadWebhookView, WebhookChanged, WebhookView } from '@hemgang/cases';
import { waitUntil } from '@hemgang/dev-services';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import {
  ANNA,
  contentsOf,
  HELENA,
  MARIA,
  PETER,
  query,
  SUSANNE,
  type Accepted,
} from '@hemgang/testing';
import { WEBHOOK_KINDS } from '@hemgang/webhooks';
import { ApiServer, type Answer } from './api-server.fixture';
import { stepUpEverybody } from './foreign-ids.fixture';
import {
  sendingOf,
  storeNotices,
  WebhookReceiver,
  type LoggedFields,
  type Told,
} from './webhook-receiver.fixture';

const WEBHOOKS = '/api/v1/webhooks';

describe('signed webhooks', () => {
  let api: ApiServer;
  let receiver: WebhookReceiver;
  const receivers: WebhookReceiver[] = [];
  const logged: LoggedFields[] = [];

  const sql = <Row>(text: string) => query<Row>(api.county.databaseUrl, text);

  beforeAll(async () => {
    api = await ApiServer.start();
    for (const user of [PETER, SUSANNE]) await api.token(user);
    await stepUpEverybody(api.county);
  });

  beforeEach(async () => {
    logged.length = 0;
    receiver = await WebhookReceiver.start();
    receivers.push(receiver);
    await sql('delete from webhook_endpoints');
    await sql('delete from outbox');
  });

  afterAll(async () => {
    await Promise.all(receivers.map((each) => each.goAway()));
    await api.stop();
  });

  /** Sends until nothing is due. */
  async function sendAll(): Promise<void> {
    const sending = sendingOf(api.county.service, logged);
    while ((await sending.begin()) > 0) await sending.quiet();
  }

  const tellUnits = () => storeNotices(api.county.service);

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

  const by = async (user: string, end: string, body: object = {}): Promise<Answer> => {
    const answer = await api.post(`${WEBHOOKS}/${end}`, body, user);
    expect([end, answer.status]).toEqual([end, 200]);
    return answer;
  };

  const endpoint = async (id: string): Promise<WebhookView | undefined> => {
    const { body } = await api.get(WEBHOOKS, PETER);
    return (body as { readonly items: readonly WebhookView[] }).items.find((e) => e.id === id);
  };

  const states = (): Promise<{ state: string; n: number }[]> =>
    sql('select state, count(*)::int as n from webhook_deliveries group by state order by state');

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
    const tries = await sql<{ status: number | null; outcome: string }>(
      'select status, outcome from webhook_tries order by id',
    );
    expect(tries.map(({ status }) => status)).toEqual([null, null, 307, 500, 404, 200]);
  });

  it('are not held up by a receiver that is slow; several workers share them, each fact once', async () => {
    const slow = receiver;
    slow.manner = 'silent';
    await register(['case.told']);
    receivers.push((receiver = await WebhookReceiver.start()));
    const { secret } = await register(['case.told']);
    for (let n = 0; n < 20; n += 1) await api.county.told();
    await tellUnits();
    const patient = () => sendingOf(api.county.service, logged, 60_000);
    const workers = Array.from({ length: 8 }, patient);
    const isTold = await waitUntil(async () => {
      await Promise.all(workers.map((each) => each.begin()));
      return receiver.received.length >= 20;
    }, 30_000);
    expect([isTold, logged]).toEqual([true, []]);
    await slow.goAway();
    await Promise.all(workers.map((each) => each.quiet()));
    await sendAll();
    const ids = receiver.verified(secret).map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([20, 20]);
  });

  it('lay aside what could not be told for three days; it is shown with each try and sent again', async () => {
    const { id, secret } = await register(['case.told']);
    const { caseId } = await told();
    receiver.manner = 503;
    for (let hour = 0; hour < 71; hour += 1) {
      await sendAll();
      await api.county.service.advanceClock(HOUR_MS);
    }
    expect(await states()).toEqual([{ state: 'waiting', n: 1 }]);
    await api.county.service.advanceClock(HOUR_MS);
    await sendAll();
    expect(await states()).toEqual([{ state: 'dead', n: 1 }]);
    expect(logged.at(-1)).toMatchObject({ endpoint: id, outcome: 'refused', becomes: 'dead' });
    const shown = await api.get(`${WEBHOOKS}/${id}/dead`, PETER);
    const { items } = shown.body as { readonly items: readonly DeadWebhookView[] };
    expect(items).toMatchObject([
      { kind: 'case.told', errorCode: 'refused', unit: { id: 'umea-bistand-norr' } },
    ]);
    expect(items[0]?.tries).toHaveLength(receiver.received.length);
    expect(items[0]?.tries[0]).toMatchObject({ status: 503, outcome: 'refused' });
    // What comes later does not wait for it.
    receiver.manner = 204;
    await postpone(caseId, 200);
    await sendAll();
    expect(receiver.verified(secret).at(-1)?.data['event']).toBe(3);
    const another = await register(['duty.closed']);
    await by(PETER, `${another.id}/redeliver`, { ids: [items[0]?.id] });
    expect(await endpoint(id)).toMatchObject({ waiting: 0, dead: 1 });
    await by(PETER, `${id}/redeliver`, { ids: [items[0]?.id] });
    await sendAll();
    expect(receiver.verified(secret).at(-1)?.data['event']).toBe(2);
    expect(await states()).toEqual([{ state: 'sent', n: 2 }]);
  });

  it('end for a receiver that answers 410, until somebody resumes it', async () => {
    const { id, secret } = await register(['case.told']);
    receiver.manner = 410;
    await told();
    const { caseId } = await told();
    await postpone(caseId, 90);
    await sendAll();
    expect(await states()).toEqual([{ state: 'dead', n: 3 }]);
    expect(await endpoint(id)).toMatchObject({ state: 'gone', waiting: 0, dead: 3 });
    await told();
    expect(await states()).toEqual([{ state: 'dead', n: 3 }]);
    receiver.manner = 204;
    const before = receiver.received.length;
    await by(PETER, `${id}/resume`);
    await by(PETER, `${id}/redeliver`, { ids: null });
    await sendAll();
    expect(receiver.received.slice(before)).toHaveLength(3);
    expect(
      new Set(
        receiver
          .verified(secret)
          .slice(before)
          .map((event) => event.id),
      ).size,
    ).toBe(3);
    expect(await states()).toEqual([{ state: 'sent', n: 3 }]);
  });

  it('are signed with both secrets for a day after a rotation, then with the new one alone', async () => {
    const { id, secret: former } = await register(['case.told']);
    const rotated = await by(PETER, `${id}/secret`);
    const { secret } = rotated.body as WebhookChanged;
    await told();
    await sendAll();
    expect(receiver.verified(former)).toHaveLength(1);
    expect(receiver.verified(secret!)).toHaveLength(1);
    expect(receiver.received[0]?.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    await api.county.service.advanceClock(25 * HOUR_MS);
    await told();
    await sendAll();
    expect(receiver.received[1]?.headers['webhook-signature']?.split(' ')).toHaveLength(1);
    receiver.received.shift();
    expect(receiver.verified(secret!)).toHaveLength(1);
    expect(() => receiver.verified(former)).toThrow('No matching signature');
  });

  it('wait while they are paused, and are gone when they are deleted', async () => {
    const { id, secret } = await register(['case.told']);
    await by(PETER, `${id}/pause`);
    await told();
    await api.county.service.advanceClock(100 * HOUR_MS);
    await sendAll();
    expect(await endpoint(id)).toMatchObject({ state: 'paused', waiting: 1, dead: 0 });
    expect(receiver.received).toHaveLength(0);
    await by(PETER, `${id}/resume`);
    receiver.manner = 500;
    await sendAll();
    expect(await endpoint(id)).toMatchObject({ state: 'active', waiting: 1, dead: 0 });
    receiver.manner = 204;
    await api.county.service.advanceClock(HOUR_MS);
    await sendAll();
    expect(receiver.verified(secret)).toHaveLength(2);
    await by(PETER, `${id}/delete`);
    for (const table of ['endpoints', 'secrets', 'deliveries', 'tries']) {
      const left = await sql(`select 1 from webhook_${table}`);
      expect([table, left]).toEqual([table, []]);
    }
  });

  it('are held after a restore: what waited, and what a notice of before it would send', async () => {
    const { id } = await register(['case.told']);
    await told();
    await api.county.told();
    const { outbox, clock } = api.county.service;
    await sql(`update timeline set id = 'another/1'`);
    await sendAll();
    expect(receiver.received).toHaveLength(0);
    expect(await outbox.holdAfterRestore(clock.now())).toBe(1);
    await tellUnits();
    await sendAll();
    expect(receiver.received).toHaveLength(0);
    expect(await states()).toEqual([{ state: 'dead', n: 2 }]);
    expect(await endpoint(id)).toMatchObject({ dead: 2 });
    await api.county.service.advanceClock(1_000);
    await told();
    await sendAll();
    expect(receiver.received).toHaveLength(1);
  });

  it('are kept by the controller’s own administrators; a refusal writes its line and nothing else', async () => {
    const { id } = await register(['case.told']);
    const before = await contentsOf(api.county.databaseUrl, 'access_log', 'sessions');
    const url = 'https://system.example/';
    const refused: readonly (readonly [number, string, string, object])[] = [
      [422, PETER, '', { url: 'https://10.0.0.1/', kinds: ['case.told'] }],
      [422, PETER, '', { url: 'http://system.example/', kinds: ['case.told'] }],
      [422, PETER, '', { url: 'https://u:p@system.example/', kinds: ['case.told'] }],
      [422, PETER, '', { url, kinds: [] }],
      [422, PETER, '', { url, kinds: ['case.everything'] }],
      [422, PETER, '', { url, kinds: ['case.told'], secret: 'whsec_mine' }],
      [403, HELENA, '', { url, kinds: ['case.told'] }],
      [403, HELENA, `/${id}/secret`, {}],
      ...['secret', 'pause', 'resume', 'delete'].map(
        (end) => [404, SUSANNE, `/${id}/${end}`, {}] as const,
      ),
      [404, SUSANNE, `/${id}/kinds`, { kinds: ['duty.opened'] }],
      [404, SUSANNE, `/${id}/redeliver`, { ids: null }],
      [409, PETER, `/${id}/resume`, {}],
    ];
    for (const [status, user, end, body] of refused) {
      expect([end, (await api.post(`${WEBHOOKS}${end}`, body, user)).status]).toEqual([
        end,
        status,
      ]);
    }
    const stale = await api.post(`${WEBHOOKS}/${id}/pause`, {}, PETER, { 'if-match': '"7"' });
    expect(stale.status).toBe(412);
    expect((await api.get(WEBHOOKS, HELENA)).status).toBe(403);
    expect((await api.get(`${WEBHOOKS}/${id}/dead`, SUSANNE)).status).toBe(404);
    expect((await api.get(WEBHOOKS, SUSANNE)).body).toEqual({ items: [], next: null });
    expect(await contentsOf(api.county.databaseUrl, 'access_log', 'sessions')).toEqual(before);
    await sql(`update sessions set stepped_up_until = null`);
    expect((await api.post(`${WEBHOOKS}/${id}/secret`, {}, PETER)).status).toBe(403);
    await stepUpEverybody(api.county);
    expect(await contentsOf(api.county.databaseUrl, 'access_log', 'sessions')).toEqual(before);
  });

  it('show a secret once: no repeat, no list, no log and no other table has it', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const ask = () => api.post(WEBHOOKS, { url: receiver.url, kinds: ['case.told'] }, PETER, key);
    const { secret, subject } = (await ask()).body as WebhookChanged;
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect((await ask()).body).toEqual({ subject, replayed: true, secret: null });
    await told();
    receiver.manner = 500;
    await sendAll();
    const shown = [
      await api.get(WEBHOOKS, PETER),
      await api.get(`${WEBHOOKS}/${subject}/dead`, PETER),
    ];
    const tables = await sql<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    );
    let stored = '';
    for (const { name } of tables.filter((each) => each.name !== 'webhook_secrets')) {
      const rows = await sql<{ row: string }>(`select t::text as row from ${name} t`);
      stored += rows.map(({ row }) => row).join(' ');
    }
    expect(stored).toContain(subject);
    for (const text of [shown.map((each) => each.text), stored, api.log, logged]) {
      expect(JSON.stringify(text)).not.toContain(secret!.slice(6));
    }
    const lines = await sql<{ action: string }>(
      `select action from access_log where action like '%webhook%' and action like '%${subject}'`,
    );
    expect(lines).toEqual([{ action: `admin:register-webhook:${subject}` }]);
  });
});
