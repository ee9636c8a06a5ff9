import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, County, HELENA, MARIA, query } from '@hemgang/testing';

const VANNAS = 'vannas-bistand';
const TEXT = 'Höftfraktur, opererad. Går med rollator.';
const reason = 'Flyttar till sin dotter.';

describe('receivers that come and go', () => {
  let county: County;
  let vannas: string;

  beforeAll(async () => {
    county = await County.open();
    vannas = county.service.directory().assignmentsOf(VANNAS)[0]?.id ?? '';
  });

  afterAll(() => county.close());

  /** Umeå and Ersboda are told and informed. */
  async function informed(): Promise<string> {
    const { caseId } = await county.admit();
    const expectedDischargeAt = plusMs(county.service.clock.now(), 72 * HOUR_MS);
    const receivers = ['umea-bistand-norr', 'ersboda-halsocentral'];
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
      receivers,
      expectedDischargeAt,
    });
    await county.give(caseId, 'send-utskrivningsinformation', ANNA, { way: 'here', text: TEXT });
    return caseId;
  }

  const entriesOf = async (caseId: string, user: string) => {
    const view = await county.service.views.case('discharges', caseId, county.reader(user));
    if ('code' in view) throw new Error(view.code);
    return view.entries.map(({ seq, entry, source, legalBasis }) => ({
      seq,
      entry,
      source,
      legalBasis,
    }));
  };

  const handedOn = (seq: number) => [
    { seq, entry: 'inskrivningsmeddelande', source: null, legalBasis: 'STATUTORY_MIN' },
    { seq, entry: 'utskrivningsinformation', source: 3, legalBasis: 'CONSENT' },
  ];

  it('an added receiver holds a copy of the information that was sent before', async () => {
    const caseId = await informed();
    const added = await county.give(caseId, 'add-receiver', ANNA, { unit: VANNAS });
    expect(added.view.handovers.map(({ id, word }) => [id, word])).toContainEqual([
      'h4-1',
      'notified',
    ]);
    expect(await entriesOf(caseId, vannas)).toEqual(handedOn(4));
    const view = await county.service.views.case('discharges', caseId, county.reader(vannas));
    expect(view).toMatchObject({
      patient: { name: expect.any(String) },
      entries: [{}, { body: { text: TEXT } }],
    });
  });

  it('so does the right receiver after a felsänt notice, and each copy has its digest', async () => {
    const caseId = await informed();
    await county.give(caseId, 'reject', MARIA, { reason });
    await county.give(caseId, 'readdress', ANNA, { replaces: 'h2-1', unit: VANNAS });
    expect(await entriesOf(caseId, vannas)).toEqual(handedOn(5));
    const [event] = await query<{ digests: Record<string, string> }>(
      county.databaseUrl,
      'select digests from events where case_id = $1 and seq = 5',
      [caseId],
    );
    const controller = county.reader(vannas).controller;
    expect(Object.keys(event?.digests ?? {}).sort()).toEqual([controller, `${controller}#3`]);
  });

  it("a receiver of the ward's own controller gets no second copy", async () => {
    const caseId = await informed();
    const before = await entriesOf(caseId, ANNA);
    await county.give(caseId, 'add-receiver', ANNA, { unit: 'alidhem-halsocentral' });
    expect(await entriesOf(caseId, ANNA)).toEqual([...before, handedOn(4)[0]]);
  });

  it('content that has been erased is not handed on', async () => {
    const caseId = await informed();
    await query(county.databaseUrl, 'delete from contents where case_id = $1 and seq = 3', [
      caseId,
    ]);
    await county.give(caseId, 'add-receiver', ANNA, { unit: VANNAS });
    expect(await entriesOf(caseId, vannas)).toEqual([handedOn(4)[0]]);
  });

  it('a receiver that withdraws says why, and the ward sees it', async () => {
    const caseId = await informed();
    const gone = await county.give(caseId, 'withdraw-party', MARIA, { reason });
    expect(gone.view.handovers[0]).toMatchObject({ id: 'h2-1', word: 'withdrawn' });
    const ward = await county.service.views.case('discharges', caseId, county.reader(ANNA));
    expect(ward).toMatchObject({
      entries: expect.arrayContaining([
        expect.objectContaining({ entry: 'part-lamnar', body: { reason } }),
      ]),
    });
  });

  it('a receiver that is not needed keeps what it saw and can do nothing more', async () => {
    const caseId = await informed();
    await county.give(caseId, 'remove-receiver', ANNA, { receiver: 'h2-1', reason });
    expect((await entriesOf(caseId, MARIA)).map(({ entry }) => entry)).toEqual([
      'inskrivningsmeddelande',
      'utskrivningsinformation',
      'mottagare-borttagen',
    ]);
    expect(await county.try(caseId, 'acknowledge', MARIA)).toMatchObject({
      refusal: { code: 'COMMAND_NOT_POSSIBLE' },
    });
  });

  it('an address typed for a late receiver stands in its copy, also when more is handed on', async () => {
    const caseId = await informed();
    const judgedAt = county.service.clock.now();
    await county.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt });
    const folkbokforingsadress = 'Kyrkvägen 2, Vännäs';
    await county.give(caseId, 'add-receiver', ANNA, { unit: VANNAS, folkbokforingsadress });
    const view = await county.service.views.case('discharges', caseId, county.reader(vannas));
    expect(view).toMatchObject({ patient: { address: folkbokforingsadress } });
  });

  it('a unit that is forwarded to holds what the first one had, at its own controller', async () => {
    const caseId = await informed();
    const reason = 'Listad hos er.';
    await county.give(caseId, 'forward', HELENA, { unit: 'citymottagningen', reason });
    const city = county.service.directory().assignmentsOf('citymottagningen')[0]?.id ?? '';
    expect(await entriesOf(caseId, city)).toEqual(handedOn(4));
    const seen = await county.give(caseId, 'acknowledge', city);
    expect(seen.view).toMatchObject({
      patient: { name: expect.any(String) },
      entries: [{ body: { reason } }, { body: { text: TEXT } }],
      handovers: [{ id: 'h2-1' }, { id: 'h2-2', unit: { id: 'citymottagningen' } }],
    });
    const first = await county.service.views.case('discharges', caseId, county.reader(HELENA));
    expect(first).toMatchObject({
      // What it did itself, it may still put right.
      allowedCommands: [{ name: 'correct' }, { name: 'makulera-event' }],
      parties: expect.arrayContaining([
        expect.objectContaining({
          id: 'h2-2',
          unit: expect.objectContaining({ id: 'citymottagningen' }),
        }),
        expect.objectContaining({
          id: 'h2-2',
          unit: expect.objectContaining({ id: 'ersboda-halsocentral' }),
        }),
      ]),
    });
  });

  it.each([
    ['forward', MARIA, { unit: VANNAS }, 'RULE_REFUSED'],
    ['forward', MARIA, { unit: 'umea-hemsjukvard-norr' }, 'RULE_REFUSED'],
    ['forward', MARIA, { unit: 'umea-bistand-norr' }, 'RULE_REFUSED'],
    ['forward', ANNA, { unit: 'umea-bistand-ost' }, 'ROLE_NOT_ALLOWED'],
    ['forward', MARIA, {}, 'PAYLOAD_INVALID'],
    ['add-receiver', ANNA, { unit: 'umea-bistand-norr' }, 'RULE_REFUSED'],
    ['add-receiver', ANNA, { unit: 'ingenstans' }, 'RULE_REFUSED'],
    ['add-receiver', MARIA, { unit: VANNAS }, 'ROLE_NOT_ALLOWED'],
    ['remove-receiver', ANNA, { receiver: 'h9-9', reason }, 'RULE_REFUSED'],
    ['remove-receiver', ANNA, { receiver: 'h2-1' }, 'PAYLOAD_INVALID'],
    ['remove-receiver', HELENA, { receiver: 'h2-1', reason }, 'ROLE_NOT_ALLOWED'],
    ['drop-returned', ANNA, { returned: 'h2-1', reason }, 'COMMAND_NOT_POSSIBLE'],
    ['withdraw-party', ANNA, { reason }, 'ROLE_NOT_ALLOWED'],
    ['withdraw-party', MARIA, {}, 'PAYLOAD_INVALID'],
  ])('%s by %s with %j is refused and writes nothing', async (command, user, body, code) => {
    const caseId = await informed();
    const before = await contentsOf(county.databaseUrl, 'access_log');
    expect(await county.try(caseId, command, user, body)).toMatchObject({ refusal: { code } });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });
});
