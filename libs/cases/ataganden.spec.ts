import { isRefusal, type DischargeView } from '@hemgang/cases';
import { plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, County, HELENA, MARIA, query } from '@hemgang/testing';

const text = 'Kan ni ställa in mat i kylen?';
const WORKLIST = { cursor: null, limit: 50 };

describe('commitments between the parties', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const view = async (caseId: string, user: string): Promise<DischargeView> => {
    const shown = await county.service.views.case('discharges', caseId, county.reader(user));
    if (isRefusal(shown)) throw new Error(shown.code);
    return shown;
  };

  const worklist = async (user: string) => {
    const page = await county.service.views.worklist(county.reader(user), {}, WORKLIST);
    if (isRefusal(page)) throw new Error(page.code);
    return page.items;
  };

  /** Anna's ward, Maria's municipal unit and Helena's hälsocentral in one case. */
  const told = async (): Promise<string> => {
    const { caseId } = await county.admit();
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
      receivers: ['umea-bistand-norr', 'ersboda-halsocentral'],
      expectedDischargeAt: plusMs(county.service.clock.now(), 86_400_000),
    });
    return caseId;
  };

  /** A day from now on, as a Swedish calendar writes it. */
  const someDay = () => plusMs(county.service.clock.now(), 3 * 86_400_000).slice(0, 10);

  const proposed = async () => {
    const caseId = await told();
    const payload = { unit: 'umea-bistand-norr', text, dueDate: someDay() };
    const { view: shown } = await county.give(caseId, 'propose-atagande', HELENA, payload);
    return { caseId, shown };
  };

  it('show their words to those who were told, and that they exist to every party', async () => {
    const { caseId, shown } = await proposed();
    expect(shown.ataganden).toMatchObject([
      {
        id: 'a3',
        by: { id: 'ersboda-halsocentral' },
        to: { id: 'umea-bistand-norr' },
        owner: { id: 'ersboda-halsocentral' },
        text,
        word: 'proposed',
      },
    ]);
    expect((await view(caseId, MARIA)).ataganden).toMatchObject([{ id: 'a3', text }]);
    const log = await query<{ payload: object }>(
      county.databaseUrl,
      `select payload from events where case_id = '${caseId}' and type = 'propose-atagande'`,
    );
    expect(JSON.stringify(log)).not.toContain('kylen');
  });

  it('keep their words from a party that was not told', async () => {
    const caseId = await told();
    const payload = { text: 'Vi ringer dottern.', dueDate: someDay() };
    await county.give(caseId, 'take-on', MARIA, payload);
    // The hälsocentral belongs to the region, which holds what the ward was told; no other does.
    await county.give(caseId, 'take-on', HELENA, { text: 'Vi bokar tid.', dueDate: someDay() });
    expect((await view(caseId, MARIA)).ataganden).toMatchObject([
      { text: 'Vi ringer dottern.' },
      { text: null, owner: { id: 'ersboda-halsocentral' } },
    ]);
    expect((await view(caseId, ANNA)).ataganden.map((each) => each.text)).toEqual([
      'Vi ringer dottern.',
      'Vi bokar tid.',
    ]);
  });

  it('stand in the worklist of who answers for them, with their words', async () => {
    const { caseId } = await proposed();
    const mine = async (user: string) =>
      (await worklist(user))
        .filter((duty) => duty.caseId === caseId && duty.text !== null)
        .map(({ key, text: words }) => [key, words]);
    expect(await mine(HELENA)).toEqual([['foreslaget-atagande', text]]);
    expect(await mine(MARIA)).toEqual([]);
    const accepted = await county.give(caseId, 'accept-atagande', MARIA, { atagande: 'a3' });
    expect(accepted.view.duties).toContainEqual(
      expect.objectContaining({ key: 'atagande', text, closedAt: null }),
    );
    expect(await mine(MARIA)).toEqual([['atagande', text]]);
    expect(await mine(HELENA)).toEqual([]);
  });

  it('are offered with what the body must say', async () => {
    const { caseId } = await proposed();
    const { allowedCommands } = await view(caseId, MARIA);
    expect(allowedCommands).toContainEqual(
      expect.objectContaining({
        name: 'accept-atagande',
        handover: null,
        target: { atagande: 'a3' },
      }),
    );
    expect(allowedCommands).toContainEqual(
      expect.objectContaining({
        name: 'acknowledge',
        handover: 'h2-1',
        target: { handover: 'h2-1' },
      }),
    );
    expect(allowedCommands).toContainEqual(
      expect.objectContaining({ name: 'take-on', handover: null, target: {} }),
    );
  });

  it('make nobody a party a second time', async () => {
    const { shown } = await proposed();
    expect(shown.parties.map(({ unit }) => unit.id).sort()).toEqual([
      'ersboda-halsocentral',
      'nus-medicin-2',
      'umea-bistand-norr',
    ]);
  });

  const refusals: readonly [
    what: string,
    user: string,
    name: string,
    body: object,
    code: string,
  ][] = [
    ['a proposal that is none', MARIA, 'accept-atagande', { atagande: 'a99' }, 'PAYLOAD_INVALID'],
    ['another’s answer', HELENA, 'accept-atagande', { atagande: 'a3' }, 'ROLE_NOT_ALLOWED'],
    ['a handover as one', MARIA, 'accept-atagande', { atagande: 'h2-1' }, 'ROLE_NOT_ALLOWED'],
    ['no name at all', MARIA, 'accept-atagande', {}, 'PAYLOAD_INVALID'],
    [
      'a handover besides',
      MARIA,
      'accept-atagande',
      { atagande: 'a3', handover: 'h2-1' },
      'PAYLOAD_INVALID',
    ],
    ['no reason', MARIA, 'decline-atagande', { atagande: 'a3' }, 'PAYLOAD_INVALID'],
    ['one not agreed', HELENA, 'fulfil-atagande', { atagande: 'a3' }, 'COMMAND_NOT_POSSIBLE'],
    ['a day gone by', ANNA, 'take-on', { text, dueDate: '2020-01-01' }, 'RULE_REFUSED'],
    ['a day that is none', ANNA, 'take-on', { text, dueDate: '2199-02-30' }, 'PAYLOAD_INVALID'],
    [
      'a time that is none',
      ANNA,
      'take-on',
      { text, dueDate: '2199-02-01', dueTime: '24:10' },
      'PAYLOAD_INVALID',
    ],
    [
      'a unit outside',
      ANNA,
      'propose-atagande',
      { unit: 'vannas-bistand', text, dueDate: '2199-02-01' },
      'RULE_REFUSED',
    ],
    ['an unknown item', ANNA, 'tick-readiness', { item: 'dog', status: 'done' }, 'PAYLOAD_INVALID'],
  ];

  it.each(refusals)('refuse %s, and nothing is written', async (_what, user, name, body, code) => {
    const { caseId } = await proposed();
    const before = await contentsOf(county.databaseUrl, 'access_log');
    expect(await county.try(caseId, name, user, body)).toMatchObject({
      ok: false,
      refusal: { code },
    });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });
});

describe('the list before going home', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  it('shows every item, and of those ticked who said so and when', async () => {
    const { caseId, view } = await county.told();
    expect(view.readiness.map(({ item, status }) => [item, status])).toEqual(
      ['medicines', 'aids', 'transport', 'key', 'food', 'information'].map((item) => [
        item,
        'undone',
      ]),
    );
    const ticked = await county.give(caseId, 'tick-readiness', MARIA, {
      item: 'key',
      status: 'done',
    });
    expect(ticked.view.readiness[3]).toEqual({
      item: 'key',
      text: 'Nyckel',
      status: 'done',
      unit: expect.objectContaining({ id: 'umea-bistand-norr' }),
      at: expect.any(String),
    });
    expect(ticked.view.duties).toHaveLength(view.duties.length);
  });
});
