import { MINUTE_MS, SECOND_MS } from '@hemgang/kernel';
import { mailChannel, type PostNote } from '@hemgang/notify';
import type { NoticeWish } from '@hemgang/store';
import { County, MARIA, query, startMailCapture, type MailCapture } from '@hemgang/testing';

const PUBLIC_URL = 'https://hemgang.example';
const ADDRESS = 'maria@umea.example';

const WISH: Omit<NoticeWish, 'staff'> = {
  ...{ mail: ADDRESS, phone: null, mailFor: 'all', smsFor: 'nothing', language: 'sv' },
  ...{ digestHours: [], quietFrom: null, quietUntil: null },
};

describe('a notice leaves the application', () => {
  let county: County;
  let capture: MailCapture;
  let notes: PostNote[];

  beforeEach(async () => {
    notes = [];
    [county, capture] = await Promise.all([County.open(), startMailCapture()]);
    await wish({});
  });

  afterEach(async () => {
    await Promise.all([county.close(), capture.stop()]);
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
    const postman = county.service.notify.postman({
      channels: [channel],
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
});
