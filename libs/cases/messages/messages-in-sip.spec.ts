import { isRefusal, type MessageView } from '@hemgang/cases';
import { contentsOf, County, HELENA, MARIA, query } from '@hemgang/testing';

/** Health care of Maria's municipality, and an authority of its own. */
const SARA = 'sara-wiklund-umea-hemsjukvard-norr';
const NORR = 'umea-bistand-norr';
const HEALTH = 'umea-hemsjukvard-norr';
const CLINIC = 'ersboda-halsocentral';
const text = 'Rullatorn är utprovad.';
const words = { category: 'hjalpmedel', priority: 'ordinary', text };
const reason = 'Hon vill inte längre.';

describe('messages between the units of a SIP', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const give = (caseId: string, name: string, user: string, body: object = {}) =>
    county.giveAt('sips', caseId, name, user, body);

  const shown = async (caseId: string, user: string): Promise<readonly MessageView[]> => {
    const page = await county.service.views.messages('sips', caseId, county.reader(user));
    if (isRefusal(page)) throw new Error(page.code);
    return page.items;
  };

  /** Helena's hälsocentral has called Maria's unit and written to it: `m5`. */
  const written = async (): Promise<string> => {
    const caseId = await county.sipTogether([NORR]);
    await give(caseId, 'send-message', HELENA, { ...words, to: [NORR] });
    return caseId;
  };

  it('are shown with their words to those who were told, and to nobody else', async () => {
    const caseId = await written();
    for (const user of [HELENA, MARIA]) {
      expect(await shown(caseId, user)).toMatchObject([
        {
          ...{ id: 'm5', thread: 'm5', text, sent: { unit: { id: CLINIC } } },
          receivers: [{ id: 'm5-1', unit: { id: NORR }, word: 'owed' }],
        },
      ]);
    }
    await expect(shown(caseId, SARA)).rejects.toThrow('NOT_FOUND');
  });

  it('go out on the ground of the consent', async () => {
    const caseId = await written();
    const rows = await query<{ basis: string }>(
      county.databaseUrl,
      `select legal_basis as basis from contents
       where case_id = '${caseId}' and seq = 5 and legal_basis <> 'OWN'`,
    );
    expect(rows).toEqual([{ basis: 'CONSENT' }]);
  });

  it('are answered, which acknowledges them, and stand in the worklist until then', async () => {
    const caseId = await written();
    const owed = async () => {
      const all = { cursor: null, limit: 200 };
      const page = await county.service.views.worklist(county.reader(MARIA), {}, all);
      if (isRefusal(page)) throw new Error(page.code);
      return page.items.filter((line) => line.caseId === caseId).map(({ key }) => key);
    };
    expect(await owed()).toContain('meddelande-kvittens');
    await give(caseId, 'send-message', MARIA, { ...words, to: [CLINIC], re: 'm5' });
    expect(await owed()).not.toContain('meddelande-kvittens');
    expect((await shown(caseId, HELENA))[0]?.receivers).toMatchObject([
      { word: 'acknowledged', acknowledged: { unit: { id: NORR }, answer: 'm6' } },
    ]);
  });

  it('go on to another authority of the municipality, which learns whom they are about', async () => {
    const caseId = await written();
    await give(caseId, 'forward-message', MARIA, {
      ...{ message: 'm5-1', unit: HEALTH, handOver: true },
    });
    expect(await shown(caseId, SARA)).toMatchObject([{ text, receivers: [{ word: 'owed' }] }]);
    const { view } = await give(caseId, 'acknowledge-message', SARA, { message: 'm5-1' });
    expect(view.patient?.name).toEqual(expect.any(String));
    expect(view.sip.need).toBeNull();
  });

  it.each([
    ['without a consent', 'withdraw-consent', 'RULE_REFUSED'],
    ['when the SIP is closed', 'close-sip', 'COMMAND_NOT_POSSIBLE'],
  ])('are refused %s, and nothing is written', async (_what, name, code) => {
    const caseId = await written();
    const body = name === 'close-sip' ? { because: 'other', reason } : { reason };
    await give(caseId, name, HELENA, body);
    const before = await contentsOf(county.databaseUrl, 'access_log');
    for (const [command, user, payload] of [
      ['send-message', HELENA, { ...words, to: [NORR] }],
      ['send-message', MARIA, { ...words, to: [CLINIC], re: 'm5' }],
      ['forward-message', MARIA, { message: 'm5-1', unit: HEALTH }],
    ] as const) {
      const answer = await county.tryAt('sips', caseId, command, user, payload);
      expect(answer).toMatchObject({ ok: false, refusal: { code } });
    }
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    await expect(shown(caseId, SARA)).rejects.toThrow('NOT_FOUND');
    // What was told stays told.
    expect(await shown(caseId, MARIA)).toMatchObject([
      { text, receivers: [{ word: name === 'close-sip' ? 'withdrawn' : 'owed' }] },
    ]);
  });

  it('are refused to a unit that does not take part, or is of another huvudman', async () => {
    const caseId = await written();
    const before = await contentsOf(county.databaseUrl, 'access_log');
    for (const [command, user, payload] of [
      ['send-message', HELENA, { ...words, to: [HEALTH] }],
      ['send-message', HELENA, { ...words, to: [CLINIC] }],
      ['forward-message', MARIA, { message: 'm5-1', unit: 'vannas-bistand' }],
      ['forward-message', MARIA, { message: 'm5-1', unit: CLINIC }],
    ] as const) {
      const answer = await county.tryAt('sips', caseId, command, user, payload);
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'RULE_REFUSED' } });
    }
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });
});
