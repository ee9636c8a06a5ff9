import { HOUR_MS, MINUTE_MS, plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, County, HELENA, MARIA, query } from '@hemgang/testing';
import type { AfterwardsView } from './event-view';

const NAME = 'Maria Forsberg';
const reason = 'Ingen hos oss fick samtalet.';

describe('what was told by phone because the system was down', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const now = () => county.service.clock.now();

  /** Called some minutes ago; the case was opened before that. */
  const called = (minutesAgo: number) => ({
    registered: { name: NAME, channel: 'phone', at: plusMs(now(), -minutesAgo * MINUTE_MS) },
  });

  const admitted = async (): Promise<string> => {
    const occurredAt = plusMs(now(), -6 * HOUR_MS);
    return (await county.admit({ ...county.admission(), occurredAt })).caseId;
  };

  const notice = (minutesAgo = 90) => ({
    receivers: ['umea-bistand-norr', 'ersboda-halsocentral'],
    expectedDischargeAt: plusMs(now(), 72 * HOUR_MS),
    ...called(minutesAgo),
  });

  const told = async (): Promise<string> => {
    const caseId = await admitted();
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, notice());
    return caseId;
  };

  const view = async (caseId: string, user: string) => {
    const found = await county.service.views.case('discharges', caseId, county.reader(user));
    if ('code' in found) throw new Error(found.code);
    return found;
  };
  const marks = async (caseId: string, user: string): Promise<readonly AfterwardsView[]> =>
    (await view(caseId, user)).afterwards;

  it('is shown as such to both sides, and its name is content', async () => {
    const caseId = await told();
    const [mark] = await marks(caseId, MARIA);
    expect(mark).toMatchObject({
      event: 2,
      unit: { id: 'nus-medicin-2' },
      channel: 'phone',
      name: NAME,
      text: expect.stringMatching(
        /^Registrerad i efterhand: telefon, Maria Forsberg, \S+ \d+\/\d+ \d\d:\d\d$/,
      ),
      answers: [
        { unit: { id: 'umea-bistand-norr' }, is: 'unanswered', event: null },
        { unit: { id: 'ersboda-halsocentral' }, is: 'unanswered', event: null },
      ],
      isMarked: true,
      mayAnswer: true,
    });
    expect(await marks(caseId, ANNA)).toMatchObject([{ isMarked: true, mayAnswer: false }]);
    const [row] = await query<{ told: string; late: boolean }>(
      county.databaseUrl,
      `select payload::text || given::text || actor::text as told,
        recorded_at - occurred_at > interval '1 hour' as late
        from events where case_id = $1 and seq = 2`,
      [caseId],
    );
    expect(row?.told).toContain('"channel": "phone"');
    expect(row?.told).not.toContain(NAME);
    expect(row?.late).toBe(true);
  });

  it('has its due times counted from the call', async () => {
    const caseId = await told();
    const { duties, afterwards } = await view(caseId, MARIA);
    const called = afterwards[0]?.at ?? '';
    expect(duties.find(({ key }) => key === 'svar')).toMatchObject({
      openedAt: called,
      dueAt: plusMs(called, 24 * HOUR_MS),
    });
  });

  it('is acknowledged by the kvittens, or by saying that it was so', async () => {
    const caseId = await told();
    await county.give(caseId, 'acknowledge', MARIA);
    await county.give(caseId, 'confirm-registered', HELENA, { event: 2 });
    expect(await marks(caseId, ANNA)).toMatchObject([
      {
        answers: [
          { is: 'acknowledged', event: 3 },
          { is: 'acknowledged', event: 4 },
        ],
        isMarked: false,
      },
    ]);
  });

  it('is disputed by whoever did not get it: both sides see why, and the time counts anew', async () => {
    const caseId = await told();
    await county.give(caseId, 'dispute-registered', MARIA, { event: 2, reason });
    const ward = await view(caseId, ANNA);
    expect(ward.afterwards).toMatchObject([
      {
        answers: [
          { is: 'disputed', event: 3 },
          { is: 'unanswered', event: null },
        ],
        isMarked: true,
      },
    ]);
    expect(ward.entries.at(-1)).toMatchObject({ entry: 'bestridande', body: { reason } });
    const mine = await view(caseId, MARIA);
    const { recordedAt, at } = mine.afterwards[0] ?? { recordedAt: '', at: '' };
    expect(mine.duties.find(({ key }) => key === 'svar')).toMatchObject({ openedAt: recordedAt });
    const helena = await view(caseId, HELENA);
    expect(
      helena.duties.find(({ key, handover }) => key === 'svar' && handover === 'h2-2'),
    ).toMatchObject({ openedAt: at });
  });

  it('keeps when it happened apart from when it was told', async () => {
    const caseId = await told();
    const judgedAt = plusMs(now(), -80 * MINUTE_MS);
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    const occurredAt = plusMs(now(), -70 * MINUTE_MS);
    await county.give(caseId, 'discharge', ANNA, { occurredAt, ...called(60) });
    expect(await view(caseId, ANNA)).toMatchObject({ endedAt: occurredAt });
    const [, mark] = await marks(caseId, MARIA);
    expect((mark?.at ?? '') > occurredAt).toBe(true);
  });

  it('stands in the timeline with both its times, what opened the case too', async () => {
    const admittedAt = plusMs(now(), -3 * HOUR_MS);
    const body = { ...county.admission(), occurredAt: admittedAt };
    const { caseId } = await county.admit(body);
    const occurredAt = plusMs(now(), -2 * HOUR_MS);
    const registered = { ...called(90).registered, at: occurredAt };
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
      ...notice(),
      occurredAt,
      registered,
    });
    const page = { cursor: null, limit: 10 };
    const events = await county.service.views.events(
      'discharges',
      caseId,
      county.reader(MARIA),
      page,
    );
    if ('code' in events) throw new Error(events.code);
    const times = events.items.map((event) => [event.occurredAt, event.recordedAt]);
    expect(times.map(([happened]) => happened)).toEqual([admittedAt, occurredAt]);
    for (const [, recorded] of times)
      expect(recorded && recorded > plusMs(occurredAt, HOUR_MS)).toBe(true);
  });

  it('is offered where others may be told', async () => {
    const caseId = await told();
    const { allowedCommands } = await view(caseId, ANNA);
    const registered = (name: string) =>
      allowedCommands.find((command) => command.name === name)?.registered;
    expect(registered('mark-utskrivningsklar')).toBe('optional');
    expect(registered('tick-readiness')).toBe('no');
    const maria = await view(caseId, MARIA);
    const offered = maria.allowedCommands.map(({ name }) => name);
    expect(offered).toEqual(expect.arrayContaining(['confirm-registered', 'dispute-registered']));
    expect(allowedCommands.map(({ name }) => name)).not.toContain('dispute-registered');
  });

  const registered = (more: object) => ({ registered: { ...called(30).registered, ...more } });

  it.each<[string, string, string, () => object, object]>([
    [
      'in the future',
      'change-expected-discharge',
      ANNA,
      () => registered({ at: '2100-01-01T00:00:00.000Z' }),
      { code: 'TIME_REFUSED', errors: [{ path: '/registered/at' }] },
    ],
    [
      'before the case was opened',
      'change-expected-discharge',
      ANNA,
      () => registered({ at: plusMs(now(), -7 * HOUR_MS) }),
      { code: 'TIME_REFUSED', errors: [{ path: '/registered/at' }] },
    ],
    [
      'of what happened after it was told',
      'change-expected-discharge',
      ANNA,
      () => ({ ...called(30), occurredAt: plusMs(now(), -MINUTE_MS) }),
      { code: 'TIME_REFUSED', errors: [{ path: '/occurredAt' }] },
    ],
    [
      'without a name to it',
      'change-expected-discharge',
      ANNA,
      () => registered({ name: ' ' }),
      { code: 'PAYLOAD_INVALID', errors: [{ path: '/registered/name' }] },
    ],
    [
      'by an unknown channel',
      'change-expected-discharge',
      ANNA,
      () => registered({ channel: 'dream' }),
      { code: 'PAYLOAD_INVALID', errors: [{ path: '/registered/channel' }] },
    ],
    [
      'of what tells nobody',
      'tick-readiness',
      ANNA,
      () => ({ item: 'medicines', status: 'done', ...called(30) }),
      { code: 'PAYLOAD_INVALID', errors: [{ path: '' }] },
    ],
    [
      'of a rättelse',
      'makulera-event',
      ANNA,
      () => ({ event: 2, reason, ...called(30) }),
      { code: 'PAYLOAD_INVALID', errors: [{ path: '' }] },
    ],
    [
      'of a dispute',
      'dispute-registered',
      MARIA,
      () => ({ event: 2, reason, ...called(30) }),
      { code: 'PAYLOAD_INVALID', errors: [{ path: '' }] },
    ],
    [
      'disputed without a reason',
      'dispute-registered',
      MARIA,
      () => ({ event: 2 }),
      { code: 'PAYLOAD_INVALID', errors: [{ path: '/reason' }] },
    ],
    [
      'disputed that was not told afterwards',
      'dispute-registered',
      MARIA,
      () => ({ event: 1, reason }),
      { code: 'PAYLOAD_INVALID', errors: [{ path: '/event' }] },
    ],
    [
      'disputed by who registered it',
      'dispute-registered',
      ANNA,
      () => ({ event: 2, reason }),
      { code: 'ROLE_NOT_ALLOWED' },
    ],
    [
      'disputed by who has acknowledged it',
      'dispute-registered',
      HELENA,
      () => ({ event: 2, reason }),
      { code: 'COMMAND_NOT_POSSIBLE' },
    ],
  ])('refused %s writes its access line and nothing else', async (_what, name, user, body, why) => {
    const caseId = await told();
    await county.give(caseId, 'acknowledge', HELENA);
    const expected = { expectedDischargeAt: plusMs(now(), 96 * HOUR_MS) };
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const own = name === 'change-expected-discharge' ? expected : {};
    const answer = await county.try(caseId, name, user, { ...own, ...body() });
    expect(answer).toMatchObject({ ok: false, refusal: why });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('nobody who should never have known is asked, or may dispute', async () => {
    const caseId = await told();
    const { patient } = county.admission();
    await county.give(caseId, 'move-wrong-person', ANNA, { patient, reason });
    expect(await marks(caseId, MARIA)).toEqual([]);
    expect(await marks(caseId, ANNA)).toMatchObject([{ answers: [], isMarked: false }]);
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const answer = await county.try(caseId, 'dispute-registered', MARIA, { event: 2, reason });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'ROLE_NOT_ALLOWED' } });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('opening a case is nothing that others have been told before', async () => {
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const incoming = { body: { ...county.admission(), ...called(30) }, key: 'opened-by-phone' };
    const answer = await county.service.answered.open('discharges', incoming, county.reader(ANNA));
    expect(answer).toMatchObject({ refusal: { code: 'PAYLOAD_INVALID' } });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });
});
