import { isRefusal, type DisclosureView } from '@hemgang/cases';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, County, HELENA, MARIA, query } from '@hemgang/testing';

const TEXT = 'Höftfraktur, mobiliserad med gåbord.';

/** Of the controllers in these tests. */
const UMEA_SOCIAL = 'umea-individ-och-omsorgsnamnden';

const information = { way: 'here', text: TEXT };

describe('what was told to whom on which ground', () => {
  let county: County;
  let strict: County;

  beforeAll(async () => {
    [county, strict] = await Promise.all([County.open(), County.open('production')]);
  });

  afterAll(() => Promise.all([county.close(), strict.close()]));

  const disclosures = async (
    caseId: string,
    user: string,
    at: County = county,
  ): Promise<readonly DisclosureView[]> => {
    const page = await at.service.views.disclosures('discharges', caseId, at.reader(user));
    if (isRefusal(page)) throw new Error(page.code);
    return page.items;
  };

  let admitted = 0;

  /** Production takes no test persons: somebody whose number nobody could establish. */
  const admission = (at: County) => {
    admitted += 1;
    const number = `VB2026-${String(admitted).padStart(6, '0')}`;
    const patient = { number, name: 'Okänd kvinna', address: 'Okänd adress' };
    return { ...at.admission(), patient };
  };

  const ready = async (at: County): Promise<string> => {
    const { caseId } = await at.admit(admission(at));
    const now = at.service.clock.now();
    await at.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
      receivers: ['umea-bistand-norr', 'ersboda-halsocentral'],
      expectedDischargeAt: plusMs(now, 72 * HOUR_MS),
    });
    await at.give(caseId, 'mark-utskrivningsklar', ANNA, { physician: 'E. S.', judgedAt: now });
    return caseId;
  };

  const entriesOf = async (caseId: string, user: string, at: County = county) => {
    const view = await at.service.views.case('discharges', caseId, at.reader(user));
    if (isRefusal(view)) throw new Error(view.code);
    return view.entries.map(({ entry, legalBasis }) => [entry, legalBasis]);
  };

  it('stands in the log for the controller that handed out, and for the one that got it', async () => {
    const caseId = await ready(county);
    const disclosure = { ground: 'OSL_25_13', reason: 'Kan inte uttrycka sin vilja.' };
    await county.give(caseId, 'send-utskrivningsinformation', ANNA, {
      ...information,
      disclosure,
    });
    const told = await disclosures(caseId, ANNA);
    expect(told).toMatchObject([
      { entry: 'inskrivningsmeddelande', to: { id: UMEA_SOCIAL }, basis: 'STATUTORY_MIN' },
      { entry: 'utskrivningsklar', to: { id: UMEA_SOCIAL }, basis: 'STATUTORY_NOTICE' },
      {
        entry: 'utskrivningsinformation',
        to: { id: UMEA_SOCIAL },
        basis: 'OSL_25_13',
        rule: 'OSL 25:13',
        assumed: false,
        by: { unit: { id: 'nus-medicin-2' }, person: { name: 'Anna Lundgren' } },
        at: expect.stringMatching(/Z$/),
      },
    ]);
    expect(await disclosures(caseId, MARIA)).toEqual(told);
    expect((await entriesOf(caseId, MARIA)).at(-1)).toEqual([
      'utskrivningsinformation',
      'OSL_25_13',
    ]);
  });

  it('keeps the test that was made with the giver, and its words out of the log', async () => {
    const caseId = await ready(county);
    const reason = 'Menprövat med chefsjuristen.';
    await county.give(caseId, 'send-utskrivningsinformation', ANNA, {
      ...information,
      disclosure: { ground: 'NO_HARM', reason },
    });
    const rows = await query<{ controller: string; body: string }>(
      county.databaseUrl,
      `select controller, body::text as body from contents where case_id = $1 and seq = 4`,
      [caseId],
    );
    const holding = rows.filter(({ body }) => body.includes(reason));
    expect(holding.map(({ controller }) => controller)).toEqual([county.reader(ANNA).controller]);
    const [log] = await query<{ told: string }>(
      county.databaseUrl,
      'select e::text as told from events as e where case_id = $1 and seq = 4',
      [caseId],
    );
    expect(log?.told).not.toContain('Menprövat');
  });

  it('says that a ground was taken for granted where nobody named one', async () => {
    const caseId = await ready(county);
    await county.give(caseId, 'send-utskrivningsinformation', ANNA, information);
    expect((await disclosures(caseId, ANNA)).at(-1)).toMatchObject({
      basis: 'CONSENT',
      assumed: true,
    });
  });

  it('is no disclosure where the receiver is of the same authority', async () => {
    const caseId = await ready(county);
    await county.give(caseId, 'send-utskrivningsinformation', ANNA, information);
    const own = county.reader(ANNA).controller;
    expect(county.reader(HELENA).controller).toBe(own);
    expect((await disclosures(caseId, ANNA)).map(({ to }) => to.id)).not.toContain(own);
    expect(await entriesOf(caseId, HELENA)).toContainEqual([
      'utskrivningsinformation',
      'SAME_CONTROLLER',
    ]);
  });

  it('takes no ground that cannot be between the two: nothing is written', async () => {
    const caseId = await ready(county);
    const before = await contentsOf(county.databaseUrl, 'access_log');
    for (const ground of ['OSL_26_9', 'PSL_6_12']) {
      const body = { ...information, disclosure: { ground } };
      expect(await county.try(caseId, 'send-utskrivningsinformation', ANNA, body)).toMatchObject({
        ok: false,
        refusal: { code: 'RULE_REFUSED' },
      });
    }
    const unknown = { ...information, disclosure: { ground: 'BECAUSE' } };
    expect(await county.try(caseId, 'send-utskrivningsinformation', ANNA, unknown)).toMatchObject({
      refusal: { code: 'PAYLOAD_INVALID', errors: [{ path: '/disclosure/ground' }] },
    });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('presumes no lack of harm of somebody whose identity is protected', async () => {
    const caseId = await ready(county);
    await query(
      county.databaseUrl,
      `update persons set protection = 'marked', protected_since = identified_at, address = null
       where id = (select person_id from cases where id = $1)`,
      [caseId],
    );
    const body = { ...information, disclosure: { ground: 'NO_HARM' } };
    expect(await county.try(caseId, 'send-utskrivningsinformation', ANNA, body)).toMatchObject({
      refusal: { code: 'RULE_REFUSED' },
    });
  });

  it('names no ground for what tells nobody anything', async () => {
    const { caseId } = await county.admit();
    const body = { disclosure: { ground: 'CONSENT' } };
    expect(
      await county.try(caseId, 'no-need', ANNA, { physician: 'E. S.', ...body }),
    ).toMatchObject({
      refusal: { code: 'PAYLOAD_INVALID', errors: [{ path: '/disclosure' }] },
    });
  });

  it('in production leaves the information owed until there is a ground', async () => {
    const caseId = await ready(strict);
    const before = await contentsOf(strict.databaseUrl, 'access_log');
    for (const disclosure of [{}, { disclosure: { ground: 'NONE' } }]) {
      const body = { ...information, ...disclosure };
      expect(await strict.try(caseId, 'send-utskrivningsinformation', ANNA, body)).toMatchObject({
        refusal: { code: 'RULE_REFUSED', rule: '2017:612 3:2' },
      });
    }
    expect(await contentsOf(strict.databaseUrl, 'access_log')).toEqual(before);
    const body = { ...information, disclosure: { ground: 'CONSENT' } };
    const { view } = await strict.give(caseId, 'send-utskrivningsinformation', ANNA, body);
    expect(view.duties).toContainEqual(
      expect.objectContaining({ key: 'utskrivningsinformation', outcome: 'fulfilled' }),
    );
  });

  it('in production tells that something was said, and keeps the words, without a ground', async () => {
    const caseId = await ready(strict);
    const answer = { answer: 'known', currentMeasures: 'Hemtjänst, trygghetslarm.' };
    await strict.give(caseId, 'answer', MARIA, answer);
    expect((await disclosures(caseId, MARIA, strict)).at(-1)).toMatchObject({
      entry: 'svar',
      to: { id: strict.reader(ANNA).controller },
      basis: null,
      text: expect.stringContaining('Ingen grund'),
      rule: 'OSL 26:1',
    });
    const seen = await strict.service.views.case('discharges', caseId, strict.reader(ANNA));
    expect(seen).toMatchObject({
      handovers: expect.arrayContaining([expect.objectContaining({ answer: 'known' })]),
    });
    expect(JSON.stringify(seen)).not.toContain('trygghetslarm');
    expect(await entriesOf(caseId, MARIA, strict)).toContainEqual(['answer', 'OWN']);
  });

  it('outlives the copies that it is about', async () => {
    const caseId = await ready(county);
    await county.give(caseId, 'send-utskrivningsinformation', ANNA, information);
    const before = await disclosures(caseId, ANNA);
    await query(county.databaseUrl, 'delete from contents where case_id = $1 and controller = $2', [
      caseId,
      UMEA_SOCIAL,
    ]);
    expect(await disclosures(caseId, ANNA)).toEqual(before);
    const { faulty } = await county.service.verification.all(
      () => undefined,
      new AbortController().signal,
    );
    expect(faulty.filter((one) => one.caseId === caseId)).toEqual([]);
  });

  it('is asked for by parties only, and leaves its line in the access log', async () => {
    const caseId = await ready(county);
    await disclosures(caseId, ANNA);
    const stranger = county.reader('peter-holmlund-umea-betalning');
    expect(await county.service.views.disclosures('discharges', caseId, stranger)).toEqual({
      code: 'NOT_FOUND',
    });
    const lines = await query<{ action: string }>(
      county.databaseUrl,
      `select action from access_log where action like '%disclosures'
         and (case_id = $1 or (case_id is null and staff = $2)) order by id`,
      [caseId, stranger.staff],
    );
    expect(lines.map(({ action }) => action)).toEqual([
      'read:disclosures',
      'refused:read:disclosures',
    ]);
  });
});
