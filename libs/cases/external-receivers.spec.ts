import { HOUR_MS, MINUTE_MS, plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, County, MARIA, query, type Accepted } from '@hemgang/testing';

const LULEA = 'lulea-bistand';
const NAME = 'Karin på biståndet';

describe('a receiver without an account', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const now = () => county.service.clock.now();

  /** Told just now by phone. */
  const byPhone = (minutesAgo = 0) => {
    const at = plusMs(now(), -minutesAgo * MINUTE_MS);
    return { registered: { name: NAME, channel: 'phone', at } };
  };

  /** Umeå, which has accounts, and Luleå, which has none. */
  async function written(): Promise<Accepted> {
    const { caseId } = await county.admit();
    return county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
      receivers: ['umea-bistand-norr', LULEA],
      expectedDischargeAt: plusMs(now(), 72 * HOUR_MS),
    });
  }

  const reached = async () => {
    const { caseId } = await written();
    return county.give(caseId, 'report-sent', ANNA, byPhone());
  };

  it('is shown with its card, and with what waits to be sent', async () => {
    const { view } = await written();
    expect(view.handovers).toMatchObject([
      { unit: { id: 'umea-bistand-norr' }, external: false, contact: null, unsent: [] },
      {
        unit: { id: LULEA },
        external: true,
        contact: { organisation: 'Luleå kommun' },
        unacknowledged: [{ entry: 'inskrivningsmeddelande', sentAt: null }],
        unsent: [{ entry: 'inskrivningsmeddelande' }],
      },
    ]);
    expect(view.duties).toContainEqual(
      expect.objectContaining({ key: 'skicka-externt', rule: 'avtal externt', handover: 'x2-2' }),
    );
    expect(view.parties.map(({ id }) => id)).toEqual(['ward', 'h2-2', 'h2-1']);
  });

  it('is registered for by the ward, which says with whom, how and when', async () => {
    const { caseId, view } = await reached();
    const names = view.allowedCommands.filter(({ handover }) => handover === 'h2-2');
    expect(names.map(({ name }) => name)).toContain('acknowledge');
    expect(names.every(({ registered }) => registered === 'required')).toBe(true);
    const answer = { answer: 'known', currentMeasures: 'Larm.', ...byPhone(), handover: 'h2-2' };
    const answered = await county.give(caseId, 'answer', ANNA, answer);
    expect(answered.view.entries.at(-1)).toMatchObject({
      entry: 'svar',
      body: { currentMeasures: 'Larm.', registered: { name: NAME } },
    });
    const events = await county.service.views.events('discharges', caseId, county.reader(ANNA), {
      cursor: null,
      limit: 200,
    });
    if ('code' in events) throw new Error(events.code);
    expect(events.items.at(-1)).toMatchObject({
      type: 'answer',
      handover: 'h2-2',
      facts: { answer: 'known', registered: { channel: 'phone', at: answer.registered.at } },
      occurredAt: answer.registered.at,
    });
    expect(JSON.stringify(events.items)).not.toContain(NAME);
  });

  it('leaves nobody else the commands that need no name', async () => {
    const { caseId } = await reached();
    await county.give(caseId, 'acknowledge', MARIA);
    const view = await county.service.views.case('discharges', caseId, county.reader(MARIA));
    if ('code' in view) throw new Error(view.code);
    expect(view.allowedCommands.some(({ registered }) => registered === 'required')).toBe(false);
  });

  it('has its copies kept as disclosed, under its own authority', async () => {
    const { caseId } = await written();
    const rows = await query<{ controller: string; entry: string }>(
      county.databaseUrl,
      `select controller, entry from contents where case_id = $1 and controller like '%utanfor'`,
      [caseId],
    );
    expect(rows).toEqual([{ controller: 'kommun-2580-utanfor', entry: 'inskrivningsmeddelande' }]);
  });

  it.each<[string, string, string, () => object, string]>([
    ['a kvittens without a name', 'acknowledge', ANNA, () => ({ handover: 'h2-2' }), '/registered'],
    ['sending without a name', 'report-sent', ANNA, () => ({}), '/registered'],
    ['a name for what tells nobody', 'start-planning', MARIA, () => byPhone(), ''],
    [
      'two times',
      'acknowledge',
      ANNA,
      () => ({ ...byPhone(), handover: 'h2-2', occurredAt: now() }),
      '/occurredAt',
    ],
    [
      'an unknown channel',
      'acknowledge',
      ANNA,
      () => ({ registered: { name: NAME, channel: 'dream', at: now() }, handover: 'h2-2' }),
      '/registered/channel',
    ],
  ])('%s is refused and writes nothing', async (_what, command, user, body, path) => {
    const { caseId } = await reached();
    await county.give(caseId, 'change-expected-discharge', ANNA, {
      expectedDischargeAt: plusMs(now(), 96 * HOUR_MS),
    });
    const before = await contentsOf(county.databaseUrl, 'access_log');
    expect(await county.try(caseId, command, user, body())).toMatchObject({
      refusal: { code: 'PAYLOAD_INVALID', errors: [{ path }] },
    });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it.each<[string, string, object, string]>([
    ['a kvittens by another municipality', MARIA, { handover: 'h2-2' }, 'ROLE_NOT_ALLOWED'],
    [
      'a kvittens in the future',
      ANNA,
      { handover: 'h2-2', registered: { name: NAME, channel: 'fax', at: '2100-01-01T00:00:00Z' } },
      'TIME_REFUSED',
    ],
  ])('%s is refused and writes nothing', async (_what, user, body, code) => {
    const { caseId } = await reached();
    const before = await contentsOf(county.databaseUrl, 'access_log');
    expect(await county.try(caseId, 'acknowledge', user, body)).toMatchObject({
      refusal: { code },
    });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('opening a case is nothing that somebody outside does', async () => {
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const incoming = { body: { ...county.admission(), ...byPhone() }, key: 'outside' };
    const answer = await county.service.answered.open('discharges', incoming, county.reader(ANNA));
    expect(answer).toMatchObject({ refusal: { code: 'PAYLOAD_INVALID' } });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });
});

describe('the sheet for a receiver without an account', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  it('says the four facts, what is asked and by when if it is sent now, and is noted', async () => {
    const { caseId } = await county.admit();
    const expectedDischargeAt = plusMs(county.service.clock.now(), 72 * HOUR_MS);
    const receivers = [LULEA];
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
      receivers,
      expectedDischargeAt,
    });
    const text = 'Går med rollator.';
    await county.give(caseId, 'send-utskrivningsinformation', ANNA, { way: 'here', text });
    const sheet = await county.service.views.noticeSheet(
      'discharges',
      caseId,
      'h2-1',
      county.reader(ANNA),
    );
    if ('code' in sheet) throw new Error(sheet.code);
    const { printedAt } = sheet;
    expect(sheet).toMatchObject({
      ward: { id: 'nus-medicin-2' },
      receiver: { id: LULEA },
      contact: { organisation: 'Luleå kommun' },
      patient: { name: expect.any(String), number: expect.any(String) },
      expectedDischargeAt,
      information: [text],
      asked: [
        { title: 'Kvittera det som avdelningen har skickat', due: plusMs(printedAt, 24 * HOUR_MS) },
        { title: 'Svara om patienten är känd hos er', due: plusMs(printedAt, 24 * HOUR_MS) },
        { title: 'Börja planera insatserna', due: plusMs(printedAt, 48 * HOUR_MS) },
      ],
    });
    const [line] = await query<{ action: string; case_id: string }>(
      county.databaseUrl,
      'select action, case_id from access_log order by id desc limit 1',
    );
    expect(line).toEqual({ action: 'read:notice', case_id: caseId });
  });

  it('is there for no stranger, no other machine and no unknown handover', async () => {
    const { caseId } = await county.told();
    const { noticeSheet } = county.service.views;
    const ask = (handover: string, user: string) =>
      noticeSheet.call(county.service.views, 'discharges', caseId, handover, county.reader(user));
    const stranger = county.service.directory().assignmentsOf('vannas-bistand')[0]?.id ?? '';
    expect(await ask('h2-1', stranger)).toEqual({ code: 'NOT_FOUND' });
    expect(await ask('h9-9', ANNA)).toEqual({ code: 'NOT_FOUND' });
    expect(await ask('discharge', ANNA)).toEqual({ code: 'NOT_FOUND' });
  });
});
