import type { Reader } from '@hemgang/access';
import type { DirectoryRows } from '@hemgang/directory';
import { HOUR_MS, instantAt, localDate, MINUTE_MS, weekday, type Instant } from '@hemgang/kernel';
import { mailChannel } from '@hemgang/notify';
import {
  ANNA,
  contentsOf,
  County,
  PETER,
  query,
  startMailCapture,
  type MailCapture,
} from '@hemgang/testing';
import { isRefusal } from '../envelope';

const NAME = 'Vasas väntan';
const DAY_MS = 24 * HOUR_MS;
const VIEW = {
  name: NAME,
  page: 'figures',
  shared: true,
  query: { plats: 'municipality:2480', steg: 'month', period: 'i-ar' },
} as const;
const MINE = { mail: 'peter@region.example', mailFor: 'all', digestHours: [] } as const;
const ALWAYS = { quietFrom: null, quietUntil: null } as const;

describe('a saved view is delivered', () => {
  let county: County;
  let capture: MailCapture;
  let rows: DirectoryRows;
  let me: Reader;

  beforeAll(async () => {
    county = await County.open();
    ({ rows } = county.service.directory());
    me = county.reader(PETER);
  });
  beforeEach(async () => {
    capture = await startMailCapture();
    for (const table of ['saved_views', 'deliveries', 'delivery_turns']) {
      await query(county.databaseUrl, `delete from ${table}`);
    }
    await wish({});
  });
  afterEach(async () => {
    await capture.stop();
    await county.service.replaceDirectory(rows);
  });
  afterAll(() => county.close());

  const wish = (more: object) =>
    county.service.notify.wishes.put(
      [
        {
          staff: me.staff,
          phone: null,
          smsFor: 'all',
          language: 'sv',
          ...MINE,
          ...ALWAYS,
          ...more,
        },
      ],
      county.service.clock.now(),
    );
  const listed = async () => {
    const [view] = await county.service.views.saved.list(me);
    if (view?.delivery == null) throw new Error('no view of her own');
    return { id: view.id, ...view.delivery };
  };
  const chosen = async (delivery: 'never' | 'monday' | 'month') => {
    const { saved } = county.service.views;
    if (isRefusal(await saved.save(me, VIEW))) throw new Error('not saved');
    const { id } = await listed();
    const found = await saved.change(me, id, { ...VIEW, delivery });
    if (isRefusal(found)) throw new Error(found.code);
    return listed();
  };
  const until = async (at: Instant | null) => {
    const now = Date.parse(county.service.clock.now());
    await county.service.advanceClock(Date.parse(at ?? '') - now);
  };
  const round = () => county.service.views.delivering.round();
  const post = async () => {
    const channel = mailChannel({ smtpUrl: capture.url, from: 'hemgang@region.example' });
    const settings = { channels: [channel], publicUrl: 'https://hemgang.example' };
    const postman = county.service.notify.postman({ ...settings, note: () => undefined });
    while (await postman.round());
    channel.close();
  };
  const atWork = async (change: string) => {
    await query(county.databaseUrl, `${change} where staff = $1`, [me.staff]);
    await county.service.refreshDirectory();
  };
  const told = () =>
    query<{ day: string }>(
      county.databaseUrl,
      'select day::text from view_deliveries order by day',
    );
  const leaving = () => query(county.databaseUrl, 'select status, channel from deliveries');

  it('once on its day, with two workers, as a notice without a word of what it shows', async () => {
    const { id, nextAt } = await chosen('monday');
    const other = await County.at(county.databaseUrl);
    await round();
    expect(await told()).toEqual([]);
    await until(nextAt);
    await other.service.clock.refresh();
    await Promise.all([round(), other.service.views.delivering.round(), round()]);
    await round();
    await other.close();
    expect(await told()).toEqual([{ day: localDate(nextAt ?? '') }]);
    expect(await leaving()).toEqual([{ status: 'queued', channel: 'mail' }]);
    await county.service.advanceClock(2 * MINUTE_MS);
    await Promise.all([post(), post()]);
    expect(capture.mails).toMatchObject([
      { to: MINE.mail, subject: 'Statistik att läsa i Hemgång' },
    ]);
    const raw = capture.mails.map(({ text, raw: whole }) => text + whole).join('');
    expect(raw).not.toMatch(new RegExp(`${NAME}|Vasa|Umeå|2480|${id}`));
    const [, message = ''] = /avisering\/([0-9a-f-]{36})/.exec(raw) ?? [];
    const { myNotices } = county.service;
    expect(await myNotices.open(me, message)).toMatchObject({ cases: [], views: [{ id }] });
    expect(await myNotices.open(county.reader(ANNA), message)).toEqual({ code: 'NOT_FOUND' });
    const after = await listed();
    expect(after.lastAt).not.toBeNull();
    expect(after.nextAt).toBe(instantAt(localDate(after.nextAt ?? ''), '07:00'));
  });

  it('once after weeks without a worker, of the latest of the days that were missed', async () => {
    const { nextAt } = await chosen('monday');
    await until(nextAt);
    await county.service.advanceClock(23 * DAY_MS);
    await round();
    await round();
    const now = county.service.clock.now();
    const [only, ...more] = await told();
    expect([weekday(only?.day ?? ''), more]).toEqual([1, []]);
    const age = Date.parse(now) - Date.parse(instantAt(only?.day ?? '', '07:00'));
    expect(age >= 0 && age < 8 * DAY_MS).toBe(true);
    expect((await leaving()).length).toBe(1);
    expect((await listed()).nextAt! > now).toBe(true);
  });

  it('in the application alone to who wants no mail, and not in her quiet hours', async () => {
    await wish({ mailFor: 'acute' });
    await until((await chosen('month')).nextAt);
    await round();
    expect([(await told()).length, await leaving()]).toEqual([1, []]);
    await wish({ quietFrom: '00:00', quietUntil: '09:00' });
    await until((await listed()).nextAt);
    await round();
    await county.service.advanceClock(2 * MINUTE_MS);
    await post();
    expect(capture.mails).toEqual([]);
    await county.service.advanceClock(121 * MINUTE_MS);
    await post();
    expect(capture.mails).toHaveLength(1);
  });

  it.each([
    ['works there no more', 'delete from assignments'],
    ['has lost the right', `update assignments set roles = '{ward-staff}'`],
  ])('to nobody who %s', async (_, change) => {
    await until((await chosen('monday')).nextAt);
    const before = await listed();
    await atWork(change);
    await round();
    expect([await told(), await leaving()]).toEqual([[], []]);
    const [now] = await query(county.databaseUrl, 'select next_at from saved_views');
    expect(now).not.toEqual({ next_at: new Date(before.nextAt ?? '') });
  });

  it.each(['deleted', 'never', 'left'] as const)(
    'no more once it is %s, also on its way',
    async (how) => {
      const { id, nextAt } = await chosen('monday');
      await until(nextAt);
      await round();
      const { saved } = county.service.views;
      if (how === 'deleted') await saved.delete(me, id);
      if (how === 'never') await chosen('never');
      if (how === 'left') await atWork('delete from assignments');
      await county.service.advanceClock(2 * MINUTE_MS);
      await post();
      expect(capture.mails).toEqual([]);
      expect(await leaving()).toEqual([{ status: 'needless', channel: 'mail' }]);
      await county.service.advanceClock(8 * DAY_MS);
      await round();
      expect((await leaving()).length).toBe(1);
    },
  );

  it('to its maker alone: a colleague who has it too cannot choose that', async () => {
    const { id } = await chosen('never');
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const colleague = { ...me, staff: 'somebody-else' };
    const found = await county.service.views.saved.change(colleague, id, {
      ...{ ...VIEW, delivery: 'monday' },
    });
    expect(found).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });
});
