import { HOUR_MS, instantAt, localDate, MINUTE_MS, SECOND_MS } from '@hemgang/kernel';
import { mailChannel, sendAt, smsChannel, type PostNote } from '@hemgang/notify';
import type { NoticeWish } from '@hemgang/store';
import {
  ANNA,
  contentsOf,
  County,
  MARIA,
  PETER,
  query,
  startMailCapture,
  startSmsCapture,
  type MailCapture,
  type SmsCapture,
} from '@hemgang/testing';

const PUBLIC_URL = 'https://hemgang.example';
const ADDRESS = 'maria@umea.example';

const WISH: Omit<NoticeWish, 'staff'> = {
  ...{ mail: ADDRESS, phone: null, mailFor: 'all', smsFor: 'nothing', language: 'sv' },
  ...{ digestHours: [], quietFrom: null, quietUntil: null },
};

describe('a notice leaves the application', () => {
  let county: County;
  let capture: MailCapture;
  let provider: SmsCapture;
  let notes: PostNote[];

  beforeEach(async () => {
    notes = [];
    [county, capture, provider] = await Promise.all([
      County.open(),
      startMailCapture({ refuses: (to) => (to.startsWith('nobody') ? '550 unknown' : null) }),
      startSmsCapture({ status: (to) => (to.endsWith('0') ? 503 : 200) }),
    ]);
    await wish({});
  });

  /** Whatever a test has sent: nothing of any patient was in it. */
  afterEach(async () => {
    const patients = await query<{ number: string; name: string; address: string }>(
      county.databaseUrl,
      'select number, name, address from persons',
    );
    const left = [
      ...capture.mails.flatMap(({ raw, subject, text }) => [raw, subject, text]),
      ...provider.texts.flatMap(({ text, callBack }) => [text, callBack]),
    ].join('\n');
    const marks = patients.flatMap(({ number, name, address }) => [number.slice(2), name, address]);
    expect(marks.filter((mark) => left.includes(mark))).toEqual([]);
    await Promise.all([county.close(), capture.stop(), provider.stop()]);
  });

  const maria = (): string => county.reader(MARIA).staff;

  const wish = (more: Partial<NoticeWish>): Promise<void> =>
    county.service.notify.wishes.put(
      [{ ...WISH, staff: maria(), ...more }],
      county.service.clock.now(),
    );

  /** What the relay does: everything that waits becomes notices. */
  const tell = async (): Promise<void> => {
    const { outbox, notify, clock } = county.service;
    const rows = await outbox.claim(100, clock.now());
    await notify.notifier.tell(
      rows.map(({ id }) => id),
      clock.now(),
    );
  };

  const post = async (smtpUrl = capture.url): Promise<void> => {
    const channel = mailChannel({ smtpUrl, from: 'hemgang@region.example' });
    const settings = { url: provider.url, user: 'u', password: 'p', from: 'Hemgang' };
    const { notify } = county.service;
    const sms = smsChannel(settings, notify.statusTokens, PUBLIC_URL);
    const postman = notify.postman({
      channels: [channel, sms],
      publicUrl: PUBLIC_URL,
      note: (event) => notes.push(event),
    });
    while (await postman.round());
    channel.close();
  };

  const later = (ms: number): Promise<void> => county.service.advanceClock(ms);

  const trail = () =>
    query<{ kind: string; reason: string | null }>(
      county.databaseUrl,
      'select kind, reason from delivery_events order by at, id',
    );

  it('as one mail with a duty, a count, a time and a link', async () => {
    await county.told();
    await tell();
    await post();
    expect(capture.mails).toEqual([]);
    await later(2 * MINUTE_MS);
    await post();
    expect(capture.mails).toHaveLength(1);
    expect(capture.mails[0]).toMatchObject({
      to: ADDRESS,
      subject: '1 ärende väntar i Hemgång',
      text: expect.stringMatching(
        /- Kvittera det som avdelningen har skickat: 1 ärende, senast [\s\S]*https:\/\/hemgang\.example\/avisering\/[0-9a-f-]{36}\n/,
      ),
    });
    expect(await trail()).toEqual([
      { kind: 'queued', reason: null },
      { kind: 'sent', reason: null },
    ]);
    await later(MINUTE_MS);
    await post();
    expect(capture.mails).toHaveLength(1);
  });

  it('once, when the same rows are told twice', async () => {
    await county.told();
    const { outbox, notify, clock } = county.service;
    const ids = (await outbox.claim(100, clock.now())).map(({ id }) => id);
    await Promise.all([1, 2, 3].map(() => notify.notifier.tell(ids, clock.now())));
    expect(await trail()).toHaveLength(1);
  });

  it('although the mail server is gone: later, and once', async () => {
    await county.told();
    await tell();
    await later(2 * MINUTE_MS);
    const { url } = capture;
    await capture.stop();
    await post();
    await post();
    await later(11 * SECOND_MS);
    await post();
    expect(notes.map(({ outcome, reason, attempts }) => [outcome, reason, attempts])).toEqual([
      ['deferred', 'SMTP_UNREACHABLE', 1],
      ['deferred', 'SMTP_UNREACHABLE', 2],
    ]);
    capture = await startMailCapture({ port: Number(new URL(url).port) });
    await later(5 * MINUTE_MS);
    await Promise.all([post(), post()]);
    expect(capture.mails).toHaveLength(1);
    expect(await trail()).toEqual([
      { kind: 'queued', reason: null },
      { kind: 'failed', reason: 'SMTP_UNREACHABLE' },
      { kind: 'sent', reason: null },
    ]);
  });

  it('as one mail for all that concerns her, and never for what is done already', async () => {
    const done = await county.told();
    for (let n = 0; n < 4; n += 1) await county.told();
    await tell();
    await county.give(done.caseId, 'acknowledge', MARIA);
    await county.give(done.caseId, 'answer', MARIA, { answer: 'not-known' });
    await later(2 * MINUTE_MS);
    await post();
    expect(capture.mails.map(({ subject }) => subject)).toEqual(['4 ärenden väntar i Hemgång']);
    const states = await query<{ status: string; count: number }>(
      county.databaseUrl,
      'select status, count(*)::int from deliveries group by status order by status',
    );
    expect(states).toEqual([
      { status: 'needless', count: 1 },
      { status: 'sent', count: 4 },
    ]);
  });

  it('as one mail for all the units that she reads for', async () => {
    const unit = 'umea-bistand-ost';
    const administrator = { ...county.reader(PETER), steppedUpUntil: '2099-01-01T00:00:00.000Z' };
    const wished = {
      ...{ unit, roles: ['municipal-coordinator'] as const, from: null, until: null },
      ...{ commission: null, standIn: null },
    };
    const request = { body: wished, key: 'ost' };
    await county.service.staffing.assign(administrator, maria(), wished, request);
    await county.told();
    const { caseId } = await county.admit();
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
      ...{ receivers: [unit], expectedDischargeAt: instantAt('2199-01-01', '10:00') },
    });
    await tell();
    await later(2 * MINUTE_MS);
    await post();
    expect(capture.mails.map(({ subject }) => subject)).toEqual(['2 ärenden väntar i Hemgång']);
  });

  it('no more to somebody who has left the unit', async () => {
    await county.told();
    await tell();
    await query(county.databaseUrl, 'delete from assignments where staff = $1', [maria()]);
    await county.service.refreshDirectory();
    await later(2 * MINUTE_MS);
    await post();
    expect(capture.mails).toEqual([]);
  });

  it('as SMS; what the provider tells comes twice, too late and in any order', async () => {
    await wish({ mail: null, phone: '+46701740605', smsFor: 'all' });
    await county.told();
    await tell();
    await later(2 * MINUTE_MS);
    await post();
    expect(provider.texts).toMatchObject([
      {
        to: '+46701740605',
        text: expect.stringMatching(
          /^1 ärende väntar i Hemgång\. Kvittera .*\/avisering\/[0-9a-f-]{36}$/,
        ),
        authorization: `Basic ${Buffer.from('u:p').toString('base64')}`,
      },
    ]);
    const { smsStatuses, clock } = county.service;
    const token = provider.texts[0]!.callBack.replace(`${PUBLIC_URL}/sms/`, '');
    const at = clock.now();
    await later(HOUR_MS);
    const status = async () =>
      (await query<{ status: string }>(county.databaseUrl, 'select status from deliveries'))[0];
    await smsStatuses.take(token, { status: 'failed', delivered: at });
    expect(await status()).toEqual({ status: 'failed' });
    const delivered = { status: 'delivered', delivered: clock.now() } as const;
    await smsStatuses.take(token, delivered);
    await smsStatuses.take(token, delivered);
    await smsStatuses.take(token, { status: 'failed', delivered: at });
    expect(await status()).toEqual({ status: 'sent' });
    expect((await trail()).map(({ kind }) => kind)).toEqual([
      'queued',
      'sent',
      'failed',
      'delivered',
    ]);
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    expect(await smsStatuses.take(forged, delivered)).toEqual({ code: 'LINK_NOT_FOUND' });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('not to an address that a server refuses, until an administrator sends it again', async () => {
    await wish({ mail: 'nobody@umea.example' });
    await county.told();
    await tell();
    await later(2 * MINUTE_MS);
    await post();
    const reader = { ...county.reader(MARIA), roles: ['administrator'] };
    const search = () =>
      county.service.deliveries.search(reader, { status: 'failed', before: null, limit: 10 });
    const found = await search();
    expect(found).toMatchObject({ items: [{ reason: 'SMTP_550', unit: { id: reader.unit } }] });
    expect(
      await county.service.deliveries.search(county.reader(MARIA), {
        ...{ status: null, before: null, limit: 10 },
      }),
    ).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    const ids = 'items' in found ? found.items.map(({ id }) => Number(id)) : [];
    const foreign = { ...county.reader(ANNA), roles: ['administrator'] };
    expect(await county.service.deliveries.redeliver(foreign, ids)).toEqual({ ids: [] });
    await wish({});
    await county.service.deliveries.redeliver(reader, ids);
    await later(MINUTE_MS);
    await post();
    await post();
    expect(capture.mails).toHaveLength(1);
  });

  it('not after a restore: what may have left is held, also what is told anew', async () => {
    await county.told();
    await tell();
    await county.told();
    await query(county.databaseUrl, `update timeline set id = 'another'`);
    await later(2 * MINUTE_MS);
    await post();
    expect(await county.service.outbox.holdAfterRestore(county.service.clock.now())).toBe(1);
    await tell();
    await later(2 * MINUTE_MS);
    await post();
    expect(capture.mails).toEqual([]);
    const held = await query(county.databaseUrl, `select from deliveries where status = 'held'`);
    expect(held).toHaveLength(2);
  });

  it('rung by rung while nobody reacts: owner, watch, manager, and the sender last', async () => {
    await county.service.notify.wishes.put(
      [{ ...WISH, staff: county.reader(ANNA).staff, mail: 'anna@region.example' }],
      county.service.clock.now(),
    );
    await county.openAtAllHours();
    const { caseId } = await county.told();
    const { timers, reminders, clock } = county.service;
    for (let hour = 0; hour < 5 * 24; hour += 1) {
      await later(HOUR_MS);
      await reminders.fireAll(await timers.due(clock.now(), 1));
      await tell();
      await later(2 * MINUTE_MS);
      await post();
    }
    const rungs = await query<{ audience: string; unit: string; count: number }>(
      county.databaseUrl,
      `select n.audience, n.unit, count(d.id)::int as count from notices n
       left join deliveries d on d.notice = n.id and d.status = 'sent'
       where n.case_id = $1 and n.duty like '%kvittens%' group by n.id order by n.id`,
      [caseId],
    );
    const order = rungs
      .map(({ audience }) => audience)
      .filter((each, at, all) => each !== all[at - 1]);
    expect(order).toEqual(['owner', 'watch', 'manager', 'sender']);
    expect(rungs.at(-1)).toMatchObject({ unit: county.reader(ANNA).unit });
    expect(new Set(rungs.map(({ count }) => count))).toEqual(new Set([1]));
    expect(capture.mails.filter(({ to }) => to === 'anna@region.example').length).toBeGreaterThan(
      0,
    );
  }, 120_000);

  it('when she wishes: gathered, and not in quiet hours unless it is acute', () => {
    const day = localDate(county.service.clock.now());
    const at = (time: string) => instantAt(day, time);
    const digest = { digestHours: [8, 13], quietFrom: null, quietUntil: null };
    expect(sendAt(digest, false, at('09:00'))).toBe(at('13:00'));
    expect(sendAt(digest, true, at('09:00')) < at('09:01')).toBe(true);
    const quiet = { digestHours: [], quietFrom: '21:00', quietUntil: '07:00' };
    expect(sendAt(quiet, false, at('05:00'))).toBe(at('07:00'));
    expect(sendAt(quiet, false, at('22:00')) > at('23:59')).toBe(true);
    expect(sendAt(quiet, true, at('22:00')) < at('22:01')).toBe(true);
  });

  it('and leads whoever got it to what it was about, nobody else', async () => {
    const { caseId } = await county.told();
    await tell();
    await later(2 * MINUTE_MS);
    await post();
    const message = /avisering\/(\S+)/.exec(capture.mails[0]!.text)?.[1] ?? '';
    const { myNotices, views } = county.service;
    const before = await contentsOf(county.databaseUrl, 'access_log');
    expect(await myNotices.open(county.reader(ANNA), message)).toEqual({ code: 'NOT_FOUND' });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    const opened = await myNotices.open(county.reader(MARIA), message);
    expect(opened).toMatchObject({
      cases: [{ caseId, path: 'discharges', isDone: false }],
      views: [],
    });
    expect(await myNotices.open(county.reader(MARIA), message)).toEqual(opened);
    await county.give(caseId, 'acknowledge', MARIA);
    const shown = await views.deliveries('discharges', caseId, county.reader(MARIA));
    expect(shown).toMatchObject({
      items: [
        {
          person: { id: maria() },
          trail: [{ kind: 'queued' }, { kind: 'sent' }, { kind: 'opened' }, { kind: 'acted' }],
        },
      ],
    });
    const atWard = await views.deliveries('discharges', caseId, county.reader(ANNA));
    expect(atWard).toMatchObject({ items: [{ person: null, unit: { id: 'umea-bistand-norr' } }] });
  });
});
