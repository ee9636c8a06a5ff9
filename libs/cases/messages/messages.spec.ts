import { randomUUID } from 'node:crypto';
import { isRefusal, type MessageView } from '@hemgang/cases';
import { HOUR_MS, plusMs } from '@hemgang/kernel';
import { ANNA, contentsOf, County, HELENA, MARIA, query } from '@hemgang/testing';

/** Health care of Maria's municipality, and an authority of its own. */
const SARA = 'sara-wiklund-umea-hemsjukvard-norr';
const WARD = 'nus-medicin-2';
const NORR = 'umea-bistand-norr';
const HEALTH = 'umea-hemsjukvard-norr';
const CLINIC = 'ersboda-halsocentral';
const LULEA = 'lulea-bistand';
const text = 'Rullatorn är utprovad.';
const words = { category: 'hjalpmedel', priority: 'ordinary', text };

describe('messages between the parties', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const shown = async (caseId: string, user: string): Promise<readonly MessageView[]> => {
    const page = await county.service.views.messages('discharges', caseId, county.reader(user));
    if (isRefusal(page)) throw new Error(page.code);
    return page.items;
  };

  const send = (caseId: string, user: string, to: string[], more: object = {}) =>
    county.give(caseId, 'send-message', user, { ...words, to, ...more });

  /** Anna's ward has told those and written to Maria's unit: `m3`. */
  const written = async (...others: string[]): Promise<string> => {
    const { caseId } = await county.admit();
    const expectedDischargeAt = plusMs(county.service.clock.now(), 72 * HOUR_MS);
    const receivers = [NORR, ...others];
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, {
      ...{ receivers, expectedDischargeAt },
    });
    await send(caseId, ANNA, [NORR]);
    return caseId;
  };

  it('are shown with their words to those who were told, and to nobody else', async () => {
    const caseId = await written(HEALTH, CLINIC);
    const at = expect.any(String);
    expect(await shown(caseId, MARIA)).toEqual([
      {
        ...{ id: 'm3', event: 3, re: null, thread: 'm3', text, attachments: [], struckBy: null },
        ...{ category: 'hjalpmedel', priority: 'ordinary' },
        sent: {
          unit: expect.objectContaining({ id: WARD }),
          person: { id: 'anna-lundgren', name: 'Anna Lundgren' },
          at,
        },
        receivers: [
          {
            ...{ id: 'm3-1', word: 'owed', wordText: 'Väntar på kvittens', dueAt: at },
            unit: expect.objectContaining({ id: NORR }),
            owner: expect.objectContaining({ id: NORR }),
            ...{ acknowledged: null, forwarded: [] },
          },
        ],
      },
    ]);
    expect(await shown(caseId, SARA)).toEqual([]);
    // The hälsocentral belongs to the region, which holds what its ward wrote.
    expect(await shown(caseId, HELENA)).toMatchObject([{ id: 'm3', text }]);
    const [{ facts } = { facts: '' }] = await query<{ facts: string }>(
      county.databaseUrl,
      `select string_agg(payload::text || given::text, '') as facts from events
       where case_id = '${caseId}'`,
    );
    expect(facts).toContain('hjalpmedel');
    expect(facts).not.toContain('utprovad');
  });

  it('stand in the worklist of whoever owes the kvittens', async () => {
    const caseId = await written();
    const page = await county.service.views.worklist(
      county.reader(MARIA),
      {},
      { cursor: null, limit: 200 },
    );
    if (isRefusal(page)) throw new Error(page.code);
    expect(page.items).toContainEqual(
      expect.objectContaining({ caseId, key: 'meddelande-kvittens' }),
    );
  });

  it('tell who has acknowledged them and when', async () => {
    const caseId = await written();
    await county.give(caseId, 'acknowledge-message', MARIA, { message: 'm3-1' });
    const person = { id: 'maria-forsberg', name: 'Maria Forsberg' };
    expect(await shown(caseId, ANNA)).toMatchObject([
      {
        receivers: [
          {
            ...{ word: 'acknowledged', dueAt: null },
            acknowledged: { unit: { id: NORR }, person, answer: null },
          },
        ],
      },
    ]);
  });

  it('hang together by what they answer, and an answer acknowledges', async () => {
    const caseId = await written();
    await send(caseId, MARIA, [WARD], { re: 'm3', text: 'Tack!' });
    await send(caseId, ANNA, [NORR], { re: 'm4', text: 'Varsågod.' });
    await send(caseId, ANNA, [NORR], { category: 'transport', text: 'Taxi 10.15.' });
    expect((await shown(caseId, ANNA)).map(({ id, re, thread }) => [id, re, thread])).toEqual([
      ['m3', null, 'm3'],
      ['m4', 'm3', 'm3'],
      ['m5', 'm4', 'm3'],
      ['m6', null, 'm6'],
    ]);
    expect((await shown(caseId, ANNA))[0]?.receivers).toMatchObject([
      { word: 'acknowledged', acknowledged: { unit: { id: NORR }, answer: 'm4' } },
    ]);
  });

  it('go on to another authority of the municipality, which learns whom they are about', async () => {
    const caseId = await written();
    await expect(shown(caseId, SARA)).rejects.toThrow('NOT_FOUND');
    await county.give(caseId, 'forward-message', MARIA, {
      ...{ message: 'm3-1', unit: HEALTH, handOver: true },
    });
    expect(await shown(caseId, SARA)).toMatchObject([
      {
        text,
        receivers: [
          {
            ...{ unit: { id: NORR }, owner: { id: HEALTH }, word: 'owed' },
            forwarded: [{ to: { id: HEALTH }, unit: { id: NORR }, handedOver: true }],
          },
        ],
      },
    ]);
    const { view } = await county.give(caseId, 'acknowledge-message', SARA, { message: 'm3-1' });
    expect(view.patient?.name).toEqual(expect.any(String));
    expect((await shown(caseId, ANNA))[0]?.receivers).toMatchObject([
      { acknowledged: { unit: { id: HEALTH } } },
    ]);
    await send(caseId, SARA, [WARD], { re: 'm3', text: 'Vi tar det.' });
    await send(caseId, ANNA, [HEALTH], { re: 'm6', text: 'Bra.' });
    expect(await shown(caseId, SARA)).toHaveLength(3);
  });

  it('that are struck are shown as struck, and owe nothing', async () => {
    const caseId = await written();
    await county.give(caseId, 'makulera-event', ANNA, { event: 3, reason: 'Fel patient.' });
    expect(await shown(caseId, MARIA)).toMatchObject([
      { struckBy: 4, receivers: [{ word: 'struck', dueAt: null, acknowledged: null }] },
    ]);
  });

  it('are read with a line in the access log, also by whoever is refused', async () => {
    const caseId = await written();
    await shown(caseId, MARIA);
    await expect(shown(caseId, SARA)).rejects.toThrow('NOT_FOUND');
    const lines = await query<{ action: string }>(
      county.databaseUrl,
      `select action from access_log where case_id = '${caseId}' and action like '%messages'
       order by id`,
    );
    expect(lines.map(({ action }) => action)).toEqual(['read:messages', 'refused:read:messages']);
  });

  it('are nothing that a settlement has', async () => {
    const reader = county.reader(MARIA);
    const answer = await county.service.views.messages('settlements', randomUUID(), reader);
    expect(answer).toEqual({ code: 'NOT_FOUND' });
  });

  const many = (count: number) => Array.from({ length: count }, (_, n) => `unit-${n}`);

  const refusals: readonly (readonly [
    what: string,
    user: string,
    name: string,
    body: object,
    code: string,
  ])[] = [
    ['to nobody', ANNA, 'send-message', { ...words, to: [] }, 'PAYLOAD_INVALID'],
    ['to more than ten', ANNA, 'send-message', { ...words, to: many(11) }, 'PAYLOAD_INVALID'],
    ['twice to one', ANNA, 'send-message', { ...words, to: [NORR, NORR] }, 'PAYLOAD_INVALID'],
    ['to no party', ANNA, 'send-message', { ...words, to: ['vannas-bistand'] }, 'RULE_REFUSED'],
    ['to a unit that is none', ANNA, 'send-message', { ...words, to: many(1) }, 'RULE_REFUSED'],
    ['to who has no account', ANNA, 'send-message', { ...words, to: [LULEA] }, 'RULE_REFUSED'],
    ['to oneself', ANNA, 'send-message', { ...words, to: [WARD] }, 'RULE_REFUSED'],
    [
      'of an unknown category',
      ...([ANNA, 'send-message', { ...words, to: [NORR], category: 'skvaller' }] as const),
      'PAYLOAD_INVALID',
    ],
    [
      'without words',
      ...([ANNA, 'send-message', { ...words, to: [NORR], text: ' ' }] as const),
      'PAYLOAD_INVALID',
    ],
    [
      'that answers none',
      ...([MARIA, 'send-message', { ...words, to: [WARD], re: 'm2' }] as const),
      'RULE_REFUSED',
    ],
    [
      'that answers what others wrote',
      ...([HELENA, 'send-message', { ...words, to: [WARD], re: 'm3' }] as const),
      'RULE_REFUSED',
    ],
    [
      'with more than five files',
      ANNA,
      'send-message',
      { ...words, to: [NORR], attachments: Array.from({ length: 6 }, () => randomUUID()) },
      'PAYLOAD_INVALID',
    ],
    [
      'with a file that is none',
      ...([ANNA, 'send-message', { ...words, to: [NORR], attachments: [randomUUID()] }] as const),
      'PAYLOAD_INVALID',
    ],
    [
      'acknowledged by another',
      ...([HELENA, 'acknowledge-message', { message: 'm3-1' }] as const),
      'ROLE_NOT_ALLOWED',
    ],
    [
      'that is not there, acknowledged',
      ...([MARIA, 'acknowledge-message', { message: 'm9-1' }] as const),
      'PAYLOAD_INVALID',
    ],
    [
      'forwarded to another huvudman',
      ...([MARIA, 'forward-message', { message: 'm3-1', unit: 'vannas-bistand' }] as const),
      'RULE_REFUSED',
    ],
    [
      'forwarded to who only carries out help',
      MARIA,
      'forward-message',
      { message: 'm3-1', unit: 'umea-norrskenet-hemtjanst' },
      'RULE_REFUSED',
    ],
    [
      'forwarded by its sender',
      ...([ANNA, 'forward-message', { message: 'm3-1', unit: 'nus-medicin-3' }] as const),
      'ROLE_NOT_ALLOWED',
    ],
  ];

  it.each(refusals)(
    '%s is refused, and nothing is written',
    async (_what, user, name, body, code) => {
      const caseId = await written(CLINIC, LULEA);
      const before = await contentsOf(county.databaseUrl, 'access_log');
      expect(await county.try(caseId, name, user, body)).toMatchObject({
        ok: false,
        refusal: { code },
      });
      expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
    },
  );
});
